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
export function useBox(field: FieldProps) {
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
