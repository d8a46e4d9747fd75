import { findClock, lastDay } from '../../clocks/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { ChcStep, ChcWhat } from '../types.ts'
import type { Problem } from './say.ts'

const before = {
  letter: null,
  'review-asked': 'letter',
  'review-answered': 'review-asked',
  'panel-asked': 'review-answered',
  'panel-answered': 'panel-asked',
} as const satisfies Record<ChcWhat, ChcWhat | null>

/** The steps since the newest decision letter, by what they are. */
export function roundOf(steps: readonly ChcStep[]) {
  const round = Math.max(0, ...steps.map(step => step.round))
  const on = (what: ChcWhat): ChcStep | null =>
    steps.find(step => step.round === round && step.what === what) ?? null
  return { round, on }
}

type NewStep = { readonly what: ChcWhat; readonly says: string; readonly on: PlainDate }
/**
 * Why a step cannot be noted: each follows the one before it, on its day or later. The panel may be asked
 * although the review is not answered, where that takes too long (CHC-IRP): with reasons.
 */
export function whyNotStep(steps: readonly ChcStep[], { what, says, on }: NewStep): readonly Problem[] {
  if (what === 'letter') return []
  const { on: stepOf } = roundOf(steps)
  const needs = before[what]
  const earlier = needs === null ? null : stepOf(needs)
  const skips = what === 'panel-asked' && earlier === null && stepOf('review-asked') !== null
  const after = earlier ?? stepOf('review-asked') ?? stepOf('letter')
  const checks: readonly (readonly [boolean, Problem])[] = [
    [stepOf(what) !== null, 'noted-already'],
    [earlier === null && !skips, 'step-out-of-turn'],
    [skips && says.trim() === '', 'undue-delay-reasons'],
    [after !== null && on < after.on, 'step-out-of-turn'],
  ]
  return [...new Set(checks.filter(([so]) => so).map(([, problem]) => problem))]
}

const after = (clock: 'CHC-APPEAL' | 'CHC-IRP', day: PlainDate): PlainDate => {
  const { limit } = findClock(clock)
  if (limit === null) throw new RangeError(`${clock} has no limit`)
  return lastDay(day, limit)
}

/** By when the next step may be asked for; null where none is, or where the last one changed the decision. */
export function chcDays(steps: readonly ChcStep[]) {
  const { on } = roundOf(steps)
  const [letter, answered] = [on('letter'), on('review-answered')]
  return {
    reviewBy: letter === null ? null : after('CHC-APPEAL', letter.on),
    panelBy: answered === null || answered.changed === true ? null : after('CHC-IRP', answered.on),
  }
}

/** Which step can come next. */
export function nextSteps(steps: readonly ChcStep[]): readonly ChcWhat[] {
  const { round, on } = roundOf(steps)
  if (round === 0) return ['letter']
  const order = ['review-asked', 'review-answered', 'panel-asked', 'panel-answered'] as const
  const missing = order.filter(what => on(what) === null)
  const first = missing[0]
  if (first === undefined || (first === 'panel-asked' && on('review-answered')?.changed === true))
    return ['letter']
  // While the review takes too long, the panel may be asked.
  return first === 'review-answered' && missing.includes('panel-asked') ? [first, 'panel-asked'] : [first]
}
