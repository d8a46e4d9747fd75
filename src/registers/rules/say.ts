import type { AdmissionKind, Bed, BeforeKind, EndWhy, Has, Purpose, ReviewKind, SaidBy } from '../types.ts'
import type { Step } from './known.ts'
import type { BudgetFits } from './leaving.ts'

export const kindSays = {
  'care-and-treatment': 'Care and treatment review',
  'care-education-and-treatment': 'Care, education and treatment review',
} as const satisfies Record<ReviewKind, string>

export const stepSays = {
  community: 'Review at home, which was asked for',
  again: 'Next review at home',
  'after-admission': 'First review in hospital',
  inpatient: 'Next review in hospital',
} as const satisfies Record<Step, string>

export const hasSays = {
  'learning-disability': 'A learning disability',
  autism: 'Autism',
  both: 'A learning disability and autism',
} as const satisfies Record<Has, string>

export const saidBySays = {
  'the-person': 'The person',
  representative: 'Somebody who may say yes for them',
  'best-interests': 'Decided in their best interests',
} as const satisfies Record<SaidBy, string>

export const endSays = {
  'consent-withdrawn': 'The yes was taken back',
  'no-longer-at-risk': 'No longer at risk of going into hospital',
  'moved-away': 'Moved away',
  died: 'Died',
} as const satisfies Record<EndWhy, string>

export const admissionSays = {
  agreed: 'They agreed to go in',
  detained: 'Kept there under the Mental Health Act',
  other: 'Something else',
} as const satisfies Record<AdmissionKind, string>

export const bedSays = {
  'not-asked-for': 'No bed was asked for',
  refused: 'A bed was asked for and refused',
  'not-needed': 'A bed was asked for and then not needed',
  given: 'A bed was asked for and given',
} as const satisfies Record<Bed, string>

export const beforeSays = {
  home: 'A home',
  team: 'A team that is trained',
  budget: 'The budget is agreed',
  money: 'The money is there from the day',
  other: 'Something else',
} as const satisfies Record<BeforeKind, string>

export const purposeSays = {
  'prevent-admission': 'To stay out of hospital',
  'plan-discharge': 'To leave hospital',
} as const satisfies Record<Purpose, string>

export const fitsSays = {
  'no-budget': 'No agreement says yet when the budget begins.',
  'on-the-day': 'The budget begins on the day of leaving.',
  before: 'The budget begins before the day of leaving. Money is there before it is needed.',
  after: 'The budget begins after the day of leaving. Until then there is no money. Change the agreement.',
} as const satisfies Record<BudgetFits, string>
