import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import type { Step } from '../types.ts'
import type { Difference } from './figures.ts'

export type Seen = {
  readonly step: Step
  readonly today: PlainDate
  /** Numbers of payment runs that are neither gone nor withdrawn. */
  readonly runs: readonly number[]
  readonly differ: readonly Difference[]
  /** An earlier step of the same body that still has somebody to move. */
  readonly earlier: PlainDate | null
  readonly mayFor: boolean
}

export type WhyNot =
  | 'not-your-body'
  | 'not-yet'
  | 'under-way'
  | 'earlier-step-first'
  | 'run-in-the-way'
  | 'figures-differ'

/** Every reason why the cases of a body do not move now; none where they may. */
export function whyNotSucceed({ step, today, runs, differ, earlier, mayFor }: Seen): readonly WhyNot[] {
  const reasons: WhyNot[] = []
  if (!mayFor) reasons.push('not-your-body')
  if (today < step.on) reasons.push('not-yet')
  if (step.underWay) reasons.push('under-way')
  if (earlier !== null) reasons.push('earlier-step-first')
  if (runs.length > 0) reasons.push('run-in-the-way')
  if (differ.length > 0) reasons.push('figures-differ')
  return reasons
}

const sayRuns = (body: string, runs: readonly number[]): string =>
  runs.length === 1
    ? `Payment run ${runs.join()} of ${body} has neither gone nor been dropped. Release or withdraw it first.`
    : `Payment runs ${runs.join(', ')} of ${body} are neither gone nor dropped. Release or withdraw them.`

/** The sentences of the reasons. A run is named by its number, a figure by its name. */
export const sentencesOf = ({ step, runs, differ, earlier }: Seen): Readonly<Record<WhyNot, string>> => ({
  'not-your-body': `An administrator of ${step.body.name}, or of a body that follows it, orders this.`,
  'not-yet': `The day has not come: ${sayShortDay(step.on)}.`,
  'under-way': 'This is under way already.',
  'earlier-step-first': `What is due on ${earlier && sayShortDay(earlier)} comes first.`,
  'run-in-the-way': sayRuns(step.body.name, runs),
  'figures-differ': `The bodies that become one have set different figures: ${differ
    .map(({ name }) => name)
    .join(', ')}. The body that follows sets its own from ${sayShortDay(step.on)} first.`,
})
