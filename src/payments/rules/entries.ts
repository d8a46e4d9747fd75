import type { Reference } from '../../kernel/ids.ts'
import { negative, type Pence } from '../../kernel/money.ts'
import { allocatedTo, commissionedFor, heldBy, type Posting } from '../../ledger/public.ts'

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
