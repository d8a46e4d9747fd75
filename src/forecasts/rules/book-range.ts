import { addDays, addMonths, financialYear, type PlainDate, plainDate } from '../../kernel/days.ts'

/** The first day of a financial year, which begins on 1 April. */
export const firstOf = (year: number): PlainDate => plainDate(`${year}-04-01`)

/** Months before a year that say what share of agreed money is spent. */
export const monthsBehind = 6

/** The years that may be looked at on a day: the one before, this one and the next. */
export const bookYears = (today: PlainDate): readonly [number, number, number] => {
  const now = financialYear(today)
  return [now - 1, now, now + 1]
}

/** The months of a year's forecast: those behind it, also where the year is yet to come, up to its end. */
export function monthsOfYear(year: number, today: PlainDate): { from: PlainDate; until: PlainDate } {
  const since = firstOf(Math.min(year, financialYear(today)))
  return { from: addMonths(since, -monthsBehind), until: addDays(addMonths(firstOf(year), 12), -1) }
}

/** All months that any of these years asks for. */
export const bookRange = (today: PlainDate): { from: PlainDate; until: PlainDate } => {
  const [before, , next] = bookYears(today)
  return { from: monthsOfYear(before, today).from, until: monthsOfYear(next, today).until }
}
