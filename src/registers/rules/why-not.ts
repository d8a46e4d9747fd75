import type { PlainDate } from '../../kernel/days.ts'
import { consentOn } from '../../rights/public.ts'
import type { Admission, Entry, SaidBy } from '../types.ts'

export const problemSays = {
  'not-allowed': 'Your role cannot do this',
  'caller-may-not-do-this': 'The person who called may not do this',
  'on-the-list-already': 'They are on the list already',
  'not-their-pathway': 'Only a case about a learning disability, autism or Transforming Care can be joined',
  'birthday-missing': 'Write down the birthday first: who may say yes depends on it',
  'not-theirs-to-say': 'They are under 16, so somebody with parental responsibility says yes or no',
  'says-so-themselves': 'They can decide about this, so they say yes or no themselves',
  'cannot-decide': 'You said that they cannot decide about this. Choose who decided',
  'nobody-stands-in': 'Nobody is written down who may say yes for them. Add them under People first',
  'a-parent-decides': 'They are under 16: ask who has parental responsibility',
  'decision-missing': 'Say what was decided, and who was asked',
  'name-missing': 'Enter the name of who said yes or decided',
  'before-the-list': 'That is before they were put on the list',
  'has-ended': 'They are no longer on the list',
  'level-not-known': 'Choose one of your own levels. If there are none, set them first',
  'held-before-asked': 'That is before the review was asked for',
  'held-already': 'This review was held already',
  'expert-or-reason': 'Enter who knew it from their own life, or why nobody did. One of the two',
  'no-such-thing': 'There is no such thing here',
  'done-already': 'This was noted already',
  'not-held-yet': 'The review was not held yet',
  'bed-said-by-missing': 'Say who asked for a bed and who answered',
  'in-hospital-already': 'They are in hospital already, or were on that day',
  'not-in-hospital': 'They are not in hospital',
  'left-before-they-came': 'That is before the day they went in',
  'same-day': 'That is the day that was set already',
  'not-their-case': 'That is not a case of theirs',
} as const
export type Problem = keyof typeof problemSays

/** All reasons of those that are so, in their order. */
export const thatAreSo = (checks: readonly (readonly [boolean, Problem])[]): readonly Problem[] =>
  checks.filter(([so]) => so).map(([, problem]) => problem)

export type Yes = {
  readonly canDecide: boolean
  readonly saidBy: SaidBy
  readonly name: string
  readonly about: string | null
  readonly asked: string | null
}
type About = {
  readonly born: PlainDate | null
  readonly on: PlainDate
  /** Those who may say yes for them on that day, by name. */
  readonly standIn: readonly string[]
}

/**
 * Why a yes is none. Who says it is asked of the rule on consent (DP-CON-02, general knowledge there; that it
 * holds for this list too is our own reading). A decision in somebody's best interests is for whoever is 16
 * or over and cannot decide about this one thing; it names what it was about and who was asked.
 */
export function whyNotYes(yes: Yes, { born, on, standIn }: About): readonly Problem[] {
  if (born === null) return ['birthday-missing']
  const { age, consents } = consentOn({ born, hasCapacity: yes.canDecide }, on)
  const [own, child] = [consents === 'the-person', age < 16]
  const { saidBy } = yes
  return thatAreSo([
    [yes.name.trim() === '', 'name-missing'],
    [saidBy === 'the-person' && child, 'not-theirs-to-say'],
    [saidBy === 'the-person' && !child && !own, 'cannot-decide'],
    [saidBy !== 'the-person' && own, 'says-so-themselves'],
    [saidBy === 'representative' && !own && !standIn.includes(yes.name), 'nobody-stands-in'],
    [saidBy === 'best-interests' && child, 'a-parent-decides'],
    [saidBy === 'best-interests' && !(yes.about && yes.asked), 'decision-missing'],
  ])
}

/** Nothing is written about somebody who has left the list, nor on a day before they were on it. */
export const whyNotNow = (entry: Entry, on: PlainDate | null = null): readonly Problem[] =>
  thatAreSo([
    [entry.ending !== null, 'has-ended'],
    [on !== null && on < entry.putOn, 'before-the-list'],
  ])

/** A stay may lie before the list. Two share no day but the one on which one ends and the other begins. */
export function whyNotAdmit(entry: Entry, from: PlainDate, until: PlainDate | null): readonly Problem[] {
  const last = until ?? ('9999-12-31' as PlainDate)
  const there = ({ from: a, until: b }: Admission) => a < last && (b === null || b > from)
  return thatAreSo([
    [entry.ending !== null, 'has-ended'],
    [entry.admissions.some(one => there(one) || one.from === from), 'in-hospital-already'],
    [until !== null && until < from, 'left-before-they-came'],
  ])
}

/** Where somebody is in hospital now, if they are. */
export const openAdmission = ({ admissions }: Pick<Entry, 'admissions'>): Admission | null =>
  admissions.find(({ until }) => until === null) ?? null

export const whyNotLeave = (entry: Entry, on: PlainDate): readonly Problem[] => {
  const open = openAdmission(entry)
  if (open === null) return ['not-in-hospital']
  return thatAreSo([[on < open.from, 'left-before-they-came']])
}
