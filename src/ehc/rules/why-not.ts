import { findClock, lastDay } from '../../clocks/public.ts'
import { addDays, type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { bothSign, planUntil25 } from '../../rights/public.ts'
import type { Fact, NewFact, Plan, What } from '../types.ts'
import { all, draftOpen, isOpen, momentOn, newest, nextAskableFrom, signature, stageOf } from './stage.ts'

/** Every reason why something cannot be noted of an EHC plan, as a sentence at its field. */
export const problemSays = {
  'not-allowed': 'Your role cannot do this here',
  'caller-may-not-do-this': 'The person you act for may not ask for this',
  'in-the-future': 'This day cannot be in the future',
  'before-the-request': 'This day is before the council got the request',
  ended: 'This plan has ended, or there will be none',
  'decided-already': 'It is decided already whether to assess',
  'not-assessing': 'Decide first that the child will be assessed',
  'before-the-decision': 'This day is before the decision to assess',
  'advice-not-found': 'This advice was not asked for, or it has come already',
  'before-it-was-asked': 'This day is before the advice was asked for',
  'not-advice-of-health': 'Only advice of the NHS is noted by the NHS',
  'until-before-from': 'The last day of the pause is before its first day',
  'draft-is-out': 'A draft was sent already. Note what came of it first',
  'no-draft': 'There is no draft of the plan now',
  'before-the-draft': 'This day is before the draft was sent',
  'comments-not-over': 'The family still has time to comment. Wait for their comments or the last day',
  'no-final-plan': 'There is no final plan yet',
  'before-the-plan': 'This day is before the plan was made or last reviewed',
  'not-the-time-to-ask': 'A budget is asked for while the plan is a draft, at a review or a reassessment',
  'asked-already': 'This was asked for already, and has not been answered',
  'not-25': 'The young person is not 25 yet',
  'no-payment': 'Nothing of this strand is paid out yet',
  'began-already': 'The first payment of this strand is noted already',
  'before-the-payment': 'This day is before the first payment',
  'no-such-line': 'There is no such line of yours',
  'not-decided': 'This line is not decided yet',
  'looked-at-again': 'This line was looked at again once already',
  'no-such-budget': 'There is no such budget of this child here',
  'joined-already': 'A budget is joined to this plan already',
  'no-budget': 'No budget is joined to this plan',
  'nothing-to-pay': 'No line is agreed as a direct payment',
  'adult-not-asked': 'The adult decision was not asked for yet',
  'adult-asked-already': 'The adult decision was asked for already',
  'one-is-open': 'There is an open request for this already',
  'too-young': 'Adult care is asked for from 16',
  'before-18': 'A budget moves to adult care on the 18th birthday at the earliest',
  'signed-already': 'This side has signed for that day already',
  'moved-already': 'The budget has moved already',
  'not-both-signed': 'Both bodies have to sign for the same day first',
  'adult-not-granted': 'The adult decision is not made, or it is not a yes',
  'gap-before-adult': 'The adult budget is not signed for that day. Sign its agreement first: no gap',
  'one-day-old': 'The budget has to have begun before the day it moves',
  'agreement-refused': 'The old agreement cannot end on the day before',
  'not-your-strand': 'Each body writes and decides the lines of its own strand',
  'place-not-education': 'Only education has a place at a school or college',
  'not-used-there': 'Say where it is used, or leave out whether the place agrees',
  'payment-not-asked': 'Nobody asked for a direct payment of this line. Choose another answer',
  'block-contract': 'This sum is in a block contract and cannot be taken out. It is not in the budget',
  'school-place': 'A direct payment cannot buy a place at a school or college',
  'test-not-met': 'The law asks four things. A direct payment needs all of them, each ticked',
  'setting-has-to-agree': 'It is used at a school or college, and that place has not agreed',
  'budget-not-asked': 'Nobody asked for a personal budget yet',
  'decided-before': 'This line is decided. It is decided again only where the family asks',
} as const
export type Problem = keyof typeof problemSays

type Check = readonly [boolean, Problem]
export const those = (checks: readonly Check[]): readonly Problem[] =>
  checks.filter(([so]) => so).map(([, problem]) => problem)

const decidedToAssess = (plan: Plan): PlainDate | null => newest(plan, 'will-assess')?.on ?? null
const before = (on: PlainDate, day: PlainDate | null | undefined): boolean => day != null && on < day

/** The first day on which a draft may become final: comments have come, or their time is over. */
function commentsOver(plan: Plan, draft: Fact): PlainDate {
  const limit = findClock('EHC-DRAFT').limit
  const last = limit === null ? draft.on : lastDay(draft.on, limit)
  const came = all(plan, 'comments').find(one => one.number > draft.number)
  return came !== undefined && came.on < last ? came.on : addDays(last, 1)
}

const assessing = (plan: Plan, { on }: NewFact): readonly Problem[] =>
  those([
    [decidedToAssess(plan) === null, 'not-assessing'],
    [before(on, decidedToAssess(plan)), 'before-the-decision'],
  ])

const deciding = (plan: Plan): readonly Problem[] => those([[stageOf(plan) !== 'asked', 'decided-already']])

function advice(plan: Plan, { on, about }: NewFact): readonly Problem[] {
  const asked = all(plan, 'advice-asked').find(one => one.number === about)
  const came = all(plan, 'advice-received').some(one => one.about === about)
  return those([
    [asked === undefined || came, 'advice-not-found'],
    [before(on, asked?.on), 'before-it-was-asked'],
  ])
}

function final(plan: Plan, { on }: NewFact): readonly Problem[] {
  const draft = draftOpen(plan)
  return those([
    [draft === null, 'no-draft'],
    [before(on, draft?.on), 'before-the-draft'],
    [draft !== null && on >= draft.on && on < commentsOver(plan, draft), 'comments-not-over'],
  ])
}

const drafting = (plan: Plan, one: NewFact): readonly Problem[] =>
  newest(plan, 'final-plan') === null
    ? [...assessing(plan, one), ...those([[draftOpen(plan) !== null, 'draft-is-out']])]
    : those([
        [draftOpen(plan) !== null, 'draft-is-out'],
        [before(one.on, newest(plan, 'final-plan')?.on), 'before-the-plan'],
      ])

const commenting = (plan: Plan, { on }: NewFact): readonly Problem[] =>
  those([
    [draftOpen(plan) === null, 'no-draft'],
    [before(on, draftOpen(plan)?.on), 'before-the-draft'],
  ])

const inForce = (plan: Plan, { on }: NewFact): readonly Problem[] =>
  those([
    [newest(plan, 'final-plan') === null, 'no-final-plan'],
    [before(on, newest(plan, 'final-plan')?.on), 'before-the-plan'],
  ])

const reviewing = (plan: Plan, one: NewFact): readonly Problem[] => {
  const held = newest(plan, 'annual-review')?.on
  const known = inForce(plan, one)
  return known.length > 0 ? known : those([[before(one.on, held), 'before-the-plan']])
}

function budget(plan: Plan, { on }: NewFact): readonly Problem[] {
  const moment = momentOn(plan, on)
  const asked = newest(plan, 'budget-asked')
  return those([
    [moment === 'other-time', 'not-the-time-to-ask'],
    [asked !== null && asked.choice === moment && momentOn(plan, asked.on) === moment, 'asked-already'],
  ])
}

const ending = (plan: Plan, { on, choice }: NewFact): readonly Problem[] => [
  ...those([[newest(plan, 'final-plan') === null, 'no-final-plan']]),
  ...those([
    [
      choice === 'is-25' && plan.born !== null && planUntil25.decide({ born: plan.born, on }) === 'may-go-on',
      'not-25',
    ],
  ]),
]

function paying(plan: Plan, { what, on, choice }: NewFact): readonly Problem[] {
  const began = all(plan, 'payment-began').find(one => one.choice === choice)
  return what === 'payment-began'
    ? those([
        [newest(plan, 'final-plan') === null, 'no-final-plan'],
        [before(on, newest(plan, 'final-plan')?.on), 'before-the-plan'],
        [began !== undefined, 'began-already'],
      ])
    : those([
        [began === undefined, 'no-payment'],
        [before(on, began?.on), 'before-the-payment'],
      ])
}

function signing(plan: Plan, { what, on }: NewFact): readonly Problem[] {
  const eighteen = plan.born === null ? null : lastDay(plan.born, { count: 18, unit: 'years-of-age' })
  return those([
    [newest(plan, 'adult-asked') === null, 'adult-not-asked'],
    [newest(plan, 'moved') !== null, 'moved-already'],
    [before(on, eighteen), 'before-18'],
    [all(plan, what).at(-1)?.on === on, 'signed-already'],
  ])
}

const moving = (plan: Plan, { on }: NewFact): readonly Problem[] => {
  const [childrens, adults] = [signature(plan, 'handover-childrens'), signature(plan, 'handover-adults')]
  const signed = bothSign.decide({ childrens: childrens?.on ?? null, adults: adults?.on ?? null })
  return those([
    [newest(plan, 'moved') !== null, 'moved-already'],
    [signed === 'waits' || adults?.on !== on, 'not-both-signed'],
    [newest(plan, 'budget-joined') === null, 'no-budget'],
  ])
}

const rules: Readonly<Record<What, (plan: Plan, one: NewFact) => readonly Problem[]>> = {
  'will-assess': deciding,
  'will-not-assess': deciding,
  'advice-asked': assessing,
  'advice-received': advice,
  pause: (_plan, { on, until }) => those([[until != null && until < on, 'until-before-from']]),
  'no-plan': (plan, one) => [
    ...assessing(plan, one),
    ...those([[newest(plan, 'draft-sent') !== null, 'draft-is-out']]),
  ],
  'draft-sent': drafting,
  comments: commenting,
  'budget-asked': budget,
  'final-plan': final,
  'annual-review': reviewing,
  reassessment: reviewing,
  'plan-ended': ending,
  'payment-began': paying,
  'payment-reviewed': paying,
  'asked-again': () => [],
  'budget-joined': plan => those([[newest(plan, 'budget-joined') !== null, 'joined-already']]),
  'early-indication': () => [],
  'adult-asked': (plan, { on }) =>
    those([
      [newest(plan, 'adult-asked') !== null, 'adult-asked-already'],
      [plan.born !== null && on < lastDay(plan.born, { count: 16, unit: 'years-of-age' }), 'too-young'],
    ]),
  'handover-childrens': signing,
  'handover-adults': signing,
  moved: moving,
}

/** What is about days to come: a move may be signed and agreed ahead. */
const ahead: ReadonlySet<What> = new Set(['handover-childrens', 'handover-adults', 'moved'])

/** Why a fact cannot be noted of a plan; all reasons, in the order people want to hear them. */
export function whyNotNote(plan: Plan, one: NewFact, today: PlainDate): readonly Problem[] {
  const over = !isOpen(stageOf(plan))
  if (over) return ['ended']
  return [
    ...those([
      [one.on > today && !ahead.has(one.what), 'in-the-future'],
      [one.on < plan.receivedOn && one.what !== 'early-indication', 'before-the-request'],
    ]),
    ...rules[one.what](plan, one),
  ]
}

/** A problem as a sentence, with the day from which a budget may be asked for where that is known. */
export function sayProblemOf(problem: Problem, plan: Plan): string {
  const from = problem === 'not-the-time-to-ask' ? nextAskableFrom(plan) : null
  return from === null
    ? problemSays[problem]
    : `${problemSays[problem]}. The next review is open from ${sayShortDay(from)}`
}
