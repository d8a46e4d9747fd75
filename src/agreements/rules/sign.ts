import type { PlainDate } from '../../kernel/days.ts'
import type { Standing } from '../types.ts'

export const signSays = {
  'agreement-not-found': 'There is no such agreement',
  'replaced-meanwhile': 'A newer agreement was prepared meanwhile. Look at that one',
  'has-ended': 'This budget has ended, so there is nothing to sign',
  'person-has-died': 'The person has died, so there is nothing to sign',
  'signed-already': 'It is signed already',
  'caller-may-not-do-this': 'The person who called may not do this, so you cannot do it for them',
  'not-yours-to-sign': 'Only the person, or who stands in for them, can sign',
  'person-signs-themselves': 'The person is 16 or over and decides for themselves, so they sign themselves',
  'representative-signs': 'The person is under 16 or cannot decide this, so a parent or representative signs',
  'not-everything-agreed':
    'Tick everything that you agree to. If you do not agree, tell us instead of signing',
  'name-missing': 'Type your full name',
  'signed-in-the-future': 'The day it was signed cannot be in the future',
  'signed-before-it-was-prepared': 'It cannot have been signed before it was prepared',
  'role-may-not-sign':
    'Only a team leader, head of service or panel with a limit of their own can sign for the NHS',
  'wrote-it': 'You prepared this agreement. Somebody else must sign it for the NHS',
  'above-limit': 'It is more a week than your role may approve',
} as const
export type SignProblem = keyof typeof signSays

export type SigningFacts = {
  readonly today: PlainDate
  readonly isNewest: boolean
  readonly hasEnded: boolean
  readonly diedOn: PlainDate | null
  readonly signedOn: PlainDate | null
}

type Check = readonly [boolean, SignProblem]
const found = (checks: readonly Check[]): readonly SignProblem[] =>
  checks.filter(([wrong]) => wrong).map(([, problem]) => problem)

const aboutAgreement = (facts: SigningFacts): readonly Check[] => [
  [!facts.isNewest, 'replaced-meanwhile'],
  [facts.hasEnded, 'has-ended'],
  [facts.diedOn !== null, 'person-has-died'],
  [facts.signedOn !== null, 'signed-already'],
]

export type PersonSigning = SigningFacts & {
  readonly standing: Standing
  readonly ownConsent: boolean
  /** Signed on paper and recorded by staff; on line otherwise. */
  readonly onPaper: boolean
  readonly on: PlainDate
  readonly madeOn: PlainDate
  readonly name: string
  readonly conditions: readonly string[]
  readonly agreedTo: readonly string[]
}

/** Staff record what was signed on paper; on line the person signs, or who stands in for them. */
function aboutWho({ standing, ownConsent, onPaper }: PersonSigning): readonly Check[] {
  if (onPaper) return [[standing !== 'staff', 'not-yours-to-sign']]
  const standsIn = standing === 'parent' || standing === 'representative'
  return [
    [standing !== 'the-person' && !standsIn, 'not-yours-to-sign'],
    [standsIn && ownConsent, 'person-signs-themselves'],
    [standing === 'the-person' && !ownConsent, 'representative-signs'],
  ]
}

/** Every reason why this signature of the person's side does not count; empty where it does. */
export const whyNotSignForPerson = (facts: PersonSigning): readonly SignProblem[] =>
  found([
    ...aboutAgreement(facts),
    ...aboutWho(facts),
    [facts.conditions.some(key => !facts.agreedTo.includes(key)), 'not-everything-agreed'],
    [facts.name.trim().length < 2, 'name-missing'],
    [facts.on > facts.today, 'signed-in-the-future'],
    [facts.on < facts.madeOn, 'signed-before-it-was-prepared'],
  ])

export type BodySigning = SigningFacts & {
  readonly isApprover: boolean
  readonly wroteIt: boolean
  readonly aboveLimit: boolean
}

/**
 * Every reason why this colleague cannot sign for the NHS: author and approver differ (design, chapter 7).
 */
export const whyNotSignForBody = (facts: BodySigning): readonly SignProblem[] =>
  found([
    ...aboutAgreement(facts),
    [!facts.isApprover, 'role-may-not-sign'],
    [facts.wroteIt, 'wrote-it'],
    [facts.aboveLimit, 'above-limit'],
  ])
