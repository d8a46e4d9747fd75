import type { PlainDate } from '../../kernel/days.ts'
import type { Pence } from '../../kernel/money.ts'
import type { PayeeId } from '../types.ts'
import type { WindowOn } from './settings.ts'

/** A line of the bank as the rules see it. */
export type ToMatch = {
  readonly on: PlainDate
  readonly amount: Pence
  readonly payee: string
  readonly memo: string
  readonly reference: string
}

/** A line of the plan, with the days on which its version is in force. */
export type PlanLine = {
  readonly key: string
  readonly says: string
  readonly payee: string
  readonly payeeWords: readonly string[]
  readonly weekly: Pence
  readonly rate: Pence
  readonly from: PlainDate
  readonly until: PlainDate | null
}

/** What a payee is for, learnt from an answer. `words` as `payeeIn` writes them. */
export type Learnt = {
  readonly id: PayeeId
  readonly words: string
  readonly says: string
  readonly lineKey: string
  readonly on: PlainDate
}

/** A payment of ours that left. `name` is what we wrote on it for the bank. */
export type Paid = { readonly on: PlainDate; readonly amount: Pence; readonly name: string }

export type Facts = {
  /** `PHB-7K3M-9QT`: what our payments are named by. */
  readonly budget: string
  readonly plan: readonly PlanLine[]
  readonly learnt: readonly Learnt[]
  readonly payments: readonly Paid[]
  /** Lines that were matched to our payments before. */
  readonly paidBefore: readonly { readonly on: PlainDate; readonly amount: Pence }[]
  /** How long after it left a payment of a day may arrive, as the body has set it for that day. */
  readonly arrives: WindowOn
  /** The last day on which each line of the plan was paid. */
  readonly last: ReadonlyMap<string, PlainDate>
}

/** What a line was for and why in words; or no kind, and why it has to be asked about. */
export type Verdict =
  | {
      readonly kind: 'plan-line' | 'refund'
      readonly lineKey: string
      readonly because: string
      readonly payee: PayeeId | null
    }
  | {
      readonly kind: 'payment' | 'own-money'
      readonly lineKey: null
      readonly because: string
      readonly payee: null
    }
  | { readonly kind: null; readonly because: string }
