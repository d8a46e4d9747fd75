import { ageOn, type PlainDate } from '../../kernel/days.ts'
import { type Deciding, mayPayFamily, type Relation } from '../../rights/public.ts'
import type { Acting, Found, Purpose, ShareAnswer } from '../types.ts'
import { actsOn, type Decides, powerOf } from './who-decides.ts'

export const problemSays = {
  'not-allowed': 'You cannot do this',
  'caller-may-not-do-this': 'The person who called may not do this, so you cannot do it for them',
  'birth-unknown': 'Write down the day of birth first: these rules begin at 16',
  'a-child': 'On that day the person was under 16, so that a parent decides and capacity is not asked',
  'in-the-future': 'This day cannot be in the future',
  'help-missing': 'Say what help was tried first. All help that can be given is given',
  'review-too-early': 'The day to look again must be after the day it was found',
  'found-already': 'This is written down already for that decision and day',
  'older-than-known': 'Something newer is written down for this decision. Write what was found since then',
  'no-finding': 'It was not found that this person cannot take this decision',
  'decided-already': 'What was decided is written down already',
  'before-the-finding': 'This day cannot be before the day on which it was found',
  'no-such-person': 'Choose whom the paper is about',
  'name-missing': 'Enter the name of who acts',
  'basis-missing': 'Choose on what it rests',
  'ends-before-it-begins': 'The last day cannot be before the first',
  'parent-of-somebody-of-16': 'Parental responsibility rests on an age under 16 here',
  'acts-no-more': 'This has ended already',
  'nobody-may-say': 'Nobody may say this for the person yet. First write down who acts for them',
  'not-yours-to-say': 'This is for somebody else to say. “Who decides” shows who that is',
  'no-such-council': 'Enter the name of a council as the list of organisations has it',
  'nothing-to-withdraw': 'Nothing is shared here for this purpose, so there is nothing to take back',
  'stands-already': 'This is how it stands already',
  'no-decision-needed': 'Nobody has to permit this: the rules let this person be paid without more',
  'permitted-already': 'This is permitted already',
  'not-a-paper': 'Send a PDF, a photo or a scan',
  'words-missing': 'Enter at least one word to look for',
  'last-day-wrong': 'The last day cannot be in the past or before the first',
} as const
export type Problem = keyof typeof problemSays

type Check = readonly [wrong: boolean, problem: Problem]
const those = (checks: readonly Check[]): readonly Problem[] =>
  checks.filter(([wrong]) => wrong).map(([, problem]) => problem)

export type NewFinding = {
  readonly decision: Deciding
  readonly found: 'has' | 'has-not'
  readonly on: PlainDate
  readonly assessor: string
  readonly because: string
  readonly helpTried: string
  readonly reviewOn: PlainDate | null
}
type FindingAsked = {
  readonly born: PlainDate | null
  readonly known: readonly Found[]
  readonly today: PlainDate
}

/** Every reason why something found about one decision cannot be written down so. */
export function whyNotFind(asked: NewFinding, { born, known, today }: FindingAsked): readonly Problem[] {
  const same = known.filter(one => one.decision === asked.decision)
  return those([
    [born === null, 'birth-unknown'],
    [born !== null && ageOn(born, asked.on) < 16, 'a-child'],
    [asked.on > today, 'in-the-future'],
    [asked.found === 'has-not' && asked.helpTried.trim() === '', 'help-missing'],
    [asked.reviewOn !== null && asked.reviewOn <= asked.on, 'review-too-early'],
    [same.some(one => one.on === asked.on && one.found === asked.found), 'found-already'],
    [same.some(one => one.on > asked.on), 'older-than-known'],
  ])
}

/** Every reason why a best-interests decision cannot follow a finding. */
export function whyNotDecide(
  one: Found | null,
  { on, today }: { readonly on: PlainDate; readonly today: PlainDate },
): readonly Problem[] {
  if (one === null || one.found === 'has') return ['no-finding']
  return those([
    [one.bestInterests !== null, 'decided-already'],
    [on > today, 'in-the-future'],
    [on < one.on, 'before-the-finding'],
  ])
}

