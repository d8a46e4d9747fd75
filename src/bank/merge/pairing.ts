import type { Shown } from './evidence.ts'
import { type Payment, verdict } from './verdict.ts'

/** Past this many comparisons of one day and amount, rows take the first payment that fits and keep it. */
const manyComparisons = 40_000

type Fits = (row: Shown) => readonly Payment[]

/** Payments that already show the row's very text come first, so that equal amounts keep their own names. */
function fitting(row: Shown, payments: readonly Payment[]): readonly Payment[] {
  const fit = payments.filter(payment => verdict(row, payment) !== 'different')
  const named = fit.filter(payment => payment.rows.some(({ text }) => text === row.text))
  return named.length === 0 ? fit : [...named, ...fit.filter(payment => !named.includes(payment))]
}

/** Gives a row a payment, moving rows already placed to another that fits them where that makes room. */
function place(row: Shown, fits: Fits, held: Map<Payment, Shown>): boolean {
  const tried = new Set<Payment>()
  const attempt = (one: Shown): boolean => {
    for (const payment of fits(one)) {
      if (tried.has(payment)) continue
      tried.add(payment)
      const holder = held.get(payment)
      if (holder !== undefined && !attempt(holder)) continue
      held.set(payment, one)
      return true
    }
    return false
  }
  return attempt(row)
}

function takeFirst(rows: readonly Shown[], payments: readonly Payment[]): Map<Shown, Payment> {
  const pairs = new Map<Shown, Payment>()
  let next = 0
  for (const row of rows) {
    while (next < payments.length && verdict(row, payments[next] as Payment) === 'different') next += 1
    const payment = payments[next]
    if (payment === undefined) break
    pairs.set(row, payment)
    next += 1
  }
  return pairs
}

/**
 * Pairs the rows of one file with payments of the same day and amount, as many as can be paired: each row at
 * most one payment, each payment at most one row. That gives import point 3, as many payments as the
 * statement that shows most.
 */
export function paired(rows: readonly Shown[], payments: readonly Payment[]): ReadonlyMap<Shown, Payment> {
  if (rows.length * payments.length > manyComparisons) return takeFirst(rows, payments)
  const found = new Map(rows.map(row => [row, fitting(row, payments)]))
  const held = new Map<Payment, Shown>()
  const best = rows.toSorted((a, b) => sureness(b, found) - sureness(a, found))
  for (const row of best) place(row, one => found.get(one) ?? [], held)
  return new Map([...held].map(([payment, row]) => [row, payment]))
}

/** Rows whose text is known choose before the others. */
const sureness = (row: Shown, found: ReadonlyMap<Shown, readonly Payment[]>): number =>
  found.get(row)?.some(payment => payment.rows.some(({ text }) => text === row.text)) ? 1 : 0
