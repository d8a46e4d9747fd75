import type { PlainDate } from '../../kernel/days.ts'
import { minus, negative, nothing, type Pence, pence, smaller } from '../../kernel/money.ts'
import type { AccountName, Posting } from '../../ledger/public.ts'

/** Money that is decided to come off one coming payment of a part, from a day. */
export type Deduction = {
  readonly id: string
  readonly reference: string
  readonly part: string
  readonly amount: Pence
  readonly from: PlainDate
  readonly because: string
}

export type TakenOff = { readonly deduction: string; readonly amount: Pence; readonly because: string }

type Payment = {
  readonly reference: string
  readonly part: string
  readonly schedule: string | null
  readonly dueOn: PlainDate
  readonly amount: Pence
  readonly takenOff?: TakenOff
}

/**
 * A payment is never nothing: a penny at least is left, so that it is still made, told and seen to cover
 * its days.
 */
const least = pence(1n)

/**
 * Regular payments, some of them made smaller: each deduction comes off the first payment of its part that
 * is due
 * on its day or later, and off no other (DP-AMT-04: at most one period). What that payment cannot bear
 * lapses.
 * Payments come in the order in which they are due.
 */
export function withTakenOff<One extends Payment>(
  payments: readonly One[],
  deductions: readonly Deduction[],
): readonly One[] {
  const open = [...deductions]
  return payments.map(one => {
    const place = open.findIndex(
      each =>
        one.schedule !== null &&
        each.reference === one.reference &&
        each.part === one.part &&
        each.from <= one.dueOn,
    )
    const [first] = place < 0 ? [] : open.splice(place, 1)
    if (first === undefined) return one
    const most = minus(one.amount, least)
    const amount = smaller(first.amount, most)
    if (amount <= nothing) return one
    const takenOff = { deduction: first.id, amount, because: first.because }
    return { ...one, amount: minus(one.amount, amount), takenOff }
  })
}

/** What was set aside and is not paid out, since it was there unused, goes back to the fund. */
export const takenOffPostings = (
  allocated: AccountName,
  fund: AccountName,
  amount: Pence,
): readonly Posting[] => [
  { account: allocated, pence: negative(amount) },
  { account: fund, pence: amount },
]
