import type { Id } from '../kernel/brand.ts'
import type { Lane } from '../rights/public.ts'

export type ReviewId = Id<'review'>
export type { Lane }

export const laneNames = {
  'plan-review': 'Plan and budget',
  'money-audit': 'Money',
  eligibility: 'Eligibility',
} as const satisfies Record<Lane, string>

/** What a review of the plan must test (DP-REV-05), and what the other two lanes look at (ours). */
export const testsOf = {
  'plan-review': [
    ['fits', 'Does the plan still fit the person’s needs and life?'],
    ['used-well', 'Was the money used well, for what was agreed?'],
    ['enough', 'Does the amount still cover the full cost of each service?'],
    ['complied', 'Did the person who holds the money do what was agreed?'],
    ['outcomes', 'Are the outcomes being reached?'],
  ],
  'money-audit': [
    ['statements', 'Do the statements cover the whole time?'],
    ['in-plan', 'Was everything bought in the plan, or agreed afterwards?'],
    ['employer', 'Are wages, tax and insurance paid, where somebody is employed?'],
    ['left', 'Is what is left in the account explained?'],
  ],
  eligibility: [
    ['still-eligible', 'Is the person still eligible?'],
    ['changed', 'Have needs changed so that a new decision is to be made?'],
  ],
} as const satisfies Record<Lane, readonly (readonly [string, string])[]>

export const follows = ['continue', 'change', 'stop'] as const
export type Follows = (typeof follows)[number]
export type TestAnswer = {
  readonly test: string
  readonly asks: string
  readonly answer: 'yes' | 'no' | 'partly'
  readonly note: string
}
