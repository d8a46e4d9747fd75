import { addDays, addYears, daysInside, earlier, type PlainDate } from '../../kernel/days.ts'
import { type Thousandths, timesRoundedHalfUp } from '../../kernel/money.ts'
import { leaveWeeksAYear, mostLeaveDays } from '../reference/figures.ts'
import type { Leave } from '../types.ts'

export type LeaveFacts = {
  /** The first day of the job: without another agreement the leave year begins on it each year. */
  readonly from: PlainDate
  /** The last day, where one is known. */
  readonly last: PlainDate | null
  readonly daysAWeek: Thousandths
  readonly leave: readonly Leave[]
}

/** Days of paid leave in thousandths of a working day, of the leave year that a day is in. */
export type LeaveAnswer = {
  readonly year: { readonly from: PlainDate; readonly until: PlainDate }
  readonly entitled: Thousandths
  readonly builtUp: Thousandths
  readonly taken: Thousandths
  /** Built up and not taken: below nought where more was taken than built up. */
  readonly owed: Thousandths
  readonly sick: Thousandths
}

function leaveYear(from: PlainDate, day: PlainDate): { from: PlainDate; until: PlainDate } {
  let years = 0
  while (addYears(from, years + 1) <= day) years += 1
  return { from: addYears(from, years), until: addDays(addYears(from, years + 1), -1) }
}

const daysOf = (
  leave: readonly Leave[],
  kind: Leave['kind'],
  within: { from: PlainDate; until: PlainDate },
) =>
  leave.reduce(
    (sum, one) =>
      one.kind === kind && one.first >= within.from && one.first <= within.until ? sum + one.days : sum,
    0n,
  ) as Thousandths

/**
 * Paid leave on a day: 5.6 weeks of the days worked in a week, at most 28 days a year, built up day by day
 * (EMP-LEAVE). Leave counts in the leave year in which it begins; what was not taken in an earlier year is
 * not carried over here.
 */
export function leaveOn({ from, last, daysAWeek, leave }: LeaveFacts, day: PlainDate): LeaveAnswer {
  const year = leaveYear(from, day < from ? from : day)
  const whole = (daysAWeek * leaveWeeksAYear) / 1000n
  const entitled = (whole > mostLeaveDays ? mostLeaveDays : whole) as Thousandths
  const worked = day < from ? 0 : daysInside(year.from, earlier(day, last ?? day))
  const part = BigInt(Math.max(0, worked))
  const all = BigInt(daysInside(year.from, year.until))
  const builtUp = timesRoundedHalfUp(entitled, part, all) as bigint as Thousandths
  const taken = daysOf(leave, 'holiday', year)
  return {
    year,
    entitled,
    builtUp,
    taken,
    owed: (builtUp - taken) as Thousandths,
    sick: daysOf(leave, 'sick', year),
  }
}
