import { dueOn, findClock, type Pause, type Run } from '../../clocks/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { RuleId } from '../../rights/public.ts'
import type { CouncilStrand, Fact, Plan } from '../types.ts'
import { all, newest, pausesOf } from './stage.ts'

/** One run of a clock about an EHC plan, with its days. */
export type PlanRun = {
  readonly clock: RuleId
  readonly start: PlainDate
  readonly met: PlainDate | null
  readonly dropped: PlainDate | null
  readonly due: PlainDate
  readonly withPause: PlainDate
  readonly pauses: readonly Pause[]
  /** Of whom advice was asked. */
  readonly who: string | null
}
type Bare = Pick<PlanRun, 'clock' | 'start'> & Partial<Pick<PlanRun, 'met' | 'dropped' | 'who'>>

type Days = readonly (PlainDate | null | undefined)[]
const first = (...days: Days): PlainDate | null =>
  days.reduce<PlainDate | null>(
    (least, day) => (day != null && (least === null || day < least) ? day : least),
    null,
  )

/** Steps that follow each other: each is met by the next, the last is still open. */
function chain(clock: readonly [first: RuleId, later: RuleId], start: PlainDate, held: readonly Fact[]) {
  const days = held.map(({ on }) => on).sort()
  return [start, ...days].map(
    (from, at): Bare => ({
      clock: at === 0 ? clock[0] : clock[1],
      start: from,
      met: days[at] ?? null,
    }),
  )
}

function ofRequest(plan: Plan): readonly Bare[] {
  const { receivedOn: start } = plan
  const yes = all(plan, 'will-assess')[0]?.on
  const no = all(plan, 'will-not-assess')[0]?.on
  const none = all(plan, 'no-plan')[0]?.on
  const draft = all(plan, 'draft-sent')[0]?.on
  const final = all(plan, 'final-plan')[0]?.on
  return [
    { clock: 'EHC-DECIDE', start, met: first(yes, no) },
    { clock: 'EHC-REFUSE', start, met: first(none, no), dropped: first(draft) },
    { clock: 'EHC-FINAL', start, met: final ?? null, dropped: first(no, none) },
  ]
}

function ofAdvice(plan: Plan): readonly Bare[] {
  const came = all(plan, 'advice-received')
  return all(plan, 'advice-asked').map(asked => ({
    clock: 'EHC-ADVICE',
    start: asked.on,
    met: came.find(one => one.about === asked.number)?.on ?? null,
    who: asked.who,
  }))
}

function ofDrafts(plan: Plan): readonly Bare[] {
  const drafts = all(plan, 'draft-sent')
  const after = (draft: Fact, what: 'comments' | 'final-plan') =>
    all(plan, what).find(one => one.number > draft.number)?.on ?? null
  return drafts.map(draft => ({
    clock: 'EHC-DRAFT',
    start: draft.on,
    met: after(draft, 'comments'),
    dropped: after(draft, 'final-plan'),
  }))
}

const paymentsOf = (plan: Plan, strand: CouncilStrand) => ({
  began: all(plan, 'payment-began').find(one => one.choice === strand)?.on ?? null,
  reviewed: all(plan, 'payment-reviewed').filter(one => one.choice === strand),
})

/** After its first review an education payment is looked at with the plan; social care has its own year. */
function ofReviews(plan: Plan): readonly Bare[] {
  const final = all(plan, 'final-plan')[0]?.on ?? null
  const [education, care] = [paymentsOf(plan, 'education'), paymentsOf(plan, 'social-care')]
  return [
    ...(final === null ? [] : chain(['EHC-REVIEW', 'EHC-REVIEW'], final, all(plan, 'annual-review'))),
    ...(education.began === null
      ? []
      : [
          {
            clock: 'SEN-DP-REVIEW',
            start: education.began,
            met: first(...education.reviewed.map(one => one.on)),
          },
        ]),
    ...(care.began === null
      ? []
      : chain(['CARE-ACT-DP-REVIEW', 'CARE-ACT-DP-REVIEW-YEARLY'], care.began, care.reviewed)),
  ]
}

/** The move at 18. A child with continuing care has these clocks from that care. */
function ofMove(plan: Plan): readonly Bare[] {
  if (plan.born === null || newest(plan, 'final-plan') === null) return []
  const [told, asked] = [newest(plan, 'early-indication')?.on, newest(plan, 'adult-asked')?.on]
  const moved = newest(plan, 'moved')?.on ?? null
  const run = (age: number, met: PlainDate | null | undefined): Bare => ({
    clock: `CYPCC-ADULT-${age}`,
    start: plan.born as PlainDate,
    met: met ?? null,
  })
  return [run(14, told), run(16, asked), run(17, asked), run(18, moved)]
}

type Of = { readonly continuingCare: boolean }

/** Every clock of an EHC plan, run by run, with its day before and with the pauses that count. */
export function runsOf(plan: Plan, { continuingCare }: Of): readonly PlanRun[] {
  const ended = newest(plan, 'plan-ended')?.on ?? null
  const pauses: readonly Pause[] = pausesOf(plan).map(({ ground, from, until, accepted }) => ({
    ground,
    from,
    until,
    accepted,
  }))
  const bare = [
    ...ofRequest(plan),
    ...ofAdvice(plan),
    ...ofDrafts(plan),
    ...ofReviews(plan),
    ...(continuingCare ? [] : ofMove(plan)),
  ]
  return bare.flatMap(({ clock: id, start, met = null, dropped = null, who = null }): readonly PlanRun[] => {
    const clock = findClock(id)
    const run: Run = { start, met, pauses: clock.pausable ? pauses : [] }
    const found = dueOn(clock, run)
    if (found === null) return []
    const { due, withPause } = found
    const over = met === null ? first(dropped, ended) : null
    return [{ clock: id, start, met, dropped: over, due, withPause, pauses: run.pauses ?? [], who }]
  })
}

/** What is still waited for, the first due first. */
export const openRuns = (runs: readonly PlanRun[]): readonly PlanRun[] =>
  runs
    .filter(({ met, dropped }) => met === null && dropped === null)
    .sort((a, b) => (a.withPause < b.withPause ? -1 : 1))
