import type { HoldReason } from '../../agreements/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { nothing, type Pence } from '../../kernel/money.ts'
import { findRule } from '../../rights/public.ts'

export const payReasons = [
  'not-due-yet',
  'period-already-paid',
  'amount-is-nothing',
  'more-than-allocated',
  'needs-two-different-people',
  'run-withdrawn',
  'taken-out',
  'supplier-account-not-given',
  'supplier-account-not-approved',
] as const
export type PayReason = HoldReason | (typeof payReasons)[number]

/** What is known of one payment on the day on which it would leave. */
export type PayFacts = {
  /** Every reason from how the budget is held on that day: `whyNotHeld` of agreements. */
  readonly held: readonly PayReason[]
  readonly leavesOn: PlainDate
  /** The day up to which payments are made now; null where that is not asked. */
  readonly payUntil: PlainDate | null
  readonly periodFrom: PlainDate
  /** The last day on which the budget is held; null while no end is set. */
  readonly endsOn: PlainDate | null
  readonly paidBefore: boolean
  readonly amount: Pence
  /** What is set aside and not promised to another payment. */
  readonly allocated: Pence
  /** Who released it, where it is asked whether it may leave; left out before anybody has. */
  readonly releasedBy?: readonly string[]
}

/**
 * Every reason why a payment may not leave, not the first one (V-19); empty where nothing stands in the way.
 * Days before the end of a budget are still paid for when the payment is due after it.
 */
export function whyNotPay(facts: PayFacts): readonly PayReason[] {
  const inTime = facts.endsOn !== null && facts.periodFrom <= facts.endsOn
  const held = facts.held.filter(reason => reason !== 'ended' || !inTime)
  const own: readonly (readonly [boolean, PayReason])[] = [
    [facts.payUntil !== null && facts.leavesOn > facts.payUntil, 'not-due-yet'],
    [facts.paidBefore, 'period-already-paid'],
    [facts.amount <= nothing, 'amount-is-nothing'],
    [facts.amount > facts.allocated, 'more-than-allocated'],
    [facts.releasedBy !== undefined && new Set(facts.releasedBy).size < 2, 'needs-two-different-people'],
  ]
  return [...new Set([...held, ...own.filter(([so]) => so).map(([, reason]) => reason)])]
}

/** The rule that a schedule's money rests on: the amount covers the full cost. */
export const fullCost = findRule('DP-AMT-01')
