import { sentencesOfApproving, sentencesOnBehalf } from '../access/public.ts'
import type { LineKind } from '../needs/public.ts'
import type { DraftProblem } from './actions/draft.ts'
import type { WriteProblem } from './actions/write.ts'
import type { LineProblem } from './actions/write-line.ts'
import type { WhyNotHand } from './rules/hand.ts'
import type { WhyNotSignOff } from './rules/sign-off.ts'
import type { TextPart, ToWhom } from './types.ts'

export type Refusal =
  | DraftProblem
  | WriteProblem
  | LineProblem
  | WhyNotHand
  | WhyNotSignOff
  | 'risk-not-found'
  | 'heading-not-known'

/** What is said to somebody who is refused, name by name. */
export const refusalSays: Readonly<Record<Refusal, string>> = {
  ...sentencesOfApproving,
  ...sentencesOnBehalf,
  'case-not-found': 'There is no such case, or you cannot see it',
  'plan-not-found': 'There is no plan here, or you cannot see it',
  'line-not-found': 'This arrangement is not in the plan any more',
  'outcome-not-found': 'This outcome is not in the plan any more',
  'risk-not-found': 'This risk is not in the plan any more',
  'heading-not-known': 'Choose one of the headings',
  'may-not-write': 'You can read this plan but not change it',
  'may-not-hand': 'Only those who write or approve a plan hand it on',
  'signed-off': 'This version is agreed and stays as it is. Begin a new version to change the plan',
  'with-approver': 'The plan is with the approver. Ask for it back before you change it',
  'changed-meanwhile':
    'Somebody changed this while you were writing. Look at it, then send yours if it is still right',
  'no-sum': 'There is no budget yet. The sum is worked out first, then the plan',
  'sum-not-shown': 'Show the sum to the family first: they know the money before planning starts',
  'draft-exists': 'There is a draft already',
  'nothing-in-force': 'There is no plan yet that could be changed',
  'is-there-already': 'The plan is there already',
  'problems-left': 'Put the problems right that are listed in the plan',
  'say-what-to-change': 'Say what has to change',
  'not-handed-to-approver': 'The plan has not been handed to an approver yet',
  'not-after-the-one-before': 'Choose a day after the one on which the version before began',
}

export const kindNames = {
  care: 'Care or support',
  'employer-cost': 'Cost of being an employer',
  training: 'Training',
  contingency: 'Kept for the unexpected',
  equipment: 'Equipment',
  activity: 'Activity',
  other: 'Something else',
} as const satisfies Record<LineKind, string>

export const turnNames = {
  family: 'the family',
  'case-worker': 'the case worker',
  approver: 'the approver',
} as const satisfies Record<ToWhom, string>

type TextPage = { readonly part: TextPart; readonly says: string; readonly asks: string }

/** The pages of one text each, by the name in their address. */
export const textPages = {
  'what-matters': {
    part: 'whatMatters',
    says: 'What matters',
    asks: 'What has to be right for the person to call this a good life? Written together.',
  },
  contingency: {
    part: 'contingency',
    says: 'When the plan fails for a day',
    asks: 'Who steps in when somebody is ill or does not come? Who is called, in which order?',
  },
  'crisis-contact': {
    part: 'crisisContact',
    says: 'Who to call in a crisis',
    asks: 'Name and number, by day and by night.',
  },
  training: {
    part: 'training',
    says: 'Training',
    asks: 'What do assistants have to learn, who shows them, who signs it off? Or why none is needed.',
  },
  safeguards: {
    part: 'safeguards',
    says: 'Keeping safe',
    asks: 'What protects the person from harm and pressure? What if they cannot decide for themselves?',
  },
  'who-checks': {
    part: 'whoChecks',
    says: 'Who keeps an eye on health',
    asks: 'Who checks, how often, and what they do when something changes.',
  },
} as const satisfies Record<string, TextPage>

export type TextName = keyof typeof textPages

/** The text page of an address; null where there is none. */
export const textPage = (name: string): TextPage | null =>
  (textPages as Record<string, TextPage>)[name] ?? null
