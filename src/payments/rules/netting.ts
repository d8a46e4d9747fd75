import type { PlainDate } from '../../kernel/days.ts'
import { larger, nothing, type Pence, pence, plus, sayMoney, smaller } from '../../kernel/money.ts'
import type { ObligationId } from '../types.ts'

/** An emergency advance that was paid, and what of it was taken off payments so far. */
export type Advance = {
  readonly id: ObligationId
  readonly amount: Pence
  readonly taken: Pence
  /** How many payments something was taken off. */
  readonly times: number
  /** In how many payments it was agreed to be taken off. */
  readonly parts: number
  /** No payment goes below this. */
  readonly floor: Pence
  /** Payments due from this day on are made smaller. */
  readonly from: PlainDate
}
export type Taken = { readonly obligation: ObligationId; readonly amount: Pence }

/** What is still to be taken off. */
export const leftOf = ({ amount, taken }: Pick<Advance, 'amount' | 'taken'>): Pence => pence(amount - taken)

/**
 * The next part of an advance: what is left over the payments that are left, a penny more in the first ones
 * where it does not come out even. Once all parts are over, the rest is one part. Our own way: nothing is
 * lost to rounding, and no part is more than a penny larger than another.
 */
export function nextPart(advance: Pick<Advance, 'amount' | 'taken' | 'times' | 'parts'>): Pence {
  const left = leftOf(advance)
  if (left <= nothing) return nothing
  const over = BigInt(Math.max(1, advance.parts - advance.times))
  return pence((left + over - 1n) / over)
}

export type Payment = { readonly dueOn: PlainDate; readonly amount: Pence }
export type Netted = { readonly amount: Pence; readonly taken: readonly Taken[] }

/**
 * What is taken off one payment for each advance, the oldest first, and what of the payment is left: never
 * below the floor of an advance that takes something. An advance that could not take its part takes it later.
 */
export function netOne(payment: Payment, advances: readonly Advance[]): Netted {
  let amount = payment.amount
  const taken: Taken[] = []
  for (const one of advances) {
    if (payment.dueOn < one.from) continue
    const floors = advances.filter(({ id }) => taken.some(({ obligation }) => obligation === id))
    const floor = floors.reduce((most, { floor: next }) => larger(most, next), one.floor)
    const room = pence(amount - floor)
    const part = room <= nothing ? nothing : smaller(nextPart(one), room)
    if (part <= nothing) continue
    taken.push({ obligation: one.id, amount: part })
    amount = pence(amount - part)
  }
  return { amount, taken }
}

const after = (advance: Advance, taken: readonly Taken[]): Advance => {
  const own = taken.find(({ obligation }) => obligation === advance.id)
  if (own === undefined) return advance
  return { ...advance, taken: plus(advance.taken, own.amount), times: advance.times + 1 }
}

/** The same for payments in the order in which they are due: what one takes, the next does not take again. */
export function netAll(payments: readonly Payment[], advances: readonly Advance[]): readonly Netted[] {
  let open = advances
  return payments.map(payment => {
    const netted = netOne(payment, open)
    open = open.map(one => after(one, netted.taken))
    return netted
  })
}

const payments = (count: number): string => (count === 1 ? 'next payment' : `next ${count} payments`)

/** How an advance is paid back, in words for the holder. */
export function sayAdvance(advance: Pick<Advance, 'amount' | 'parts' | 'floor'>): string {
  const first = nextPart({ ...advance, taken: nothing, times: 0 })
  const odd = advance.amount % BigInt(advance.parts) === 0n ? '' : ' or a penny less'
  const about = advance.parts === 1 ? '' : `, ${sayMoney(first)}${odd} each time`
  return (
    `You need not send it back. We take ${sayMoney(advance.amount)} off your ${payments(advance.parts)}` +
    `${about}. No payment goes below ${sayMoney(advance.floor)} for it: what does not fit is taken later.`
  )
}
