import type { PlainDate } from '../../kernel/days.ts'
import type { Complaint, Outcome } from '../types.ts'

export const stages = [
  'to-acknowledge',
  'late-to-decide',
  'consent-awaited',
  'to-plan',
  'looking',
  'answered',
  'not-heard',
  'withdrawn',
] as const
/** How a complaint stands: worked out of its facts, never stored. */
export type Stage = (typeof stages)[number]

/** What the stage is worked out of, for a list or a page alike. */
export type Facts = {
  readonly madeBy: Complaint['madeBy']
  readonly receivedOn: PlainDate
  readonly lastDay: PlainDate
  readonly acknowledgeBy: PlainDate
  readonly explainBy: PlainDate
  readonly acknowledgedOn: PlainDate | null
  readonly heard: boolean | null
  readonly consentOn: PlainDate | null
  readonly plannedBy: PlainDate | null
  /** The newest day that was promised for the answer: of a delay, of the plan, or of the board itself. */
  readonly answerBy: PlainDate | null
  readonly delayedOn: PlainDate | null
  readonly reopenedOn: PlainDate | null
  readonly answeredOn: PlainDate | null
  readonly outcome: Outcome | null
  readonly withdrawnOn: PlainDate | null
}

const last = <One extends { readonly on: PlainDate }>(all: readonly One[]): One | null => all.at(-1) ?? null

/** How many times it was opened again. */
export const reopenings = ({ turnings }: Pick<Complaint, 'turnings'>): number =>
  turnings.filter(({ what }) => what === 'reopened').length

/** The answer since it was last opened; null while there is none. */
export const answerNow = (one: Pick<Complaint, 'turnings' | 'answers'>) =>
  one.answers.find(({ number }) => number === reopenings(one) + 1) ?? null

/** The facts of a whole complaint. */
export function factsOf(one: Complaint): Facts {
  const turning = last(one.turnings)
  const answer = answerNow(one)
  const delay = last(one.delays)
  const planned = one.plans[0]?.answerBy ?? null
  return {
    madeBy: one.madeBy,
    receivedOn: one.receivedOn,
    lastDay: one.lastDay,
    acknowledgeBy: one.acknowledgeBy,
    explainBy: one.explainBy,
    acknowledgedOn: one.acknowledged?.on ?? null,
    heard: one.hearing?.heard ?? null,
    consentOn: one.consent?.on ?? null,
    plannedBy: planned,
    answerBy: delay?.answerBy ?? planned ?? one.answerBy,
    delayedOn: delay?.on ?? null,
    reopenedOn: last(one.turnings.filter(({ what }) => what === 'reopened'))?.on ?? null,
    answeredOn: answer?.on ?? null,
    outcome: answer?.outcome ?? null,
    withdrawnOn: turning?.what === 'withdrawn' ? turning.on : null,
  }
}

/** Pure: how it stands. What ends it comes first, then what stands in the way of looking into it. */
export function stageOf(facts: Facts): Stage {
  if (facts.withdrawnOn !== null) return 'withdrawn'
  if (facts.answeredOn !== null) return 'answered'
  if (facts.heard === false) return 'not-heard'
  if (facts.acknowledgedOn === null) return 'to-acknowledge'
  if (facts.receivedOn > facts.lastDay && facts.heard === null) return 'late-to-decide'
  if (facts.madeBy === 'somebody-else' && facts.consentOn === null) return 'consent-awaited'
  return facts.plannedBy === null ? 'to-plan' : 'looking'
}

export const isOpen = (stage: Stage): boolean =>
  stage !== 'withdrawn' && stage !== 'answered' && stage !== 'not-heard'

/**
 * The day on which the board must have done the next thing; null where no day is known. Without an answer
 * six months after it came, the delay is explained, whatever day was agreed.
 */
export function dueOf(facts: Facts): PlainDate | null {
  const stage = stageOf(facts)
  if (!isOpen(stage)) return null
  if (stage === 'to-acknowledge') return facts.acknowledgeBy
  const explain = facts.delayedOn === null && facts.reopenedOn === null ? facts.explainBy : null
  const days = [facts.answerBy, explain].filter(day => day !== null).sort()
  return days[0] ?? null
}

/** Whose turn it is: the person’s while their consent is waited for, else the board’s. */
export const turnOf = (stage: Stage): 'us' | 'you' | 'nobody' => {
  if (!isOpen(stage)) return 'nobody'
  return stage === 'consent-awaited' ? 'you' : 'us'
}
