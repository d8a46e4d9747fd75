/**
 * A nominee receives the direct payment for somebody else: both the nominee and the ICB agree before any
 * money.
 */
import { ageOn, later, type PlainDate, plainDate } from '../../kernel/days.ts'
import type { Rule } from '../../kernel/rule.ts'
import type { Nomination } from '../types.ts'

export type NominationReason =
  | 'nominee-not-named'
  | 'nominee-has-not-agreed'
  | 'nominee-not-agreed-by-icb'
  | 'nomination-withdrawn'

export const nominationSays = {
  'nominee-not-named': 'Nobody had been named as nominee by that day',
  'nominee-has-not-agreed': 'The nominee has not agreed to receive the payments',
  'nominee-not-agreed-by-icb': 'The integrated care board has not agreed to this nominee',
  'nomination-withdrawn': 'The nomination was withdrawn in writing',
} as const satisfies Record<NominationReason, string>

type Asked = { readonly nomination: Nomination; readonly day: PlainDate }

const by = (agreed: PlainDate | null, day: PlainDate): boolean => agreed !== null && agreed <= day

function reasons({ nomination, day }: Asked): readonly NominationReason[] {
  const found: NominationReason[] = []
  if (nomination.namedOn > day) found.push('nominee-not-named')
  if (!by(nomination.agreedOn, day)) found.push('nominee-has-not-agreed')
  if (!by(nomination.bodyAgreedOn, day)) found.push('nominee-not-agreed-by-icb')
  if (by(nomination.withdrawnOn, day)) found.push('nomination-withdrawn')
  return found
}

const owen: Nomination = {
  namedOn: plainDate('2026-02-23'),
  agreedOn: plainDate('2026-03-02'),
  bodyAgreedOn: plainDate('2026-03-16'),
  withdrawnOn: null,
}

/** Why the nominee may not receive on a day, every reason; empty where both have agreed. */
export const whyNotNominee: Rule<Asked, readonly NominationReason[]> = {
  id: 'people-nominee-agreed',
  says: 'A nominee and the integrated care board both agree before the first payment',
  source: {
    cite: 'architecture/sources/si-2010-1000.md#regulation-9',
    title: 'NHS (Direct Payments) Regulations 2010, regulation 9, the forerunner of the rules of 2013',
    address: 'https://www.legislation.gov.uk/uksi/2010/1000',
    read: plainDate('2026-11-22'),
  },
  confidence: 'forerunner',
  from: plainDate('2013-08-01'),
  until: null,
  cases: [
    {
      says: 'the nominee has agreed, the board has not',
      facts: { nomination: owen, day: plainDate('2026-03-13') },
      answer: ['nominee-not-agreed-by-icb'],
    },
    { says: 'both have agreed', facts: { nomination: owen, day: plainDate('2026-03-16') }, answer: [] },
  ],
  decide: reasons,
}

/** The first day on which the nominee may receive; null while somebody has still to agree. */
export const nomineeFrom = ({ namedOn, agreedOn, bodyAgreedOn }: Nomination): PlainDate | null =>
  agreedOn === null || bodyAgreedOn === null ? null : later(namedOn, later(agreedOn, bodyAgreedOn))

/** What follows a written withdrawal: nothing stops by itself (regulation 17 says may, not must). */
export const afterWithdrawal = {
  stopsAtOnce: false,
  must: ['consider-stopping', 'review-as-soon-as-reasonably-possible'],
} as const

export type NamingReason =
  | 'a-child-cannot-name'
  | 'person-cannot-decide'
  | 'names-themselves'
  | 'nominee-is-a-child'

export const namingSays = {
  'a-child-cannot-name': 'Somebody under 16 cannot name a nominee; their representative can',
  'person-cannot-decide':
    'The person cannot decide this for themselves; their representative can name a nominee',
  'names-themselves': 'Name somebody else: the person can receive the payments without a nominee',
  'nominee-is-a-child': 'The nominee must be an adult, 18 or over',
} as const satisfies Record<NamingReason, string>

export type Naming = {
  readonly by: 'the-person' | 'representative' | 'icb'
  readonly personBorn: PlainDate
  readonly hasCapacity: boolean
  readonly nomineeIsThePerson: boolean
  readonly nomineeBorn: PlainDate | null
}

/**
 * Why this naming is refused on a day, every reason. That a nominee is 18 or over is a rule of this
 * service.
 */
export function whyNotName(naming: Naming, day: PlainDate): readonly NamingReason[] {
  const found: NamingReason[] = []
  if (naming.by === 'the-person' && ageOn(naming.personBorn, day) < 16) found.push('a-child-cannot-name')
  if (naming.by === 'the-person' && !naming.hasCapacity) found.push('person-cannot-decide')
  if (naming.nomineeIsThePerson) found.push('names-themselves')
  if (naming.nomineeBorn !== null && ageOn(naming.nomineeBorn, day) < 18) found.push('nominee-is-a-child')
  return found
}
