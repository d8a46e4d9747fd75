import { findClock, type Pause, whyNotPause } from '../../clocks/public.ts'
import { addDays, addMonths, daysBetween, later, type PlainDate } from '../../kernel/days.ts'
import { reviewWindow } from '../../rights/public.ts'
import type { AskedAt, Fact, NotedPause, Plan, What } from '../types.ts'

type Facts = Pick<Plan, 'facts'>

export const all = ({ facts }: Facts, what: What): readonly Fact[] => facts.filter(one => one.what === what)
/** The newest of its day; of two on one day the one noted last. */
export const newest = (of: Facts, what: What): Fact | null =>
  all(of, what).reduce<Fact | null>((last, one) => (last === null || one.on >= last.on ? one : last), null)

/** The signature of a side that counts: the last one, since a body may sign anew for an earlier day. */
export const signature = (of: Facts, side: 'handover-childrens' | 'handover-adults'): Fact | null =>
  all(of, side).at(-1) ?? null

export const stages = [
  'asked',
  'not-assessed',
  'assessing',
  'no-plan',
  'draft',
  'final',
  'reassessing',
  'ended',
] as const
export type Stage = (typeof stages)[number]

/** Whether the newest draft has not become a final plan yet. */
export function draftOpen(of: Facts): Fact | null {
  const [draft, final] = [newest(of, 'draft-sent'), newest(of, 'final-plan')]
  return draft !== null && (final === null || final.number < draft.number) ? draft : null
}

/** How far a plan is, worked out of what happened. */
export function stageOf(of: Facts): Stage {
  if (newest(of, 'plan-ended')) return 'ended'
  if (draftOpen(of)) return 'draft'
  const [final, again] = [newest(of, 'final-plan'), newest(of, 'reassessment')]
  if (final) return again !== null && again.number > final.number ? 'reassessing' : 'final'
  if (newest(of, 'no-plan')) return 'no-plan'
  if (newest(of, 'will-not-assess')) return 'not-assessed'
  return newest(of, 'will-assess') ? 'assessing' : 'asked'
}

/** Is anything of it still going on? */
export const isOpen = (stage: Stage): boolean => !['not-assessed', 'no-plan', 'ended'].includes(stage)

export const pausesOf = (of: Facts): readonly NotedPause[] =>
  all(of, 'pause').map(one => ({
    ground: (one.choice ?? 'exceptional-circumstances') as Pause['ground'],
    from: one.on,
    until: one.until ?? one.on,
    accepted: one.accepted === true,
    who: one.who ?? one.byName,
    words: one.words ?? '',
  }))

export type WhyNotCounted = 'not-accepted' | ReturnType<typeof whyNotPause>[number]
/** Why a noted pause does not move a day; empty where it does. */
export const whyNotCounted = (pause: NotedPause): readonly WhyNotCounted[] => [
  ...whyNotPause(pause),
  ...(pause.accepted ? [] : (['not-accepted'] as const)),
]

/** The day from which the yearly review is counted: the plan made, or last reviewed. */
export function lastLookedAt(of: Facts): PlainDate | null {
  const days = [newest(of, 'final-plan'), newest(of, 'annual-review')].flatMap(one => (one ? [one.on] : []))
  return days.length === 0 ? null : days.reduce(later)
}

const reviewMonths = findClock('EHC-REVIEW').limit?.count ?? 12
export const reviewDue = (of: Facts): PlainDate | null => {
  const from = lastLookedAt(of)
  return from === null ? null : addMonths(from, reviewMonths)
}

/** At what a budget is asked for on a day: a draft, a review, a reassessment, or none of them. */
export function momentOn(of: Facts, on: PlainDate): AskedAt | 'other-time' {
  const draft = draftOpen(of)
  if (draft !== null && draft.on <= on) return 'draft-plan'
  if (stageOf(of) === 'reassessing') return 'reassessment'
  const due = reviewDue(of)
  if (due === null || stageOf(of) !== 'final') return 'other-time'
  const held = newest(of, 'annual-review')
  const window = reviewWindow.decide({
    daysToDue: daysBetween(on, due),
    daysSinceHeld: held === null || held.on > on ? null : daysBetween(held.on, on),
  })
  return window === 'under-way' ? 'review' : 'other-time'
}

/** From which day a budget may next be asked for, where today it may not; null while there is no plan. */
export const nextAskableFrom = (of: Facts): PlainDate | null => {
  const due = reviewDue(of)
  return due === null ? null : addDays(due, -56)
}
