import { Button, ErrorSummary as Summary } from 'nhsuk-react-components'
import { useContext } from 'react'
import { allTyped, type FieldError, FormSays, given, type Html, Tickets, type Typed } from './model.ts'

type FormProps = {
  readonly action: string
  /** Against forged forms, and the key by which a form sent twice is done once: the frame's, unless given. */
  readonly csrf?: string | undefined
  readonly once?: string | undefined
  readonly typed?: Typed | undefined
  readonly errors?: readonly FieldError[] | undefined
  /** Set where the form has a `FileField`. */
  readonly files?: boolean | undefined
  /** What a screen reader calls the form, where a page has several. */
  readonly name?: string | undefined
  readonly children: Html
}

/** A form that changes something. Its fields find their own value and error in `typed` and `errors`. */
export function Form({ action, typed = {}, errors = [], files, name, children, ...own }: FormProps) {
  const { csrf, once } = { ...useContext(Tickets), ...given(own) }
  return (
    <form
      action={action}
      method="post"
      noValidate
      encType={files ? 'multipart/form-data' : undefined}
      aria-label={name}
      className="app-form"
    >
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="once" value={once} />
      <FormSays.Provider value={{ typed, errors }}>{children}</FormSays.Provider>
    </form>
  )
}

/** Every problem, each linking to its field; nothing when there is none. The frame draws it. */
export const ErrorSummary = ({ errors }: { errors: readonly FieldError[] }) =>
  errors.length === 0 ? null : (
    <Summary>
      <Summary.Title>There is a problem</Summary.Title>
      <Summary.List>
        {errors.map((error, place) => (
          <Summary.ListItem key={place} href={`#${error.field}`}>
            {error.says}
          </Summary.ListItem>
        ))}
      </Summary.List>
    </Summary>
  )

/** Answers carried from page to page: one hidden field for each value. */
export const HiddenFields = ({ values }: { values: Typed }) =>
  Object.keys(values).flatMap(name =>
    allTyped(values, name).map((value, place) => (
      <input key={`${name}-${place}`} type="hidden" name={name} value={value} />
    )),
  )

type SubmitProps = {
  readonly children: Html
  /** Sent with the form, where several buttons send it. */
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly look?: 'main' | 'second' | 'warning' | undefined
  readonly small?: boolean | undefined
}

/** Sends the form. One `main` button a page; `warning` for what cannot be undone. */
export const SubmitButton = ({ children, name, value, look = 'main', small = false }: SubmitProps) => (
  <Button
    type="submit"
    preventDoubleClick
    secondary={look === 'second'}
    warning={look === 'warning'}
    small={small}
    {...(name === undefined ? {} : { name, value: value ?? '' })}
  >
    {children}
  </Button>
)

/** A link that looks like a button: starts something, changes nothing. */
export const LinkButton = ({
  href,
  children,
  second,
}: {
  href: string
  children: Html
  second?: boolean
}) => (
  <Button href={href} secondary={second === true}>
    {children}
  </Button>
)

/** Buttons and links beside each other: the way on first, then save for later, then cancel. */
export const SubmitButtons = ({ children }: { children: Html }) => (
  <div className="nhsuk-button-group">{children}</div>
)
