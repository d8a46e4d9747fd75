import { addDays, addYears, daysInside, later, type PlainDate } from '../../kernel/days.ts'
import { type Pence, timesRoundedHalfUp } from '../../kernel/money.ts'

/** A budget year: twelve months from the day the agreement begins, and from each day a year later. */
export type BudgetYear = { readonly number: number; readonly from: PlainDate; readonly until: PlainDate }

const yearOf = (from: PlainDate, number: number): BudgetYear => ({
  number,
  from: addYears(from, number - 1),
  until: addDays(addYears(from, number), -1),
})

/** The budget years of an agreement that have begun by a day, the first one always among them. */
export function yearsBegun(from: PlainDate, by: PlainDate): readonly BudgetYear[] {
  const years = [yearOf(from, 1)]
  for (let next = yearOf(from, 2); next.from <= by; next = yearOf(from, next.number + 1)) years.push(next)
  return years
}

/** Weekly money for days that are both inside: weekly x days / 7, rounded once (K8). */
export const moneyFor = (weekly: Pence, first: PlainDate, last: PlainDate): Pence =>
  last < first
    ? timesRoundedHalfUp(0n, 1n, 1n)
    : timesRoundedHalfUp(weekly, BigInt(daysInside(first, last)), 7n)

/** What was set aside for the days after the last one that is held, of the years that were set aside. */
export const leftAfter = (
  { from, weekly }: { readonly from: PlainDate; readonly weekly: Pence },
  lastDay: PlainDate,
  years: number,
): Pence => moneyFor(weekly, later(addDays(lastDay, 1), from), yearOf(from, years).until)
