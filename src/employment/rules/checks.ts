import type { PlainDate } from '../../kernel/days.ts'
import type { Pence, Thousandths } from '../../kernel/money.ts'
import type { EndGround } from '../types.ts'

export type NewTerm = { readonly unit: string; readonly rate: Pence; readonly weekly: Thousandths }

/** Why somebody cannot be taken on as it was written. */
export type EngageProblem =
  | 'budget-not-found'
  | 'not-yours-to-employ'
  | 'caller-may-not-do-this'
  | 'line-not-in-plan'
  | 'particulars-after-first-day'
  | 'no-rate'
  | 'unit-twice'
  | 'ends-before-it-begins'
  | 'too-young'

export const engageSays = {
  'budget-not-found': 'There is no budget of this reference that you can see',
  'not-yours-to-employ': 'Only the employer, or staff for somebody who called, can do this',
  'caller-may-not-do-this': 'The person who called may not do this, so you cannot do it for them',
  'line-not-in-plan': 'Choose the line of the plan that pays for this',
  'particulars-after-first-day':
    'The written statement must reach the assistant on the first day of work at the latest',
  'no-rate': 'Say what is paid for at least one unit',
  'unit-twice': 'Each unit may stand there once',
  'ends-before-it-begins': 'The last day must not be before the first day',
  'too-young': 'The assistant must be at least 16 on the first day',
} as const satisfies Record<EngageProblem, string>

export type EndProblem = 'before-it-began' | 'notice-after-the-end' | 'ended-already'

export const endingSays = {
  'before-it-began': 'The last day must not be before the job began',
  'notice-after-the-end': 'The day of the notice must not be after the last day',
  'ended-already': 'An end was written down for this job already',
} as const satisfies Record<EndProblem, string>

export const groundSays = {
  resigned: 'The assistant gave notice',
  redundant: 'The work is no longer there (redundancy)',
  dismissed: 'The employer ended it for another reason',
  'term-over': 'The agreed term is over',
  agreed: 'Both agreed to end it',
  'person-died': 'The person died',
} as const satisfies Record<EndGround, string>

/** Why an end cannot be written so: every reason. */
export function whyNotEnd(of: {
  readonly from: PlainDate
  readonly endsOn: PlainDate
  readonly noticeOn: PlainDate
  readonly ended: boolean
}): readonly EndProblem[] {
  const found: EndProblem[] = []
  if (of.ended) found.push('ended-already')
  if (of.endsOn < of.from) found.push('before-it-began')
  if (of.noticeOn > of.endsOn) found.push('notice-after-the-end')
  return found
}
