import { daysBetween, type PlainDate, plainDate } from '../../kernel/days.ts'

/** Time as minutes since a day long ago: a span may run over midnight. */
export type Span = { readonly from: number; readonly until: number }

const first = plainDate('2000-01-01')
const dayInMinutes = 24 * 60

/** A clock time as it is typed, `9:00`, `09.00` or `0900`, as `09:00`; null where it is none. */
export function readTime(typed: string): string | null {
  const found = /^(\d{1,2})[:.]?(\d{2})$/.exec(typed.trim())
  const [hours, minutes] = [Number(found?.[1] ?? 99), Number(found?.[2] ?? 99)]
  if (hours > 23 || minutes > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** From one time to another on a day; an end at or before the beginning is on the next day. */
export function spanOf(on: PlainDate, begins: string, ends: string): Span {
  const start = daysBetween(first, on) * dayInMinutes
  const [from, until] = [minutesOf(begins), minutesOf(ends)]
  return { from: start + from, until: start + until + (until <= from ? dayInMinutes : 0) }
}

/** So many thousandths of an hour from a time on. */
export const spanFor = (on: PlainDate, begins: string, hours: bigint): Span => {
  const from = spanOf(on, begins, begins).from
  return { from, until: from + Math.round((Number(hours) * 60) / 1000) }
}

/** Have two spans a minute in common? One that ends when the other begins does not overlap. */
export const overlap = (a: Span, b: Span): boolean => a.from < b.until && b.from < a.until
