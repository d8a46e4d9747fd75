import type { PlainDate } from '../../kernel/days.ts'
import { complaining } from '../../rights/public.ts'
import type { Complaint, How, Maker, PointAnswer } from '../types.ts'
import type { Problem } from './say.ts'
import { answerNow, factsOf, isOpen, stageOf } from './stage.ts'

type Check = readonly [so: boolean, problem: Problem]
const those = (...checks: readonly Check[]): readonly Problem[] =>
  checks.filter(([so]) => so).map(([, problem]) => problem)

export type Made = {
  readonly madeBy: Maker
  readonly madeByName: string
  readonly how: How
  readonly readBack: boolean
  readonly words: string
  readonly wants: string
  readonly lateBecause: string
  readonly happenedOn: PlainDate
}

/** Every reason why a complaint cannot be taken as it is typed; a late one only needs its reason. */
export const whyNotMake = (made: Made, { inTime, receivedOn }: { inTime: boolean; receivedOn: PlainDate }) =>
  those(
    [made.madeByName.trim() === '', 'maker-missing'],
    [made.words.trim() === '', 'words-missing'],
    [made.wants.trim() === '', 'wants-missing'],
    [made.happenedOn > receivedOn, 'happened-later'],
    [
      complaining.lateComplaint.decide({ inTime }) !== 'heard' && made.lateBecause.trim() === '',
      'late-reason',
    ],
    [made.how === 'telephone' && !made.readBack, 'not-read-back'],
  )

const over = (one: Complaint): boolean => !isOpen(stageOf(factsOf(one)))
const isLate = (one: Complaint): boolean => one.receivedOn > one.lastDay
const needsConsent = (one: Complaint): boolean =>
  complaining.whoComplains.decide({ somebodyElse: one.madeBy === 'somebody-else' }) !== 'may'

/** Is somebody complained of? Then nothing of the handling is theirs. */
export const isComplainedOf = (one: Complaint, actor: string | null): boolean =>
  one.concerns.some(each => each.actor === actor && each.part === 'complained-of')

export const whyNotAcknowledge = (one: Complaint) =>
  those([over(one), 'over'], [one.acknowledged !== null, 'acknowledged-already'])

export const whyNotConsent = (one: Complaint, on: PlainDate) =>
  those(
    [over(one), 'over'],
    [!needsConsent(one), 'consent-not-needed'],
    [one.consent !== null, 'consent-already'],
    [on < one.happenedOn, 'before-it-happened'],
  )

export const whyNotHear = (one: Complaint) =>
  those([over(one), 'over'], [!isLate(one), 'not-late'], [one.hearing !== null, 'heard-already'])

/** What must be settled before it is looked into: that it is heard, and that the person agrees. */
const notReady = (one: Complaint): readonly Problem[] =>
  those(
    [over(one), 'over'],
    [one.acknowledged === null, 'not-acknowledged'],
    [isLate(one) && one.hearing === null, 'late-undecided'],
    [needsConsent(one) && one.consent === null, 'consent-missing'],
  )

type Planning = {
  readonly handler: string
  readonly answerBy: PlainDate
  readonly lead: 'nhs' | 'council'
  readonly points: readonly string[]
}
export const whyNotPlan = (one: Complaint, plan: Planning, today: PlainDate) => [
  ...notReady(one),
  ...those(
    [isComplainedOf(one, plan.handler), 'handler-complained-of'],
    [plan.answerBy < today, 'day-past'],
    [one.points.length + plan.points.length === 0, 'points-missing'],
    [one.points.length + plan.points.length > 20, 'points-too-many'],
    [one.about === 'nhs' && plan.lead === 'council', 'no-council-in-it'],
  ),
]

export const whyNotNote = (one: Complaint) => those([over(one), 'over'])

export const whyNotExplain = (one: Complaint, answerBy: PlainDate, today: PlainDate) => [
  ...notReady(one),
  ...those([answerBy <= today, 'day-past']),
]

type Signing = {
  readonly by: string | null
  /** Who decided on the case, beside those whom staff noted. */
  readonly deciders: readonly (string | null)[]
  readonly points: readonly PointAnswer[]
  readonly known: (rule: string) => boolean
}
/** Every reason why somebody cannot answer so: who had a part in it, and what the answer lacks. */
export function whyNotAnswer(one: Complaint, { by, deciders, points, known }: Signing): readonly Problem[] {
  const noted = one.concerns.filter(({ actor }) => actor === by).map(({ part }) => part)
  const complainedOf = noted.includes('complained-of')
  const decided = noted.includes('decided') || (by !== null && deciders.includes(by))
  const free = complaining.whoAnswers.decide({ complainedOf, decided }) === 'may'
  return [
    ...notReady(one),
    ...those(
      [!free && complainedOf, 'complained-of'],
      [!free && decided, 'decided-first'],
      [one.plans.length === 0, 'not-planned'],
      [one.points.some(({ number }) => !points.some(each => each.number === number)), 'point-left-out'],
      [points.some(({ reasons }) => reasons.trim() === ''), 'reasons-missing'],
      [points.some(({ rules }) => !rules.every(known)), 'rule-unknown'],
    ),
  ]
}

/** Pure: what the answers to the points come to. */
export function outcomeOf(points: readonly Pick<PointAnswer, 'outcome'>[]): PointAnswer['outcome'] {
  if (points.every(({ outcome }) => outcome === 'upheld')) return 'upheld'
  return points.every(({ outcome }) => outcome === 'not') ? 'not' : 'partly'
}

export const whyNotKeep = (one: Complaint, number: number, on: PlainDate) => {
  const promise = one.promises.find(each => each.number === number)
  const answered = one.answers[0]?.on ?? on
  return those(
    [promise === undefined, 'no-such-promise'],
    [promise !== undefined && promise.kept !== null, 'kept-already'],
    [on < answered, 'before-the-answer'],
  )
}

export const whyNotWithdraw = (one: Complaint) => those([over(one), 'over'])

export const whyNotReopen = (one: Complaint) => {
  const stage = stageOf(factsOf(one))
  return those([stage !== 'answered' && stage !== 'withdrawn', 'still-open'])
}

type Going = { readonly what: 'went' | 'decided'; readonly atOnceBecause: string }
/** An ombudsman usually waits for the answer; going at once needs its reasons. */
export const whyNotOmbudsman = (one: Complaint, { what, atOnceBecause }: Going) => {
  const went = one.ombudsman.some(each => each.what === 'went')
  const answered = one.answers.length > 0 || answerNow(one) !== null
  const may = complaining.atOnce.decide({ answered }) === 'may-go' || atOnceBecause.trim() !== ''
  return those(
    [one.ombudsman.some(each => each.what === what), 'noted-already'],
    [what === 'went' && !may, 'at-once-reasons'],
    [what === 'decided' && !went, 'did-not-go'],
  )
}
