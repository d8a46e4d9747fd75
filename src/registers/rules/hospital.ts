import { addDays, addYears, daysInside, earlier, later, type PlainDate } from '../../kernel/days.ts'
import type { Crisis } from '../types.ts'

type Stay = { readonly from: PlainDate; readonly until: PlainDate | null }
export type Span = { readonly from: PlainDate; readonly until: PlainDate }

/**
 * The days of a span on which somebody was in hospital. The day they came and the day they left both count
 * (K9); a day that lies in two stays counts once. Who is still there is counted until the span's last day.
 */
export function daysInHospital(stays: readonly Stay[], span: Span): number {
  const inside = stays
    .map(({ from, until }) => ({
      from: later(from, span.from),
      until: earlier(until ?? span.until, span.until),
    }))
    .filter(({ from, until }) => from <= until)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  let [days, counted]: [number, PlainDate | null] = [0, null]
  for (const { from, until } of inside) {
    const first: PlainDate = counted === null || from > counted ? from : addDays(counted, 1)
    if (first > until) continue
    days += daysInside(first, until)
    counted = until
  }
  return days
}

export type Counted = Span & {
  readonly days: number
  /** How many days the span has. */
  readonly of: number
  readonly admissions: number
  readonly crises: number
  readonly bedsAsked: number
}
export type BeforeAndSince = { readonly before: Counted; readonly since: Counted | null }

type Facts = {
  readonly stays: readonly Stay[]
  readonly crises: readonly Pick<Crisis, 'on' | 'bed'>[]
  readonly budgetFrom: PlainDate
  readonly today: PlainDate
}

function countIn({ stays, crises }: Facts, span: Span): Counted {
  const of = crises.filter(({ on }) => on >= span.from && on <= span.until)
  return {
    ...span,
    days: daysInHospital(stays, span),
    of: daysInside(span.from, span.until),
    admissions: stays.filter(({ from }) => from >= span.from && from <= span.until).length,
    crises: of.length,
    bedsAsked: of.filter(({ bed }) => bed !== 'not-asked-for').length,
  }
}

/**
 * What is known of the 12 months before a budget began and of the time since, side by side. The budget's
 * first day belongs to the time since; null where that has not begun. It counts what was written down and
 * claims nothing: not that the budget did it, nor what would have been without it.
 */
export function beforeAndSince(facts: Facts): BeforeAndSince {
  const { budgetFrom, today } = facts
  const before = countIn(facts, { from: addYears(budgetFrom, -1), until: addDays(budgetFrom, -1) })
  return { before, since: budgetFrom > today ? null : countIn(facts, { from: budgetFrom, until: today }) }
}
