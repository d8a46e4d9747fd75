import * as Nhs from 'nhsuk-react-components'
import { useBox } from './fields-text.tsx'
import { classes, type FieldProps } from './model.ts'

/** A password: never sent back by us, so it is the one field that forgets what was typed. */
export function PasswordField(field: FieldProps & { readonly isNew?: boolean | undefined }) {
  const { said } = useBox(field)
  return <Nhs.PasswordInput {...said} autoComplete={field.isNew ? 'new-password' : 'current-password'} />
}

type FileProps = FieldProps & { readonly accept?: string | undefined; readonly several?: boolean | undefined }

/**
 * A file from the person's own machine. `accept` is a help to them; what comes is checked then. It is the
 * browser's own control: the NHS script would put a button over it whose name is not what it shows.
 */
export function FileField(field: FileProps) {
  const { said } = useBox(field)
  return (
    <Nhs.FormGroup<Record<string, unknown>, 'input'>
      {...said}
      formGroupProps={{ className: 'nhsuk-file-upload' }}
    >
      {({ error, ...box }) => (
        <input
          {...box}
          className={classes(
            'nhsuk-file-upload__input',
            error !== undefined && 'nhsuk-file-upload__input--error',
          )}
          type="file"
          accept={field.accept}
          multiple={field.several}
        />
      )}
    </Nhs.FormGroup>
  )
}

export type Option = { readonly value: string; readonly label: string }

/** One of many, where radios would be too long a list. `none` is the first, empty choice. */
export function Select(
  field: FieldProps & { readonly options: readonly Option[]; readonly none?: string | undefined },
) {
  const { said, value } = useBox(field)
  return (
    <Nhs.Select {...said} defaultValue={value}>
      {field.none === undefined ? null : <Nhs.Select.Option value="">{field.none}</Nhs.Select.Option>}
      {field.options.map(option => (
        <Nhs.Select.Option key={option.value} value={option.value}>
          {option.label}
        </Nhs.Select.Option>
      ))}
    </Nhs.Select>
  )
}
