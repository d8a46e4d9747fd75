import { dayOf, type PlainDate } from '../../kernel/days.ts'
import { clean, shown } from './texts.ts'

const months: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const longMonths: readonly string[] =
  'january february march april may june july august september october november december'.split(' ')

const zone = String.raw`(?:Z|UTC|GMT|BST|[+-]\d{2}:?\d{2})`
const clock = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?[AaPp][Mm])?`
const time = String.raw`(?:,?[T\s]\s*${clock}\s*${zone}?)?`
const weekday = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\\s+)?'
const yearFirst = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${time}$`, 'i')
const dayFirst = new RegExp(`^${weekday}(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${time}$`, 'i')
const monthName = new RegExp(
  `^${weekday}(\\d{1,2})(?:st|nd|rd|th)?[-/.\\s]+([a-z]{3,9})\\.?,?[-/.\\s]+(\\d{4}|\\d{2})${time}$`,
  'i',
)

/** Two figures are this century up to 79, else the last: no account in use is older than 1980. */
const yearOf = (figures: string): number =>
  figures.length > 2 ? Number(figures) : Number(figures) + (Number(figures) < 80 ? 2000 : 1900)

function monthOf(name: string): number {
  const small = name.toLowerCase()
  const short = months.indexOf(small === 'sept' ? 'sep' : small)
  return (short >= 0 ? short : longMonths.indexOf(small)) + 1
}

/** Days once found in the calendar. It stays small: there are 110,000 days that a statement can name. */
const found = new Map<number, PlainDate | null>()

function calendarDay(year: number, month: number, day: number): PlainDate | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) return null
  const key = year * 10_000 + month * 100 + day
  const had = found.get(key)
  if (had !== undefined) return had
  const read = dayOf(year, month, day)
  found.set(key, read)
  return read
}

/** Reads a day out of parts; null where the calendar has no such day. A day is never moved to another. */
export const dayFrom = (year: string, month: string, day: string): PlainDate | null =>
  calendarDay(yearOf(year), Number(month), Number(day))

/**
 * Reads a day as British banks write it: day first, unless the year comes first; months by figure or name; a
 * time and a zone may follow and move nothing. Null where it is anything else or not in the calendar.
 */
export function readDay(cell: string): PlainDate | null {
  const text = clean(cell).replace(/^'/, '')
  const iso = yearFirst.exec(text)
  if (iso) return dayFrom(iso[1] ?? '', iso[3] ?? '', iso[4] ?? '')
  const british = dayFirst.exec(text)
  if (british) return dayFrom(british[4] ?? '', british[3] ?? '', british[1] ?? '')
  const named = monthName.exec(text)
  if (named) return calendarDay(yearOf(named[3] ?? ''), monthOf(named[2] ?? ''), Number(named[1]))
  const plain = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  return plain ? dayFrom(plain[1] ?? '', plain[2] ?? '', plain[3] ?? '') : null
}

/** The same, remembering what it has read: a statement writes few days many times. */
export function dayReader(): (cell: string) => PlainDate | null {
  const known = new Map<string, PlainDate | null>()
  return cell => {
    const had = known.get(cell)
    if (had !== undefined) return had
    const read = readDay(cell)
    known.set(cell, read)
    return read
  }
}

/** In words, why a text is no day. */
export function whyNoDay(cell: string): string {
  if (clean(cell) === '') return 'The row has no date.'
  const hasShape = [yearFirst, dayFirst, monthName].some(form => form.test(clean(cell).replace(/^'/, '')))
  return hasShape
    ? `${shown(cell)} is not a day of the calendar (days are read before months).`
    : `${shown(cell)} cannot be read as a date.`
}

/** Reads the day an OFX or ISO moment was written with: `20260501120000.000[-5:EST]` is 1 May 2026. */
export function readWrittenDay(text: string): PlainDate | null {
  const ofx =
    /^(\d{4})(\d{2})(\d{2})(?:\d{2}(?:\d\d){0,2}(?:[.,]\d*)?)?\s*(?:\[[^\]]*\]?|Z|[+-]\d{2}:?\d{2})?$/.exec(
      text.trim(),
    )
  if (ofx) return dayFrom(ofx[1] ?? '', ofx[2] ?? '', ofx[3] ?? '')
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T[\d:.,]+)?(?:Z|[+-]\d{2}:?\d{2})?$/.exec(text.trim())
  return iso ? dayFrom(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '') : null
}
