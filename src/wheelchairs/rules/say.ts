import { sayShortDay } from '../../kernel/days.ts'
import type { ChairTerms, ChairWay, WheelchairStanding } from '../../rights/public.ts'
import type { Ending, Giver, Need, QuoteKind, RepairPart, Round } from '../types.ts'
import type { Stage } from './stage.ts'

export const waySays = {
  notional: 'The chair that the NHS offers',
  'notional-with-contribution': 'The chair that the NHS offers, with features added',
  'third-party': 'Another chair, which the supplier bills to the NHS',
  'direct-payment': 'Another chair, with the money paid to the person',
} as const satisfies Record<ChairWay, string>

export const needSays = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  specialist: 'Specialist',
} as const satisfies Record<Need, string>

export const standingSays = {
  'referred-and-eligible': 'Referred, and eligible for the service',
  'clinical-need-changed': 'Has a chair, and the need has changed',
  'condition-of-chair': 'Has a chair, and its condition has changed',
  'no-change-in-need-or-chair': 'Has a chair, and neither need nor chair has changed',
  'not-eligible-for-the-service': 'Referred, and not eligible for the service',
} as const satisfies Record<WheelchairStanding, string>

export const stageSays = {
  referred: 'Waiting for an assessment',
  'no-right': 'No right to a budget now',
  assessed: 'Assessed',
  quoted: 'Quotes are in',
  chosen: 'Chosen, not agreed yet',
  agreed: 'Agreed, chair on its way',
  'has-chair': 'Has the chair',
  'period-over': 'The period is over',
  ended: 'Ended',
} as const satisfies Record<Stage, string>

export const endingSays = {
  closed: 'closed',
  'handed-back': 'handed back',
  'given-up': 'given up',
} as const satisfies Record<Ending['what'], string>

export const ownerSays = {
  nhs: 'The NHS. You use it as long as you need it',
  person: 'You',
} as const satisfies Record<ChairTerms['owner'], string>

export const repairsSays = {
  nhs: 'The NHS repairs it and pays',
  'nhs-basic-chair-only': 'The NHS repairs the basic chair and pays. What was added, you pay for',
  person: 'You see to repairs. The repair money pays, as long as it lasts',
} as const satisfies Record<ChairTerms['repairs'], string>

export const giverSays = {
  person: 'The person or family',
  charity: 'A charity',
  'access-to-work': 'Access to Work',
  council: 'The council',
  education: 'School or education',
} as const satisfies Record<Giver, string>

export const kindSays = {
  features: 'Features added to the NHS chair',
  chair: 'Another chair',
} as const satisfies Record<QuoteKind, string>

export const partSays = {
  basic: 'The chair itself',
  added: 'What was added to it',
} as const satisfies Record<RepairPart, string>

/** Which chair somebody gets: the NHS's own, with what is added to it, or the one that was quoted. */
export function whatOf({ choice, chair }: Pick<Round, 'choice' | 'chair'>): string {
  const quote = choice?.quote ?? null
  if (quote === null) return chair
  return quote.kind === 'features' ? `${chair}, with: ${quote.says}` : quote.says
}

/** Where things stand, in one sentence for whoever the chair is for. */
export function standsIn(stage: Stage, round: Round | null): string {
  const sentences = {
    referred: 'We have the referral. The next step is an assessment of what you need.',
    'no-right': 'With what was found there is no right to a wheelchair budget now.',
    assessed: 'You are assessed. The next step is to choose a chair, with quotes if you want another one.',
    quoted: 'Quotes are in. The next step is to choose.',
    chosen: 'You have chosen. The next step is that somebody else here agrees it.',
    agreed: 'It is agreed. The next step is that you get the chair.',
    'has-chair': 'You have your chair.',
    'period-over': 'The period of this budget is over. Ask for a new look if need or chair has changed.',
    ended: 'This budget has ended.',
  } as const satisfies Record<Stage, string>
  return round?.newLook && stage === 'has-chair'
    ? `You have your chair. A new look was asked for on ${sayShortDay(round.newLook.askedOn)}.`
    : sentences[stage]
}
