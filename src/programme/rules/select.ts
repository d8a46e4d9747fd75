import type { Moment } from '../../kernel/days.ts'
import { type Backed, backedBy, findRule } from '../../rights/public.ts'
import type { Application, Call, Judged, ScoreGiven } from '../types.ts'
import { onScale, pointsOf, whyNotCall } from './score.ts'

/** A result is the mean of two. */
export const scorersNeeded = 2

export const notScoredSays = {
  late: 'It came after the call had closed',
  'not-two-scorers': 'It needs the scores of two people who do not work for the applicant',
  'off-the-scale': 'A score is not on the scale, or a criterion has none',
} as const
export type NotScored = keyof typeof notScoredSays

export type Equals = {
  readonly between: readonly string[]
  /** On the criterion that tells them apart, of both scorers together, in the same order. */
  readonly levels: readonly number[]
}

export type Selection = Backed & {
  /** In the order of their results. */
  readonly judged: readonly Judged[]
  readonly notScored: Readonly<Record<string, readonly NotScored[]>>
  readonly equal: readonly Equals[]
  readonly chosen: readonly string[]
  readonly notChosen: readonly string[]
  /** Equal in everything across the last place: people decide, with reasons; chance does not. */
  readonly undecided: readonly string[]
  /** Everybody who applied, also who came late. */
  readonly lettersTo: readonly string[]
}

const second = (moment: Moment): number => Math.floor(Date.parse(moment) / 1000)
const isLate = (call: Call, { receivedAt }: Application): boolean =>
  second(receivedAt) > second(call.closesAt)

const used = ({ scorings }: Application) => scorings.filter(({ worksForApplicant }) => !worksForApplicant)

/** Every reason why an application has no result. Whoever works for the applicant counts for nothing. */
export function whyNotScored(call: Call, application: Application): readonly NotScored[] {
  if (isLate(call, application)) return ['late']
  const own = used(application)
  const people = new Set(own.map(({ scorer }) => scorer)).size
  const checks: readonly (readonly [boolean, NotScored])[] = [
    [own.length !== scorersNeeded || people !== scorersNeeded, 'not-two-scorers'],
    [own.some(one => !onScale(call, one)), 'off-the-scale'],
  ]
  return checks.filter(([so]) => so).map(([, problem]) => problem)
}

function judge(call: Call, application: Application): Judged {
  const own = used(application)
  const at = call.criteria.findIndex(({ name }) => name === call.equalBy)
  const scores: readonly ScoreGiven[] = application.scorings.map(one => ({
    scorer: one.scorer,
    points: one.worksForApplicant ? 'not-used' : pointsOf(call, one),
  }))
  return {
    area: application.area,
    scores,
    points: own.reduce((all, one) => all + pointsOf(call, one), 0),
    equalBy: own.reduce((all, { levels }) => all + (levels[at] ?? 0), 0),
  }
}

// The name only makes the order the same each time; it decides nothing.
const inOrder = (a: Judged, b: Judged): number =>
  b.points - a.points || b.equalBy - a.equalBy || (a.area < b.area ? -1 : 1)
const alike = (a: Judged, b: Judged | undefined): boolean => a.points === b?.points && a.equalBy === b.equalBy

function share(judged: readonly Judged[], places: number) {
  const last = judged[places - 1]
  const first = judged[places]
  const open = last !== undefined && first !== undefined && alike(last, first)
  const undecided = open ? judged.filter(one => alike(one, last)) : []
  const sure = (some: readonly Judged[]) =>
    some.filter(one => !undecided.includes(one)).map(({ area }) => area)
  return {
    chosen: sure(judged.slice(0, places)),
    notChosen: sure(judged.slice(places)),
    undecided: undecided.map(({ area }) => area),
  }
}

const equalsIn = (judged: readonly Judged[]): readonly Equals[] =>
  [...Map.groupBy(judged, ({ points }) => points).values()]
    .filter(group => group.length > 1)
    .map(group => ({ between: group.map(({ area }) => area), levels: group.map(one => one.equalBy) }))

/**
 * Who is chosen, in what order and by what result. Throws where `whyNotCall` finds a reason. The criteria
 * rest on the documents that this service was asked to carry out; window, conflict and equals are our way.
 */
export function select(call: Call, applications: readonly Application[]): Selection {
  const problems = whyNotCall(call)
  if (problems.length > 0) throw new RangeError(problems.join(', '))
  const why = new Map(applications.map(one => [one, whyNotScored(call, one)]))
  const scored = applications.filter(one => why.get(one)?.length === 0)
  const judged = scored.map(one => judge(call, one)).sort(inOrder)
  const left = [...why].filter(([, reasons]) => reasons.length > 0)
  const notScored = left.map(([{ area }, reasons]) => [area, reasons] as const).sort()
  return {
    judged,
    notScored: Object.fromEntries(notScored),
    equal: equalsIn(judged),
    ...share(judged, call.places),
    lettersTo: [...judged.map(({ area }) => area), ...notScored.map(([area]) => area)],
    ...backedBy(...['SELECTION-CRITERIA', 'SELECTION-IN-TIME', 'SELECTION-CONFLICT'].map(findRule)),
  }
}
