import { addDays, earlier, type PlainDate } from '../../kernel/days.ts'
import type { Entry } from '../types.ts'
import { type Figures, figureOf } from './figures.ts'
import { nextStep, type Step } from './known.ts'

/** One run of the clock of reviews: from which day, which review, and what became of it. */
export type Run = {
  readonly step: Step
  readonly from: PlainDate
  readonly heldOn: PlainDate | null
  /** Nobody waits for it any more: they left hospital before it was held, or the list. */
  readonly droppedOn: PlainDate | null
}

export type ReviewFacts = Pick<Entry, 'putOn'> & {
  readonly endedOn: PlainDate | null
  readonly admissions: readonly { readonly from: PlainDate; readonly until: PlainDate | null }[]
  readonly reviews: readonly { readonly askedOn: PlainDate; readonly heldOn: PlainDate | null }[]
}

export const reviewFacts = (entry: Entry): ReviewFacts => ({
  putOn: entry.putOn,
  endedOn: entry.ending?.on ?? null,
  admissions: entry.admissions,
  reviews: entry.reviews.map(({ askedOn, held }) => ({ askedOn, heldOn: held?.on ?? null })),
})

type At = {
  readonly admittedOn: PlainDate | null
  readonly last: PlainDate | null
  readonly asked: PlainDate | null
}

/** Which review comes next where somebody is, and from which day its days run. */
function stepAt({ putOn }: ReviewFacts, { admittedOn, last, asked }: At): Pick<Run, 'step' | 'from'> {
  const heldSinceAdmission = admittedOn !== null && last !== null && last >= admittedOn
  const inHospital = admittedOn !== null
  const step = nextStep.decide({ inHospital, heldSinceAdmission, asked: asked !== null })
  if (step === 'after-admission') return { step, from: admittedOn ?? putOn }
  if (step === 'community') return { step, from: asked ?? putOn }
  return { step, from: last ?? putOn }
}

const heldDays = ({ reviews }: ReviewFacts) =>
  reviews.flatMap(({ askedOn, heldOn }) => (heldOn === null ? [] : [{ askedOn, heldOn }])).sort(byDay)
const byDay = (a: { readonly heldOn: string }, b: { readonly heldOn: string }) =>
  a.heldOn < b.heldOn ? -1 : 1

/** The day of the admission during which a day lies; both ends are inside (K9). */
const admittedOn = ({ admissions }: ReviewFacts, day: PlainDate): PlainDate | null =>
  admissions.find(one => one.from <= day && (one.until === null || one.until >= day))?.from ?? null

/** The review that is waited for now. Whoever has left hospital is at home from then on. */
export function currentRun(facts: ReviewFacts): Run {
  const last = heldDays(facts).at(-1)?.heldOn ?? null
  const open = facts.reviews.filter(({ heldOn }) => heldOn === null).map(({ askedOn }) => askedOn)
  const asked = open.length === 0 ? null : open.reduce(earlier)
  const inside = facts.admissions.find(({ until }) => until === null)?.from ?? null
  return {
    ...stepAt(facts, { admittedOn: inside, last, asked }),
    heldOn: null,
    droppedOn: facts.endedOn,
  }
}

/** Reviews after an admission that nobody held before the person left. */
const missed = (facts: ReviewFacts): readonly Run[] =>
  facts.admissions.flatMap(({ from, until }): readonly Run[] =>
    until === null ||
    until < facts.putOn ||
    heldDays(facts).some(one => one.heldOn >= from && one.heldOn <= until)
      ? []
      : [{ step: 'after-admission', from, heldOn: null, droppedOn: until }],
  )

/** Every run of the clock that ended: held, or no longer waited for. */
export function endedRuns(facts: ReviewFacts): readonly Run[] {
  const held = heldDays(facts).map(({ askedOn, heldOn }, place, all): Run => {
    const last = all[place - 1]?.heldOn ?? null
    const at = { admittedOn: admittedOn(facts, heldOn), last, asked: askedOn }
    return { ...stepAt(facts, at), heldOn, droppedOn: null }
  })
  return [...held, ...missed(facts)]
}

/** The last day of a run by the figures of the day on which it began; null where none is set. */
export function dueOf(run: Pick<Run, 'step' | 'from'>, born: PlainDate | null, figures: Figures) {
  const days = figures[figureOf(run.step, born, run.from)]
  return days === null ? null : addDays(run.from, days)
}