export type NewShare = {
  readonly purpose: Purpose
  readonly body: string
  readonly answer: ShareAnswer
  readonly from: PlainDate
  readonly until: PlainDate | null
}
export type ShareAsked = {
  readonly decides: Decides
  readonly today: PlainDate
  readonly staff: boolean
  /** The one who asks: the person, or somebody who acts. */
  readonly asker: string | null
  readonly isThePerson: boolean
  readonly councilKnown: boolean
  readonly stands: { answer: ShareAnswer | 'not-asked'; until: PlainDate | null; from: PlainDate | null }
  readonly seesNow: boolean
}

const mayAnswer = ({ decides, isThePerson, asker, staff }: ShareAsked): boolean => {
  if (staff) return true
  if (decides.who === 'the-person') return isThePerson
  return decides.acting.some(one => one.otherPerson !== null && one.otherPerson === asker)
}

/** Every reason why consent to share cannot be given, refused or withdrawn so. */
export function whyNotShare(asked: NewShare, of: ShareAsked): readonly Problem[] {
  const { stands } = of
  const given = stands.answer === 'given'
  return those([
    [of.decides.who === 'nobody' && asked.answer === 'given', 'nobody-may-say'],
    [of.decides.who !== 'nobody' && !mayAnswer(of), 'not-yours-to-say'],
    [of.decides.who === 'nobody' && asked.answer !== 'given' && !of.staff, 'not-yours-to-say'],
    [asked.purpose === 'joint-plan' && !of.councilKnown, 'no-such-council'],
    [asked.until !== null && asked.until < asked.from, 'ends-before-it-begins'],
    [asked.answer === 'withdrawn' && !given && !of.seesNow, 'nothing-to-withdraw'],
    [
      given && asked.answer === 'given' && stands.until === asked.until && stands.from === asked.from,
      'stands-already',
    ],
    [stands.answer === 'refused' && asked.answer === 'refused' && !of.seesNow, 'stands-already'],
  ])
}

export type NewPermission = {
  readonly name: string
  readonly relation: Relation
  readonly sameHousehold: boolean
  readonly paidFor: 'care' | 'help-with-managing'
  readonly because: string
  readonly from: PlainDate
  readonly until: PlainDate | null
}
type PermissionAsked = {
  readonly forChild: boolean
  readonly known: readonly (Omit<NewPermission, 'because' | 'relation' | 'sameHousehold'> & {
    readonly relation: Relation
  })[]
}

/** What the rules say of paying somebody near, before anybody permits it. */
export const ruledOf = ({ relation, sameHousehold, paidFor }: NewPermission, forChild: boolean) =>
  mayPayFamily({ relation, sameHousehold, forChild }, paidFor)

const lowered = (name: string): string => name.trim().toLowerCase()

/** Every reason why somebody near cannot be permitted to be paid so. */
export function whyNotPermit(asked: NewPermission, of: PermissionAsked): readonly Problem[] {
  const stands = of.known.some(
    one =>
      lowered(one.name) === lowered(asked.name) &&
      one.paidFor === asked.paidFor &&
      (one.until === null || one.until >= asked.from),
  )
  return those([
    [ruledOf(asked, of.forChild).needs === 'nothing-more', 'no-decision-needed'],
    [asked.until !== null && asked.until < asked.from, 'ends-before-it-begins'],
    [stands, 'permitted-already'],
  ])
}

/** Does somebody still act, so that it can be ended? Parents are parents: only powers and nominees end. */
export const whyNotEnd = (one: Acting | null, today: PlainDate): readonly Problem[] =>
  one === null || powerOf(one) === null || powerOf(one) === 'parental-responsibility'
    ? ['no-such-person']
    : actsOn(one, today)
      ? []
      : ['acts-no-more']
