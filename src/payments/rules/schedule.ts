import {
  addDays,
  addMonths,
  daysBetween,
  daysInside,
  earlier,
  financialYear,
  later,
  type PlainDate,
  plainDate,
} from '../../kernel/days.ts'
import { larger, nothing, type Pence, pence, plus, timesRoundedHalfUp } from '../../kernel/money.ts'
import type { Every, Method } from '../types.ts'

/**
 * When one agreement's money is paid. `firstDueOn` is a day on which a period begins (weeks and four weeks).
 */
export type Schedule = {
  readonly every: Every
  readonly firstDueOn: PlainDate
  readonly weekly: Pence
  readonly from: PlainDate
  /** The last day, inside (K9); null while no end is set. */
  readonly until: PlainDate | null
  readonly inAdvance: boolean
  readonly method: Method
}

/**
 * One payment of a schedule: which days it is for, when it is due and how much it is. Both ends are inside.
 */
export type Period = {
  readonly number: number
  readonly from: PlainDate
  readonly until: PlainDate
  readonly days: number
  readonly dueOn: PlainDate
  readonly amount: Pence
  readonly how: 'by-days' | 'level-month' | 'rest-of-the-year'
}

/** A part period: weekly x days / 7, rounded once (convention K8). A whole number of weeks is exact. */
export const moneyForDays = (weekly: Pence, days: number): Pence =>
  timesRoundedHalfUp(weekly, BigInt(days), 7n)

/** A month of a level year: weekly x 365 / 7 / 12, rounded once (local setting; V-17). */
export const levelMonth = (weekly: Pence): Pence => timesRoundedHalfUp(weekly, 365n, 84n)

const firstOfMonth = (day: PlainDate): PlainDate => plainDate(`${day.slice(0, 7)}-01`)
const lengths = { week: 7, 'four-weeks': 28 } as const

/** The whole period that stands at a place, before it is cut to the schedule's own first and last day. */
function cellAt({ every, firstDueOn, from }: Schedule, number: number): readonly [PlainDate, PlainDate] {
  if (every === 'month') {
    const first = addMonths(firstOfMonth(from), number)
    return [first, addDays(addMonths(first, 1), -1)]
  }
  const length = lengths[every]
  const begun = Math.floor(daysBetween(firstDueOn, from) / length)
  const first = addDays(firstDueOn, (begun + number) * length)
  return [first, addDays(first, length - 1)]
}

/** The n-th period (0 is the first); null once the schedule has ended. Costs the same for any n. */
export function periodAt(schedule: Schedule, number: number): Period | null {
  const [first, last] = cellAt(schedule, number)
  const from = later(first, schedule.from)
  const until = schedule.until === null ? last : earlier(last, schedule.until)
  if (until < from) return null
  const days = daysInside(from, until)
  const natural = schedule.inAdvance ? from : addDays(until, 1)
  const due = later(natural, schedule.firstDueOn > until ? from : schedule.firstDueOn)
  const whole = from === first && until === last
  return {
    number,
    from,
    until,
    days,
    dueOn: due,
    ...amountOf(schedule, { number, from, until, days, whole }),
  }
}

type Cut = Pick<Period, 'number' | 'from' | 'until' | 'days'> & { readonly whole: boolean }

function amountOf(schedule: Schedule, cut: Cut): Pick<Period, 'amount' | 'how'> {
  const { every, method, weekly } = schedule
  if (every !== 'month' || method === 'by-days')
    return { amount: moneyForDays(weekly, cut.days), how: 'by-days' }
  if (isLastOfYear(schedule, cut)) return { amount: restOfYear(schedule, cut), how: 'rest-of-the-year' }
  return cut.whole
    ? { amount: levelMonth(weekly), how: 'level-month' }
    : { amount: moneyForDays(weekly, cut.days), how: 'by-days' }
}

const isLastOfYear = ({ until: end }: Schedule, { until }: Cut): boolean =>
  until.slice(5) === '03-31' || until === end

/**
 * What is left of the year's money for the last month that is paid in it, so that nothing is lost to
 * rounding: days x daily money, less the months before. Never below nought.
 */
function restOfYear(schedule: Schedule, { number, from, until }: Cut): Pence {
  const begins = later(schedule.from, plainDate(`${financialYear(from)}-04-01`))
  const whole = moneyForDays(schedule.weekly, daysInside(begins, until))
  const months = monthsBetween(begins, from)
  const before = Array.from({ length: months }, (_, back) => periodAt(schedule, number - 1 - back))
  const paid = plus(...before.map(period => period?.amount ?? nothing))
  return larger(nothing, pence(whole - paid))
}

const monthsBetween = (first: PlainDate, last: PlainDate): number =>
  (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 +
  Number(last.slice(5, 7)) -
  Number(first.slice(5, 7))

/** The number of the period that begins on a day. */
export function numberOf(schedule: Schedule, periodFrom: PlainDate): number {
  if (schedule.every === 'month') return monthsBetween(schedule.from, periodFrom)
  const length = lengths[schedule.every]
  const place = (day: PlainDate): number => Math.floor(daysBetween(schedule.firstDueOn, day) / length)
  return place(periodFrom) - place(schedule.from)
}

/** The periods from the n-th on that are due by a day, the day included. */
export function periodsDue(schedule: Schedule, by: PlainDate, first = 0): readonly Period[] {
  const found: Period[] = []
  for (let number = first; ; number += 1) {
    const period = periodAt(schedule, number)
    if (period === null || period.dueOn > by) return found
    found.push(period)
  }
}

/** The part of a period's money that belongs to one financial year (1 April to 31 March, K7). */
export type YearCost = {
  readonly year: number
  readonly from: PlainDate
  readonly until: PlainDate
  readonly days: number
  readonly cost: Pence
}

/**
 * The cost of a period by financial year. One that crosses 31 March is shared by days: the earlier year is
 * rounded and the later year takes the rest, so that nothing is lost (V-16).
 */
export function costByYear({
  from,
  until,
  amount,
}: Pick<Period, 'from' | 'until' | 'amount'>): readonly YearCost[] {
  const year = financialYear(from)
  const turns = plainDate(`${year + 1}-03-31`)
  if (until <= turns) return [{ year, from, until, days: daysInside(from, until), cost: amount }]
  const days = daysInside(from, turns)
  const cost = timesRoundedHalfUp(amount, BigInt(days), BigInt(daysInside(from, until)))
  const next = addDays(turns, 1)
  return [
    { year, from, until: turns, days, cost },
    { year: year + 1, from: next, until, days: daysInside(next, until), cost: pence(amount - cost) },
  ]
}
