import * as Nhs from 'nhsuk-react-components'
import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute } from 'react'
import { type FieldProps, given, useField } from './model.ts'

type Width = 2 | 3 | 4 | 5 | 10 | 20 | 30

type TextProps = FieldProps & {
  readonly type?: Extract<HTMLInputTypeAttribute, 'text' | 'email' | 'tel' | 'url'> | undefined
  readonly autocomplete?: HTMLInputAutoCompleteAttribute | undefined
  /** Draws the box for about so many characters; longer texts still fit. */
  readonly width?: Width | undefined
  readonly numeric?: boolean | undefined
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
}

/** What all fields with one box have in common, in the words of the NHS library. */
function useBox(field: FieldProps) {
  const { id, error, values } = useField(field)
  const labelProps = field.heading ? { isPageHeading: true, size: 'l' as const } : undefined
  const said = given({ hint: field.hint, error, labelProps })
  return { said: { id, name: field.name, label: field.label, ...said }, value: values[0] ?? '' }
}

/** One line of text. */
export function TextField(field: TextProps) {
  const { said, value } = useBox(field)
  const { width, prefix, suffix, autocomplete: autoComplete, numeric } = field
  const inputMode = numeric ? ('numeric' as const) : undefined
  const spellCheck = field.type === 'email' ? (false as const) : undefined
  const more = given({ width, prefix, suffix, autoComplete, inputMode, spellCheck })
  return <Nhs.TextInput {...said} {...more} type={field.type ?? 'text'} defaultValue={value} />
}

/** A sum in pounds and pence. */
export const MoneyField = (field: FieldProps & { readonly suffix?: string | undefined }) => (
  <TextField width={10} prefix="£" autocomplete="off" {...field} />
)

/** A code of six or so digits, read off a telephone or a letter. */
export const CodeField = (field: FieldProps) => (
  <TextField width={10} numeric autocomplete="one-time-code" {...field} />
)

type AreaProps = FieldProps & {
  readonly rows?: number | undefined
  /** The most characters it may hold: said below the box, counted down where JavaScript runs. */
  readonly most?: number | undefined
}

/** Several lines of text. */
export function TextArea(field: AreaProps) {
  const { said, value } = useBox(field)
  if (field.most === undefined) return <Nhs.Textarea {...said} rows={field.rows ?? 5} defaultValue={value} />
  return <Nhs.CharacterCount {...said} maxLength={field.most} rows={field.rows ?? 5} defaultValue={value} />
}

/** A password: never sent back by us, so it is the one field that forgets what was typed. */
export function PasswordField(field: FieldProps & { readonly isNew?: boolean | undefined }) {
  const { said } = useBox(field)
  return <Nhs.PasswordInput {...said} autoComplete={field.isNew ? 'new-password' : 'current-password'} />
}

/** A file from the person's own machine. `accept` is a help to them; what comes is checked when it comes. */
export function FileField(field: FieldProps & { readonly accept?: string; readonly several?: boolean }) {
  const { said } = useBox(field)
  return <Nhs.FileUpload {...said} {...given({ accept: field.accept, multiple: field.several })} />
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
