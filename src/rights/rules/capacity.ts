import { ageOn, type PlainDate, plainDate } from '../../kernel/days.ts'
import { duty, rule } from '../rule.ts'
import * as at from '../sources.ts'

export { childrensAge } from './entitlement.ts'

/** What was found about one decision on a day, the newest last. */
export type Finding = { readonly on: PlainDate; readonly found: 'has' | 'has-not' }
type Asked = {
  readonly born: PlainDate
  readonly day: PlainDate
  /** What was found about this one decision; findings about other decisions say nothing of it. */
  readonly findings: readonly Finding[]
}
export type AbleToDecide = 'child' | 'presumed' | 'found-able' | 'found-unable'

const born = plainDate('1949-10-19')
const found: Finding = { on: plainDate('2026-03-09'), found: 'has-not' }
const again: Finding = { on: plainDate('2026-06-01'), found: 'has' }
const asked = (day: string, ...findings: readonly Finding[]): Asked => ({
  born,
  day: plainDate(day),
  findings,
})

export const ableToDecide = rule<Asked, AbleToDecide>({
  id: 'CAP-PRESUMED',
  says: 'From 16 somebody is taken to be able to decide, until it is found of a decision that they cannot.',
  by: [at.knownCapacity],
  from: null,
  cases: [
    { says: 'nothing was found', facts: asked('2026-03-09'), answer: 'presumed' },
    { says: 'the day before it was found', facts: asked('2026-03-08', found), answer: 'presumed' },
    { says: 'the day it was found', facts: asked('2026-03-09', found), answer: 'found-unable' },
    { says: 'found able again', facts: asked('2026-06-01', found, again), answer: 'found-able' },
    {
      says: 'at 15',
      facts: { ...asked('2026-03-09'), born: plainDate('2010-03-10') },
      answer: 'child',
    },
    {
      says: 'on the sixteenth birthday',
      facts: { ...asked('2026-03-10'), born: plainDate('2010-03-10') },
      answer: 'presumed',
    },
  ],
  decide: ({ born, day, findings }) => {
    if (ageOn(born, day) < 16) return 'child'
    const last = findings.filter(one => one.on <= day).at(-1)
    if (last === undefined) return 'presumed'
    return last.found === 'has' ? 'found-able' : 'found-unable'
  },
})

export const oneDecision = duty({
  id: 'CAP-ONE-DECISION',
  says: 'Whether somebody can decide is asked of one decision on one day. Other decisions may differ.',
  by: [at.knownCapacity],
  from: null,
  answer: 'one-decision',
})
export const helpFirst = duty({
  id: 'CAP-HELP-FIRST',
  says: 'Before it is found that somebody cannot decide, all help that can be given is tried.',
  by: [at.knownCapacity],
  from: null,
  answer: 'help-tried',
})
export const bestInterests = duty({
  id: 'CAP-BEST-INTERESTS',
  says: 'What is decided for somebody who cannot is in their best interests, and those near are asked.',
  by: [at.knownCapacity],
  from: null,
  answer: ['those-near-are-asked', 'best-interests'],
})
export const nothingStops = duty({
  id: 'CAP-NOTHING-STOPS',
  says: 'When capacity is lost or comes back no payment stops by itself. Staff are told what to look at.',
  by: [at.ourConsents],
  from: null,
  answer: 'payment-goes-on',
})
export const consentToShare = duty({
  id: 'SHARE-CONSENT',
  says: 'Sharing for a purpose rests on consent, given for that purpose, which may be withdrawn at any time.',
  by: [at.knownSharing],
  from: null,
  answer: 'consent-per-purpose',
})
export const endsAtOnce = duty({
  id: 'SHARE-ENDS-AT-ONCE',
  says: 'What a body was let see for a purpose ends when consent is withdrawn. What was done before stands.',
  by: [at.ourConsents],
  from: null,
  answer: 'sight-ends',
})
export const sharedAnyway = duty({
  id: 'SHARE-ANYWAY',
  says: 'To keep somebody at risk safe, or where a court orders it, bodies share without consent.',
  by: [at.knownSharing],
  from: null,
  answer: ['safeguarding', 'court-order'],
})
export const toldAhead = duty({
  id: 'BIRTHDAY-TOLD-AHEAD',
  says: 'Birthdays that change who decides are told ahead to the young person, the parents and the worker.',
  by: [at.ourConsents],
  from: null,
  answer: ['the-person', 'parent', 'case-worker'],
})

export const adultAt18 = duty({
  id: 'ADULT-AT-18',
  says: 'From the eighteenth birthday somebody is an adult, and parental responsibility for them ends.',
  by: [at.knownPowers],
  from: null,
  answer: 'adult',
})

export const capacityRules = [
  ableToDecide,
  oneDecision,
  helpFirst,
  bestInterests,
  nothingStops,
  consentToShare,
  endsAtOnce,
  sharedAnyway,
  toldAhead,
  adultAt18,
]
