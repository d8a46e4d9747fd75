import { Temporal } from 'temporal-polyfill'
import type { Brand } from './brand.ts'

/** A day of the calendar as `2026-04-06`. Days compare with `<` and sort as texts. It is not a moment. */
export type PlainDate = Brand<string, 'day'>

/** A moment as an ISO text in UTC, `2026-04-06T09:30:00.000Z`. */
export type Moment = Brand<string, 'moment'>

const shape = /^\d{4}-\d{2}-\d{2}$/
const day = (of: Temporal.PlainDate): PlainDate => of.toString() as PlainDate
const temporal = (of: PlainDate): Temporal.PlainDate => Temporal.PlainDate.from(of)

/** Reads `2026-04-06`; null where the text has another shape or the calendar has no such day. */
export function readPlainDate(text: string): PlainDate | null {
  if (!shape.test(text)) return null
  try {
    return day(Temporal.PlainDate.from(text, { overflow: 'reject' }))
  } catch {
    return null
  }
}

/** A day written in code. Throws on a day that is not in the calendar. */
export function plainDate(text: string): PlainDate {
  const read = readPlainDate(text)
  if (read === null) throw new RangeError(`${text} is not a day of the calendar`)
  return read
}

/** The day from its year, month (1 to 12) and day of the month; null where there is no such day. */
export const dayOf = (year: number, month: number, dayOfMonth: number): PlainDate | null =>
  readPlainDate(
    [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(dayOfMonth).padStart(2, '0')].join(
      '-',
    ),
  )

/** The day it is in England at a moment. */
export const dayInEngland = (moment: Moment): PlainDate =>
  day(Temporal.Instant.from(moment).toZonedDateTimeISO('Europe/London').toPlainDate())

/** The moment as clocks in England show it: `4 May 2026 at 09:12`. */
export function sayMoment(moment: Moment): string {
  const there = Temporal.Instant.from(moment).toZonedDateTimeISO('Europe/London')
  return `${sayShortDay(day(there.toPlainDate()))} at ${there.toPlainTime().toString().slice(0, 5)}`
}

export const moment = (of: Date): Moment => of.toISOString() as Moment

/**
 * The day as a whole number, 0 on 1 March of the year 0, so that February ends a year: a payment run asks for
 * some hundred thousand days.
 */
function numberOf(of: PlainDate): number {
  const month = Number(of.slice(5, 7))
  const year = Number(of.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const century = Math.floor(year / 100)
  const before = year * 365 + Math.floor(year / 4) - century + Math.floor(century / 4)
  return before + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(of.slice(8)) - 1
}

/** The day of such a number (H. Hinnant's days and civil dates). */
function dayNumbered(number: number): PlainDate {
  const era = Math.floor(number / 146_097)
  const inEra = number - era * 146_097
  const leap = Math.floor(inEra / 1460) - Math.floor(inEra / 36_524) + Math.floor(inEra / 146_096)
  const year = Math.floor((inEra - leap) / 365)
  const inYear = inEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  const march = Math.floor((5 * inYear + 2) / 153)
  const month = march < 10 ? march + 3 : march - 9
  const dayOfMonth = inYear - Math.floor((153 * march + 2) / 5) + 1
  return textOf(era * 400 + year + (month <= 2 ? 1 : 0), month, dayOfMonth)
}

const two = (number: number): string => (number < 10 ? `0${number}` : String(number))
function textOf(year: number, month: number, dayOfMonth: number): PlainDate {
  if (year < 0 || year > 9999) throw new RangeError(`no day of the year ${year} is written here`)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}` as PlainDate
}

export const addDays = (to: PlainDate, days: number): PlainDate => dayNumbered(numberOf(to) + days)
export const addWeeks = (to: PlainDate, weeks: number): PlainDate => addDays(to, weeks * 7)
/** The same day of the month, or the month's last day where it has no such day (convention K3). */
export const addMonths = (to: PlainDate, months: number): PlainDate => day(temporal(to).add({ months }))
export const addYears = (to: PlainDate, years: number): PlainDate => addMonths(to, years * 12)

/** Days from one to another: 0 on the same day, negative when `until` is earlier. */
export const daysBetween = (from: PlainDate, until: PlainDate): number => numberOf(until) - numberOf(from)

/** Both ends counted (convention K9): 1 when they are the same day. */
export const daysInside = (first: PlainDate, last: PlainDate): number => daysBetween(first, last) + 1

export const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b)
export const later = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b)

/** 1 is Monday, 7 is Sunday. */
export const weekday = (of: PlainDate): number => ((numberOf(of) + 2) % 7) + 1

/** Whole years lived: a birthday counts from its start, 29 February is reached on 1 March (convention K5). */
export function ageOn(born: PlainDate, on: PlainDate): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4))
  return on.slice(5) >= born.slice(5) ? years : years - 1
}

/** The first day of an age: the birthday, or 1 March for somebody born on 29 February in a common year. */
export function reachesAge(born: PlainDate, years: number): PlainDate {
  const year = Number(born.slice(0, 4)) + years
  return readPlainDate(`${year}${born.slice(4)}`) ?? plainDate(`${year}-03-01`)
}

/** The NHS financial year a day is in, named by the year it begins: 2026 is 1 April 2026 to 31 March 2027. */
export const financialYear = (of: PlainDate): number =>
  Number(of.slice(0, 4)) - (of.slice(5) < '04-01' ? 1 : 0)

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** `14 July 2026` */
export const sayShortDay = (of: PlainDate): string =>
  `${Number(of.slice(8))} ${monthNames[Number(of.slice(5, 7)) - 1]} ${Number(of.slice(0, 4))}`

/** `Tuesday 14 July 2026` */
export const sayDay = (of: PlainDate): string => `${weekdayNames[weekday(of) - 1]} ${sayShortDay(of)}`

/** `July 2026` */
export const sayMonth = (of: PlainDate): string =>
  `${monthNames[Number(of.slice(5, 7)) - 1]} ${Number(of.slice(0, 4))}`
