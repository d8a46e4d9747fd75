import { clocks, type PauseGround } from '../../clocks/public.ts'
import type { EducationTest, RuleId } from '../../rights/public.ts'
import type { AskedAt, endings, LineDecision, What } from '../types.ts'
import type { Stage, WhyNotCounted } from './stage.ts'

export const stageSays = {
  asked: 'Asked for, not decided yet',
  'not-assessed': 'Not assessed',
  assessing: 'Being assessed',
  'no-plan': 'No plan',
  draft: 'Draft plan',
  final: 'Plan in force',
  reassessing: 'Being assessed again',
  ended: 'Ended',
} as const satisfies Record<Stage, string>

/** Where things stand, in a sentence for the family. */
export const standsIn = {
  asked: 'The council has the request. It decides first whether to assess.',
  'not-assessed':
    'The council decided not to assess. You can ask the council for its reasons and your rights.',
  assessing: 'The council is assessing, and asks others for advice.',
  'no-plan': 'After the assessment the council decided that there will be no plan.',
  draft: 'The draft plan is with you. Say what you think of it. You can ask for a personal budget now.',
  final: 'The plan is in force. It is looked at every year.',
  reassessing: 'The needs are assessed again. You can ask for a personal budget now.',
  ended: 'This plan has ended.',
} as const satisfies Record<Stage, string>

export const whatSays = {
  'will-assess': 'The council will assess',
  'will-not-assess': 'The council will not assess',
  'advice-asked': 'Advice asked for',
  'advice-received': 'Advice came',
  pause: 'Pause',
  'no-plan': 'There will be no plan',
  'draft-sent': 'Draft plan sent',
  comments: 'The family’s comments on the draft',
  'budget-asked': 'Personal budget asked for',
  'final-plan': 'Final plan issued',
  'annual-review': 'Yearly review held',
  reassessment: 'A new assessment began',
  'plan-ended': 'The plan ended',
  'payment-began': 'First direct payment',
  'payment-reviewed': 'Direct payment reviewed',
  'asked-again': 'Asked to look at a line again',
  'budget-joined': 'A budget was joined to this plan',
  'early-indication': 'Told early what adult services offer',
  'adult-asked': 'The adult decision was asked for',
  'handover-childrens': 'The children’s side signed the hand-over',
  'handover-adults': 'The adult side signed the hand-over',
  moved: 'The budget moved to adult care',
} as const satisfies Record<What, string>

export const groundSays = {
  'exceptional-circumstances': 'Exceptional circumstances',
  absence: 'Away for four weeks or more',
  'missed-appointment': 'A missed appointment',
  'school-holiday': 'School was closed',
} as const satisfies Record<PauseGround, string>

export const notCountedSays = {
  'not-accepted': 'The council did not accept it',
  'ends-before-it-begins': 'Its last day is before its first',
  'absence-under-4-weeks': 'An absence has to last at least four weeks',
} as const satisfies Record<WhyNotCounted, string>

export const askedAtSays = {
  'draft-plan': 'while the plan is a draft',
  review: 'at a review',
  reassessment: 'at a new assessment',
} as const satisfies Record<AskedAt, string>

export const endingSays = {
  'not-needed-any-more': 'It is not needed any more',
  'is-25': 'The young person is 25',
  'moved-away': 'They moved away: the new council takes it over',
} as const satisfies Record<(typeof endings)[number], string>

export const answerSays = {
  'direct-payment': 'Direct payment',
  arranged: 'Arranged for you, not paid out',
  'not-in-budget': 'Not in the personal budget',
} as const satisfies Record<LineDecision, string>

export const testSays = {
  'used-properly': 'The money will be used properly',
  'best-interests': 'It is in the child’s best interests',
  'harms-no-service': 'It does not harm what others get',
  efficient: 'It is an efficient use of money',
} as const satisfies Record<EducationTest, string>

const awaited = new Map(clocks.map(clock => [clock.id, clock.awaits]))
/** What a clock waits for, in words. */
export const awaitsSays = (clock: RuleId): string => awaited.get(clock) ?? clock
