import type { PlainDate } from '../../kernel/days.ts'
import { backedBy, inForceOn } from '../rule.ts'
import { debts, type NeverCode, neverBuys, onlyInPlan } from '../rules/buying.ts'
import type { Backed } from '../types.ts'

/** What somebody wants to buy, as sorted by whoever answers. */
export type Wish = {
  readonly inPlan: boolean
  /** The things no direct payment buys that this is one of. */
  readonly never: readonly NeverCode[]
  /** It would repay a debt: one for a service in the plan, or another. */
  readonly debt: 'from-the-plan' | 'other' | null
}
export type BuyCode = NeverCode | 'DEBT' | 'NOT_IN_PLAN'
export type BuyAnswer = Backed & {
  readonly answer: 'yes' | 'no' | 'not-yet'
  readonly codes: readonly BuyCode[]
  readonly because: 'in-plan' | 'debt-from-the-plan' | null
  readonly next: 'ask-to-change-the-plan' | null
  /** The day the answer was given; it is kept with its rules. */
  readonly on: PlainDate
}

/**
 * "Can I buy this?" with every code that says no. The list is assembled, so nobody may call it the
 * national list; each of its rows counts on the days it is in force.
 */
export function canIBuy({ inPlan, never: found, debt }: Wish, on: PlainDate): BuyAnswer {
  const never = found.filter(code => inForceOn(neverBuys[code], on))
  const badDebt = debt !== null && debts.decide({ fromThePlan: debt === 'from-the-plan' }) === 'DEBT'
  const codes: readonly BuyCode[] = [...never, ...(badDebt ? (['DEBT'] as const) : [])]
  const kept = { on, next: null, because: null }
  if (codes.length > 0)
    return {
      ...kept,
      answer: 'no',
      codes,
      ...backedBy(...never.map(code => neverBuys[code]), ...(badDebt ? [debts] : [])),
    }
  if (debt !== null)
    return { ...kept, answer: 'yes', codes, because: 'debt-from-the-plan', ...backedBy(debts) }
  if (onlyInPlan.decide({ inPlan }) === 'in-plan')
    return { ...kept, answer: 'yes', codes, because: 'in-plan', ...backedBy(onlyInPlan) }
  return {
    ...kept,
    answer: 'not-yet',
    codes: ['NOT_IN_PLAN'],
    next: 'ask-to-change-the-plan',
    ...backedBy(onlyInPlan),
  }
}
