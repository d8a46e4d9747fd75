import { icons } from './icons.tsx'
import { classes, type FieldProps, useField, type Words } from './model.ts'

const says = (id: string, hint: Words | undefined, error: string | undefined): string | undefined =>
  [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
    .filter(Boolean)
    .join(' ') || undefined

type SearchProps = FieldProps & {
  /** Drawn larger where it is the main thing of the page. */
  readonly large?: boolean | undefined
  readonly width?: number | undefined
}

/** A search box with its button. Put it into `Search` or into a form with other filters. */
export function SearchField(field: SearchProps) {
  const { id, error, values } = useField(field)
  const label = (
    <label
      className={classes('nhsuk-label', field.heading && `nhsuk-label--${field.large ? 'l' : 'm'}`)}
      htmlFor={id}
    >
      {field.label}
    </label>
  )
  return (
    <div
      className={classes(
        'nhsuk-form-group',
        error !== undefined && 'nhsuk-form-group--error',
        'nhsuk-search-input',
        field.large && 'nhsuk-search-input--large',
      )}
    >
      {field.heading ? <h1 className="nhsuk-label-wrapper">{label}</h1> : label}
      {field.hint === undefined ? null : (
        <div className="nhsuk-hint" id={`${id}-hint`}>
          {field.hint}
        </div>
      )}
      {error === undefined ? null : (
        <span className="nhsuk-error-message" id={`${id}-error`}>
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {error}
        </span>
      )}
      <div
        className={classes(
          'nhsuk-input-wrapper',
          field.large && 'nhsuk-input-wrapper--large',
          'nhsuk-search-input__wrapper',
        )}
      >
        <Box
          {...field}
          id={id}
          value={values[0]}
          says={says(id, field.hint, error)}
          wrong={error !== undefined}
        />
        <Go large={field.large === true} />
      </div>
    </div>
  )
}

type BoxProps = SearchProps & {
  id: string
  value: string | undefined
  says: string | undefined
  wrong: boolean
}

const Box = ({ id, name, value, says, wrong, width, large }: BoxProps) => (
  <input
    className={classes(
      'nhsuk-input',
      large && 'nhsuk-input--large',
      wrong && 'nhsuk-input--error',
      width !== undefined && `nhsuk-input--width-${width}`,
      'nhsuk-search-input__input',
    )}
    id={id}
    name={name}
    type="search"
    defaultValue={value}
    aria-describedby={says}
    autoComplete="off"
  />
)

const Go = ({ large }: { large: boolean }) => (
  <button
    className={classes(
      'nhsuk-button',
      'nhsuk-button--icon',
      !large && 'nhsuk-button--small',
      'nhsuk-search-input__button',
    )}
    data-module="nhsuk-button"
    type="submit"
    aria-label="Search"
  >
    {icons.search}
  </button>
)

/** A search of its own: a form that asks and changes nothing. */
export const Search = ({ action, ...field }: SearchProps & { readonly action: string }) => (
  <search>
    <form action={action} method="get" noValidate>
      <SearchField {...field} />
    </form>
  </search>
)
