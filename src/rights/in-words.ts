import { plainDate, sayShortDay } from '../kernel/days.ts'
import { type Pence, sayMoney } from '../kernel/money.ts'

/** One thing that an example tells or answers, in words: `Born`, `12 September 2010`. */
export type InWords = { readonly what: string; readonly says: string }

const spaced = (name: string): string => {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function ofText(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return sayShortDay(plainDate(text))
  return /^[A-Za-z0-9]*[a-z]+[A-Za-z0-9]*(-[A-Za-z0-9]+)+$/.test(text) ? text.replaceAll('-', ' ') : text
}

/** A fact or an answer of any shape, in words: money with its pounds, days as days, lists with commas. */
export function sayValue(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (typeof value === 'bigint') return sayMoney(value as Pence)
  if (typeof value === 'string') return ofText(value)
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(sayValue).join('; ')
  if (isRecord(value))
    return Object.entries(value)
      .map(([name, one]) => `${spaced(name).toLowerCase()} ${sayValue(one)}`)
      .join(', ')
  return String(value)
}

/** The facts or the answer of an example, line by line. */
export const inWords = (value: unknown): readonly InWords[] =>
  isRecord(value)
    ? Object.entries(value).map(([name, one]) => ({ what: spaced(name), says: sayValue(one) }))
    : [{ what: '', says: sayValue(value) }]
