import type { Reference } from '../../kernel/ids.ts'
import { minus, negative, nothing, type Pence, pence, plus, smaller } from '../../kernel/money.ts'
import { allocatedTo, commissionedFor, owedBySupplier, type Posting } from '../../ledger/public.ts'
import type { ForLine } from './entries.ts'
import type { Supplier } from './supplier.ts'

/** What a supplier still owes for one line of one budget's plan. */
export type Credit = {
  readonly id: string
  readonly reference: string
  readonly supplierKey: string
  readonly lineKey: string
  readonly left: Pence
}
export type CreditTaken = { readonly credit: string; readonly lineKey: string; readonly amount: Pence }

type Payment = {
  readonly reference: string
  readonly amount: Pence
  readonly supplier: Supplier | null
  readonly credited?: readonly CreditTaken[]
}

// A payment is never nothing: a penny at least is left, so that it is still made and told.
const least = pence(1n)

/**
 * Payments to suppliers, some made smaller: a credit comes off the payments to the same supplier for the same
 * line of the same budget, the next one first, and off no other. What does not fit waits for the one after.
 */
export function withCredits<One extends Payment>(
  payments: readonly One[],
  credits: readonly Credit[],
  linesOf: (one: One) => readonly ForLine[],
): readonly One[] {
  const left = new Map(credits.map(one => [one.id, one.left]))
  return payments.map(one => {
    const own = credits.filter(
      each => each.reference === one.reference && each.supplierKey === one.supplier?.key,
    )
    if (own.length === 0) return one
    const room = new Map(linesOf(one).map(line => [line.line_key, line.amount]))
    let amount = one.amount
    const credited: CreditTaken[] = []
    for (const { id, lineKey } of own) {
      const most = smaller(room.get(lineKey) ?? nothing, minus(amount, least))
      const taken = smaller(left.get(id) ?? nothing, most)
      if (taken <= nothing) continue
      credited.push({ credit: id, lineKey, amount: taken })
      left.set(id, minus(left.get(id) ?? nothing, taken))
      room.set(lineKey, minus(room.get(lineKey) ?? nothing, taken))
      amount = minus(amount, taken)
    }
    return credited.length === 0 ? one : { ...one, amount, credited }
  })
}

type Parts = readonly Pick<CreditTaken, 'lineKey' | 'amount'>[]
const sumOf = (parts: Parts): Pence => plus(nothing, ...parts.map(({ amount }) => amount))

/** What a credit note makes of money that was, or will be, paid for lines: the supplier owes it. */
export const creditPostings = (budget: Reference, parts: Parts): readonly Posting[] =>
  parts.flatMap(({ lineKey, amount }) => [
    { account: commissionedFor(budget, lineKey), pence: negative(amount) },
    { account: owedBySupplier(budget, lineKey), pence: amount },
  ])

/** What is taken off a payment stays set aside, and the supplier owes it no longer. */
export const creditTakenPostings = (budget: Reference, parts: Parts): readonly Posting[] => [
  { account: allocatedTo(budget), pence: sumOf(parts) },
  ...parts.map(({ lineKey, amount }) => ({
    account: owedBySupplier(budget, lineKey),
    pence: negative(amount),
  })),
]

/** The same the other way, where the payment came back. */
export const creditBackPostings = (budget: Reference, parts: Parts): readonly Posting[] =>
  creditTakenPostings(budget, parts).map(one => ({ account: one.account, pence: negative(one.pence) }))
