import { createContext, type ReactElement, type ReactNode, useContext, useId } from 'react'

/** Anything that a page may show. Texts are escaped; nothing in this module writes raw HTML. */
export type Html = ReactNode

/** A short text, or a text with a link or emphasis in it. */
export type Words = string | ReactElement

/** What is wrong with one field, as a sentence that says what to do. `field` is the name of the field. */
export type FieldError = { readonly field: string; readonly says: string }

/** What a person typed, by name of the field, exactly as it came, so that nothing typed is lost. */
export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>

/** What every field takes. `typed` and `errors` are needed only outside a `Form`, or to overrule it. */
export type FieldProps = {
  readonly name: string
  readonly label: Words
  readonly hint?: Words | undefined
  readonly typed?: Typed | undefined
  readonly errors?: readonly FieldError[] | undefined
  /** The id where two forms of a page have a field of the same name; otherwise the id is the name. */
  readonly id?: string | undefined
  /** The label is the heading of the page: one thing per page. */
  readonly heading?: boolean | undefined
}

/** What a form says to all the fields in it. */
export const FormSays = createContext<{ readonly typed: Typed; readonly errors: readonly FieldError[] }>({
  typed: {},
  errors: [],
})

/**
 * What every form of a page carries: the token against forged forms, and the key of the page as drawn, so
 * that a form sent twice is done once. Handed down by whoever draws the frame: no page has to know of it.
 */
export const Tickets = createContext<{ readonly csrf: string; readonly once: string }>({ csrf: '', once: '' })

/** Everything typed under a name: none, one, or (checkboxes) several. */
export function allTyped(typed: Typed, name: string): readonly string[] {
  const found = typed[name]
  if (found === undefined) return []
  return typeof found === 'string' ? [found] : found
}

/** The first thing said about a field, if any. */
export const errorAt = (errors: readonly FieldError[], name: string): string | undefined =>
  errors.find(error => error.field === name)?.says

/** Leaves out what is undefined: the NHS library tells a missing prop from one that is undefined. */
export const given = <Props extends object>(
  props: Props,
): { [Key in keyof Props]?: Exclude<Props[Key], undefined> } =>
  Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Props]?: Exclude<Props[Key], undefined>
  }

/** Joins class names, leaving out what is not so. */
export const classes = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ')

/** A field's id, what was typed into it and what is wrong with it: its own props first, then its form's. */
export function useField({ name, id, typed, errors }: FieldProps) {
  const form = useContext(FormSays)
  const all = { typed: typed ?? form.typed, errors: errors ?? form.errors }
  return { ...all, id: id ?? name, values: allTyped(all.typed, name), error: errorAt(all.errors, name) }
}

/** An id that the page need not know. React's own do not begin with a letter, as our HTML checker wants. */
export const useOwnId = (): string => `own${useId()}`
