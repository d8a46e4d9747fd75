import { duty, rule } from '../rule.ts'
import * as at from '../sources.ts'
import type { AnyRule, Backing } from '../types.ts'

/** What a direct payment may not buy, by code. The list is assembled: it is not the national list. */
const never = {
  ALCOHOL: ['Alcohol', at.shoppingPages],
  TOBACCO: ['Tobacco', at.shoppingPages],
  GAMBLING: ['Gambling', at.shoppingPages],
  ILLEGAL: ['Anything against the law', at.shoppingPages],
  EMERGENCY: ['Urgent or emergency treatment', at.shoppingPages],
  PRIMARY_MEDICAL: ['What a GP does', at.shoppingPages],
  DENTAL_OPTICAL: ['Dental and optical treatment', at.shoppingPages],
  PLANNED_SURGERY: ['Planned surgery', at.shoppingPages],
  MEDICINES: ['Medicines', at.shoppingPages],
  INPATIENT: ['Care as an inpatient', at.shoppingPages],
  VACCINATION: ['Vaccination', at.knownShopping],
  SCREENING: ['Screening', at.knownShopping],
  NCMP: ['The National Child Measurement Programme', at.knownShopping],
  NHS_HEALTH_CHECK: ['NHS Health Checks', at.knownShopping],
  NHS_CHARGES: ['NHS charges, as for prescriptions or dentistry', at.knownShopping],
} as const satisfies Record<string, readonly [string, Backing]>

export type NeverCode = keyof typeof never
export const neverCodes = Object.keys(never) as readonly NeverCode[]

export const neverBuys: Readonly<Record<NeverCode, AnyRule>> = Object.fromEntries(
  Object.entries(never).map(([code, [thing, by]]) => [
    code,
    duty({
      id: code,
      says: `A direct payment does not buy this: ${thing}.`,
      by: [by],
      from: null,
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
