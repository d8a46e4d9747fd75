import { addDays, type PlainDate } from '../../kernel/days.ts'
import { sayProblem, stopGrounds, stopping } from '../../rights/public.ts'

/** The grounds of the regulations, and the person's own wish to hold the budget no longer. */
export const endGrounds = [...stopGrounds, 'asked-by-the-person'] as const
export type EndGround = (typeof endGrounds)[number]

export type End = {
  readonly reference: string
  /** The last day on which the budget is held so, inside. */
  readonly on: PlainDate
  readonly ground: EndGround
  /** The reasons in words, for the letter. */
  readonly because: string
  /** The day the written notice is given; today unless said. */
  readonly noticeOn: PlainDate
}

export const sayGround = (ground: EndGround): string =>
  ground === 'asked-by-the-person'
    ? 'The person, or who stands in for them, asked for it to end.'
    : sayProblem(ground)

const nobody = { died: false, representative: false, nominee: false }

/**
 * Does the law say that it must stop? Then, and on a death or at the person's own wish, no notice is waited
 * for.
 */
export const mustStop = (ground: EndGround): boolean =>
  ground !== 'asked-by-the-person' && stopping({ happened: [ground], person: nobody }).answer === 'must-stop'

const waitsForNotice = (ground: EndGround): boolean =>
  !mustStop(ground) && ground !== 'patient-died' && ground !== 'asked-by-the-person'

/** The earliest last day: the agreed notice counted from the day after it is given (K2). */
export const earliestEnd = (ground: EndGround, noticeOn: PlainDate, noticeDays: number): PlainDate =>
  waitsForNotice(ground) ? addDays(noticeOn, noticeDays) : noticeOn

export const endSays = {
  'agreement-not-found': 'There is no agreement under this reference',
  'has-ended': 'An end was already set for this budget',
  'role-may-not-end': 'Your role cannot end an agreement',
  'reason-missing': 'Write down the reasons: they go into the letter',
  'ground-not-known': 'Choose the ground on which it ends',
  'death-not-recorded': 'Record the death first. The letter then goes to those who deal with the estate',
  'person-has-died': 'The person has died: end the agreement on that ground',
  'notice-in-the-future': 'The day of the notice cannot be in the future',
  'notice-too-short': 'The last day is too early: the notice in the agreement is longer',
  'ends-before-it-began': 'The last day is before the agreement began',
} as const
export type EndProblem = keyof typeof endSays

export type EndFacts = {
  readonly today: PlainDate
  readonly ends: PlainDate
  readonly ground: EndGround
  readonly because: string
  readonly noticeOn: PlainDate
  readonly noticeDays: number
  readonly from: PlainDate
  readonly diedOn: PlainDate | null
}

/** Every reason why an agreement cannot end so; empty where it can. */
export function whyNotEnd(facts: EndFacts): readonly EndProblem[] {
  const { ground, ends, noticeOn, noticeDays, diedOn } = facts
  const early = waitsForNotice(ground) && ends < earliestEnd(ground, noticeOn, noticeDays)
  const checks: readonly (readonly [boolean, EndProblem])[] = [
    [facts.because.trim() === '', 'reason-missing'],
    [ground === 'patient-died' && diedOn === null, 'death-not-recorded'],
    [ground !== 'patient-died' && diedOn !== null, 'person-has-died'],
    [noticeOn > facts.today, 'notice-in-the-future'],
    [early, 'notice-too-short'],
    [ends < facts.from, 'ends-before-it-began'],
  ]
  return checks.filter(([wrong]) => wrong).map(([, problem]) => problem)
}
