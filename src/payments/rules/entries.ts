import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import type { Reference } from '../../kernel/ids.ts'
import { negative, type Pence, plus, sayMoney } from '../../kernel/money.ts'
import { allocatedTo, commissionedFor, heldBy, type Posting } from '../../ledger/public.ts'
import { type ObligationKind, sayOwed } from '../types.ts'

/** What of a payment is for which line of the plan; none where the money goes to whoever holds the budget. */
export type ForLine = { readonly line_key: string; readonly amount: Pence }

/**
 * A payment that leaves: from what is set aside to what the holder has, or, where the NHS pays a supplier, to
 * what it paid for each line.
 */
export const leavingPostings = (
  budget: Reference,
  amount: Pence,
  lines: readonly ForLine[],
): readonly Posting[] => [
  { account: allocatedTo(budget), pence: negative(amount) },
  ...(lines.length === 0
    ? [{ account: heldBy(budget), pence: amount }]
    : lines.map(one => ({ account: commissionedFor(budget, one.line_key), pence: one.amount }))),
]

/** The same the other way: the money is set aside again. */
export const backPostings = (
  budget: Reference,
  amount: Pence,
  lines: readonly ForLine[],
): readonly Posting[] =>
  leavingPostings(budget, amount, lines)
    .map(one => ({ account: one.account, pence: negative(one.pence) }))
    .reverse()

type Said = {
  readonly period_from: PlainDate
  readonly period_until: PlainDate
  readonly kind: ObligationKind | null
  readonly is_for: string | null
}
const daysOf = (one: Said): string => `${sayShortDay(one.period_from)} to ${sayShortDay(one.period_until)}`

/** What an entry says of a payment: the days of a regular one, what else it is and for what. */
export const entrySays = (one: Said): string =>
  one.kind === null
    ? `Payment for ${daysOf(one)}`
    : sayOwed(one.kind, one.is_for ?? daysOf(one)).slice(0, 500)

/** What the entry says that takes part of an advance off a regular payment. */
export const nettedSays = (one: Said & { readonly amount: Pence; readonly netted: Pence }): string =>
  `Part of the advance, taken off ${sayMoney(plus(one.amount, one.netted))} for ${daysOf(one)}`
