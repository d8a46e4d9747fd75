import { addDays, daysInside, earlier, later, type PlainDate } from '../../kernel/days.ts'
import { larger, minus, nothing, type Pence, pence, smaller, timesRoundedHalfUp } from '../../kernel/money.ts'

type Spending = {
  /** What is left for the rest of the budget year. */
  readonly left: Pence
  /** What was evidenced as spent from `from` to `until`, both days counted. */
  readonly spent: Pence
  readonly from: PlainDate
  readonly until: PlainDate
}

/**
 * The last day that the money lasts, at the pace of the spending so far; null where nothing was spent or the
 * days are too few (less than a fortnight) to tell a pace.
 */
export function lastsUntil({ left, spent, from, until }: Spending): PlainDate | null {
  if (until < from || spent <= nothing) return null
  const days = daysInside(from, until)
  if (days < 14) return null
  if (left <= nothing) return until
  const more = (left * BigInt(days)) / spent
  return addDays(until, Number(more > 36_500n ? 36_500n : more))
}

type Agreed = {
  readonly weekly: Pence
  readonly from: PlainDate
  readonly until: PlainDate | null
}

/** What is agreed for a line in a period: weekly x days / 7, rounded once (K8). */
export function agreedIn(
  { weekly, from, until }: Agreed,
  period: { from: PlainDate; until: PlainDate },
): Pence {
  const first = later(from, period.from)
  const last = until === null ? period.until : earlier(until, period.until)
  return last < first ? nothing : timesRoundedHalfUp(weekly, BigInt(daysInside(first, last)), 7n)
}

/** Arranged for days that no statement speaks for yet, as far as it is not spent already. */
export const promisedOf = (agreedForDays: Pence, left: Pence): Pence =>
  larger(nothing, smaller(agreedForDays, left))

export type Overspend = { readonly spent: Pence; readonly agreedSoFar: Pence; readonly weekly: Pence }

/**
 * More was spent than was agreed for the days so far, by more than four weeks of the line: sooner it may be
 * an invoice that came early. Answers by how much; null where it is not so.
 */
export function overspentBy({ spent, agreedSoFar, weekly }: Overspend): Pence | null {
  const over = minus(spent, agreedSoFar)
  return over > pence(weekly * 4n) ? over : null
}
