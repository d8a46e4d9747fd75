import { larger, minus, nothing, type Pence, plus } from '../../kernel/money.ts'
import type { ObligationId } from '../../payments/public.ts'
import type { Invoice, Line, Payer, Payment } from '../types.ts'
import { type Sums, sumsOf } from './sums.ts'

export const standings = ['to-check', 'in-dispute', 'to-pay', 'came-back', 'paid', 'nothing-to-pay'] as const
/** How an invoice stands: what is next of it, the most urgent first. */
export type Standing = (typeof standings)[number]

/** What lists show: all that somebody has to do something about, one standing, or everything. */
export const listKinds = ['open', ...standings, 'all'] as const
export type ListKind = (typeof listKinds)[number]

export const standingSays = {
  'to-check': 'To be checked',
  'in-dispute': 'In dispute',
  'to-pay': 'To be paid',
  'came-back': 'Payment came back',
  paid: 'Paid',
  'nothing-to-pay': 'Nothing to pay',
} as const satisfies Record<Standing, string>

export type LineStanding = 'to-check' | 'accepted' | 'in-dispute' | 'settled'
export const lineStandingSays = {
  'to-check': 'To be checked',
  accepted: 'Accepted',
  'in-dispute': 'In dispute',
  settled: 'Settled',
} as const satisfies Record<LineStanding, string>

export function lineStanding({ decided, settled }: Pick<Line, 'decided' | 'settled'>): LineStanding {
  if (decided === null) return 'to-check'
  if (settled !== null) return 'settled'
  return decided.disputed > nothing ? 'in-dispute' : 'accepted'
}

/** What is paid by whom of a line: accepted at once, and when its dispute was settled. */
export const payable = ({ decided, settled }: Pick<Line, 'decided' | 'settled'>): Pence =>
  plus(decided?.accepted ?? nothing, settled?.paid ?? nothing)

const payableBy = (lines: readonly Line[], pays: (payer: Payer) => boolean): Pence =>
  plus(nothing, ...lines.filter(one => one.decided !== null && pays(one.decided.pays)).map(payable))

/** The payment of an obligation that counts: the newest; null where no run holds it, or it came back. */
export function paymentOf(payments: readonly Payment[], obligation: ObligationId): Payment | null {
  const newest = payments.find(one => one.obligation === obligation)
  return newest === undefined || newest.returnedOn !== null ? null : newest
}

const obligations = ({ lines }: Pick<Invoice, 'lines'>): ReadonlySet<ObligationId> =>
  new Set(lines.flatMap(one => [one.decided?.obligation ?? [], one.settled?.obligation ?? []].flat()))

export type Money = Sums & {
  /** What has left for the supplier and stayed, from us or from the budget's account. */
  readonly paid: Pence
  /** What is accepted and has not. */
  readonly toPay: Pence
  /** Of it what somebody pays from the budget's own account. */
  readonly toPayByHolder: Pence
  /** What credit notes took off, and has not come off a payment yet. */
  readonly owedBack: Pence
}

const creditsOf = ({ creditNotes }: Pick<Invoice, 'creditNotes'>) => {
  const lines = creditNotes.flatMap(one => one.lines)
  return {
    credited: plus(nothing, ...lines.map(({ amount }) => amount)),
    taken: plus(nothing, ...lines.map(({ taken }) => taken)),
  }
}

/** Everything that is asked of an invoice's money, to the penny. */
export function moneyOf(invoice: Invoice): Money {
  const sums = sumsOf(invoice.lines)
  const left = [...obligations(invoice)].map(id => {
    const payment = paymentOf(invoice.payments, id)
    return payment !== null && payment.releasedOn !== null ? plus(payment.amount, payment.credited) : nothing
  })
  const byHolder = plus(nothing, ...invoice.paidNotes.map(one => one.amount))
  const { credited, taken } = creditsOf(invoice)
  // What of its own credit notes came off a payment, this one or a later one, is not paid any more.
  const paid = minus(plus(nothing, ...left, byHolder), taken)
  return {
    ...sums,
    paid,
    toPay: larger(minus(sums.accepted, paid), nothing),
    owedBack: minus(credited, taken),
    toPayByHolder: minus(
      payableBy(invoice.lines, payer => payer !== 'nhs'),
      byHolder,
    ),
  }
}

export const cameBack = (invoice: Invoice): boolean =>
  [...obligations(invoice)].some(
    id => invoice.payments.find(one => one.obligation === id)?.returnedOn != null,
  )

export function standingOf(invoice: Invoice): Standing {
  const { open, disputed, toPay, accepted } = moneyOf(invoice)
  if (open > nothing) return 'to-check'
  if (cameBack(invoice)) return 'came-back'
  if (disputed > nothing) return 'in-dispute'
  if (toPay > nothing) return 'to-pay'
  return accepted > nothing ? 'paid' : 'nothing-to-pay'
}
