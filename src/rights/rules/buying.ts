import { type NeverRow, neverRows } from '../reference/never-bought.ts'
import { duty, rule } from '../rule.ts'
import * as at from '../sources.ts'
import type { AnyRule } from '../types.ts'

export type NeverCode = keyof typeof neverRows
export const neverCodes = Object.keys(neverRows) as readonly NeverCode[]

export const neverBuys: Readonly<Record<NeverCode, AnyRule>> = Object.fromEntries(
  (Object.entries(neverRows) as [NeverCode, NeverRow][]).map(([code, { says, by, from, until }]) => [
    code,
    duty({
      id: code,
      says: `A direct payment does not buy this: ${says}.`,
      by: [by],
      from,
      ...(until === null ? {} : { until }),
      answer: 'no',
    }),
  ]),
) as unknown as Record<NeverCode, AnyRule>

export const debts = rule<{ readonly fromThePlan: boolean }, 'debt-from-the-plan' | 'DEBT'>({
  id: 'DEBT',
  says: 'A direct payment does not repay a debt, unless the debt is for a service in the plan.',
  by: [at.shoppingPages],
  from: null,
  cases: [
    {
      says: 'an overdue invoice of the plan’s agency',
      facts: { fromThePlan: true },
      answer: 'debt-from-the-plan',
    },
    { says: 'a credit card', facts: { fromThePlan: false }, answer: 'DEBT' },
  ],
  decide: ({ fromThePlan }) => (fromThePlan ? 'debt-from-the-plan' : 'DEBT'),
})
export const onlyInPlan = rule<{ readonly inPlan: boolean }, 'in-plan' | 'NOT_IN_PLAN'>({
  id: 'NOT_IN_PLAN',
  says: 'A direct payment buys what was agreed in the plan. For anything else, ask to change the plan.',
  by: [at.shoppingPages],
  from: null,
  cases: [
    { says: 'a gym membership in the plan', facts: { inPlan: true }, answer: 'in-plan' },
    { says: 'a pottery course that is not', facts: { inPlan: false }, answer: 'NOT_IN_PLAN' },
  ],
  decide: ({ inPlan }) => (inPlan ? 'in-plan' : 'NOT_IN_PLAN'),
})

export const buyingRules = [...Object.values(neverBuys), debts, onlyInPlan]
