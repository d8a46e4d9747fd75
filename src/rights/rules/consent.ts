import { ageOn, type PlainDate, plainDate } from '../../kernel/days.ts'
import { duty, rule } from '../rule.ts'
import * as at from '../sources.ts'

const on = plainDate
const since = on('2013-08-01')

export const consentNeeded = duty({
  id: 'DP-CON-01',
  says: 'No direct payment without the consent of the person, or of who stands in for them.',
  by: [at.section12A],
  from: since,
  answer: 'consent-needed',
})

type Aged = { readonly born: PlainDate; readonly on: PlainDate }
const mina = on('2010-09-12')
export const childUnder16 = rule<Aged, 'child' | 'not-a-child'>({
  id: 'DP-CHILD',
  says: 'In the direct payment rules a child is somebody under 16.',
  by: [at.reg2],
  from: since,
  cases: [
    { says: 'the day before the birthday', facts: { born: mina, on: on('2026-09-11') }, answer: 'child' },
    { says: 'the sixteenth birthday', facts: { born: mina, on: on('2026-09-12') }, answer: 'not-a-child' },
  ],
  decide: ({ born, on }) => (ageOn(born, on) < 16 ? 'child' : 'not-a-child'),
})

type Able = Aged & { readonly hasCapacity: boolean }
export type Consenter = 'representative' | 'the-person'
export const ownConsent = rule<Able, Consenter>({
  id: 'DP-CON-02',
  says: 'From the sixteenth birthday somebody with capacity gives their own consent.',
  by: [at.knownConsent],
  from: null,
  cases: [
    {
      says: 'aged 15',
      facts: { born: mina, on: on('2026-09-11'), hasCapacity: true },
      answer: 'representative',
    },
    { says: 'aged 16', facts: { born: mina, on: on('2026-09-12'), hasCapacity: true }, answer: 'the-person' },
    {
      says: 'aged 16 without capacity',
      facts: { born: mina, on: on('2026-09-12'), hasCapacity: false },
      answer: 'representative',
    },
  ],
  decide: ({ born, on, hasCapacity }) =>
    ageOn(born, on) >= 16 && hasCapacity ? 'the-person' : 'representative',
})

export const representatives = [
  'deputy',
  'donee-of-lasting-power',
  'attorney',
  'parental-responsibility',
] as const
export const whoRepresents = rule<{ readonly basis: string }, boolean>({
  id: 'DP-REP-01',
  says: 'Deputies, donees of lasting powers, attorneys and parents with responsibility represent.',
  by: [at.old8],
  from: since,
  cases: [
    ...representatives.map(basis => ({ says: basis.replaceAll('-', ' '), facts: { basis }, answer: true })),
    { says: 'a good neighbour', facts: { basis: 'neighbour' }, answer: false },
  ],
  decide: ({ basis }) => representatives.some(one => one === basis),
})
export const bodyAppoints = duty({
  id: 'DP-REP-02',
  says: 'Where nobody represents the person, the body may appoint somebody to receive and manage the money.',
  by: [at.old8],
  from: since,
  answer: 'may-appoint',
})
export const representativeDuties = duty({
  id: 'DP-REP-03',
  says: 'A representative agrees to act, acts in the best interests and is party to all contracts.',
  by: [at.old8],
  from: since,
  answer: ['agrees', 'best-interests', 'principal-for-contracts', 'money-per-plan', 'follows-the-rules'],
})

type Naming = { readonly by: 'adult-with-capacity' | 'child' | 'representative' | 'body-which-appointed' }
export const mayName = rule<Naming, boolean>({
  id: 'DP-NOM-01',
  says: 'A nominee is named by somebody with capacity who is not a child, or by their representative.',
  by: [at.old9],
  from: since,
  cases: [
    { says: 'an adult with capacity', facts: { by: 'adult-with-capacity' }, answer: true },
    { says: 'a representative', facts: { by: 'representative' }, answer: true },
    { says: 'the body, where it appointed', facts: { by: 'body-which-appointed' }, answer: true },
    { says: 'a child', facts: { by: 'child' }, answer: false },
  ],
  decide: ({ by }) => by !== 'child',
})
export const earlierWish = duty({
  id: 'DP-NOM-02',
  says: 'Whom somebody wished for before losing capacity becomes their nominee.',
  by: [at.old9],
  from: since,
  answer: 'wish-makes-nominee',
})

export type NomineeFacts = { readonly nomineeAgreed: boolean; readonly bodyAgreed: boolean }
export type NomineeProblem = 'nominee-has-not-agreed' | 'nominee-not-agreed-by-ICB'
export const bothAgree = rule<NomineeFacts, readonly NomineeProblem[]>({
  id: 'DP-NOM-03',
  says: 'The nominee has agreed, and the body has agreed to the nominee, before the first payment.',
  by: [at.old9],
  from: since,
  cases: [
    { says: 'both agreed', facts: { nomineeAgreed: true, bodyAgreed: true }, answer: [] },
    {
      says: 'the body has not',
      facts: { nomineeAgreed: true, bodyAgreed: false },
      answer: ['nominee-not-agreed-by-ICB'],
    },
    {
      says: 'neither has',
      facts: { nomineeAgreed: false, bodyAgreed: false },
      answer: ['nominee-has-not-agreed', 'nominee-not-agreed-by-ICB'],
    },
  ],
  decide: ({ nomineeAgreed, bodyAgreed }) => [
    ...(nomineeAgreed ? [] : (['nominee-has-not-agreed'] as const)),
    ...(bodyAgreed ? [] : (['nominee-not-agreed-by-ICB'] as const)),
  ],
})
export const nominationWithdrawn = duty({
  id: 'DP-NOM-04',
  says: 'After a written withdrawal or change of nominee the body considers stopping, and reviews soon.',
  by: [at.old9],
  from: since,
  answer: ['consider-stopping', 'review-as-soon-as-reasonably-possible'],
})

type Payee = { readonly individual: boolean; readonly familyHouseholdOrFriend: boolean }
export const certificate = rule<Payee, 'may-ask-for-certificate' | 'not-needed'>({
  id: 'DP-DBS-01',
  says: 'The body may ask for an enhanced certificate of a holder who is not family, household or a friend.',
  by: [at.social2009, at.knownStaff],
  from: null,
  cases: [
    {
      says: 'a stranger',
      facts: { individual: true, familyHouseholdOrFriend: false },
      answer: 'may-ask-for-certificate',
    },
    { says: 'a sister', facts: { individual: true, familyHouseholdOrFriend: true }, answer: 'not-needed' },
    { says: 'a firm', facts: { individual: false, familyHouseholdOrFriend: false }, answer: 'not-needed' },
  ],
  decide: ({ individual, familyHouseholdOrFriend }) =>
    individual && !familyHouseholdOrFriend ? 'may-ask-for-certificate' : 'not-needed',
})

export const consentRules = [
  consentNeeded,
  childUnder16,
  ownConsent,
  whoRepresents,
  bodyAppoints,
  representativeDuties,
  mayName,
  earlierWish,
  bothAgree,
  nominationWithdrawn,
  certificate,
]
