import { ageOn, type PlainDate, plainDate } from '../../kernel/days.ts'
import { duty, rule } from '../rule.ts'
import * as at from '../sources.ts'

const on = plainDate
const since = on('2014-09-01')

/** The four tests of a direct payment under the education rules, in the order of the regulation. */
export const educationTests = ['used-properly', 'best-interests', 'harms-no-service', 'efficient'] as const
export type EducationTest = (typeof educationTests)[number]

type Tested = { readonly met: readonly EducationTest[] }
export const paymentTests = rule<Tested, readonly EducationTest[]>({
  id: 'SEN-DP-TESTS',
  says: 'Education money is paid only if used properly, best for the child, harmless to others, efficient.',
  by: [at.senDirect],
  from: since,
  cases: [
    { says: 'all four are met: nothing stands against it', facts: { met: educationTests }, answer: [] },
    {
      says: 'three are met: the fourth stands against it',
      facts: { met: ['used-properly', 'best-interests', 'harms-no-service'] },
      answer: ['efficient'],
    },
    { says: 'none is met', facts: { met: [] }, answer: educationTests },
  ],
  decide: ({ met }) => educationTests.filter(test => !met.includes(test)),
})
export const paymentRefusal = duty({
  id: 'SEN-DP-REFUSE',
  says: 'A refused education direct payment is told in writing with reasons, and can be reviewed.',
  by: [at.senDirect],
  from: since,
  answer: ['reasons-in-writing', 'review'],
})
export const paymentNotice = duty({
  id: 'SEN-DP-NOTICE',
  says: 'The notice of an education direct payment names the goods and services that it buys.',
  by: [at.senDirect],
  from: since,
  answer: 'names-goods-and-services',
})
export const paymentEnough = duty({
  id: 'SEN-DP-ENOUGH',
  says: 'An education direct payment is enough to buy what was agreed.',
  by: [at.senDirect],
  from: since,
  answer: 'enough',
})
export const paymentCut = rule<{ readonly lookedAgain: number }, 'must-look-again' | 'need-not'>({
  id: 'SEN-DP-CUT',
  says: 'After a cut of an education direct payment the council has to look at it again once.',
  by: [at.senDirect],
  from: since,
  cases: [
    { says: 'not looked at again yet', facts: { lookedAgain: 0 }, answer: 'must-look-again' },
    { says: 'looked at again before', facts: { lookedAgain: 1 }, answer: 'need-not' },
  ],
  decide: ({ lookedAgain }) => (lookedAgain === 0 ? 'must-look-again' : 'need-not'),
})
export const paymentStop = duty({
  id: 'SEN-DP-STOP',
  says: 'The education rules say when a direct payment stops. We were told so and have not read when.',
  by: [at.senDirect],
  from: since,
  answer: 'ask-the-council',
})

type Setting = { readonly usedThere: boolean; readonly agrees: boolean | null }
export const settingAgrees = rule<Setting, 'may' | 'setting-has-to-agree'>({
  id: 'SEN-DP-SETTING',
  says: 'What is used at a school, early years setting or college needs the agreement of that place.',
  by: [at.knownEducation],
  from: null,
  cases: [
    { says: 'used at home', facts: { usedThere: false, agrees: null }, answer: 'may' },
    { says: 'used at school, which agrees', facts: { usedThere: true, agrees: true }, answer: 'may' },
    {
      says: 'used at school, which was not asked',
      facts: { usedThere: true, agrees: null },
      answer: 'setting-has-to-agree',
    },
    {
      says: 'used at school, which says no',
      facts: { usedThere: true, agrees: false },
      answer: 'setting-has-to-agree',
    },
  ],
  decide: ({ usedThere, agrees }) => (!usedThere || agrees === true ? 'may' : 'setting-has-to-agree'),
})

type Charged = { readonly strand: 'health' | 'social-care' | 'education' }
export const chargeOnly = rule<Charged, 'may-be-charged' | 'free'>({
  id: 'STRAND-CHARGE',
  says: 'Only the social care strand may be charged for; health and education are free to the family.',
  by: [at.knownEducation, at.fundersApart],
  from: null,
  cases: [
    { says: 'social care', facts: { strand: 'social-care' }, answer: 'may-be-charged' },
    { says: 'health', facts: { strand: 'health' }, answer: 'free' },
    { says: 'education', facts: { strand: 'education' }, answer: 'free' },
  ],
  decide: ({ strand }) => (strand === 'social-care' ? 'may-be-charged' : 'free'),
})

type Aged = { readonly born: PlainDate; readonly on: PlainDate }
export const planUntil25 = rule<Aged, 'may-go-on' | 'ends'>({
  id: 'EHC-UNTIL-25',
  says: 'An EHC plan may go on until the young person is 25.',
  by: [at.knownEducation],
  from: null,
  cases: [
    {
      says: 'the day before the 25th birthday',
      facts: { born: on('2008-11-03'), on: on('2033-11-02') },
      answer: 'may-go-on',
    },
    {
      says: 'on the 25th birthday',
      facts: { born: on('2008-11-03'), on: on('2033-11-03') },
      answer: 'ends',
    },
  ],
  decide: ({ born, on: day }) => (ageOn(born, day) < 25 ? 'may-go-on' : 'ends'),
})

type Window = { readonly daysToDue: number; readonly daysSinceHeld: number | null }
export const reviewWindow = rule<Window, 'under-way' | 'not-under-way'>({
  id: 'EHC-REVIEW-WINDOW',
  says: 'A review is under way from eight weeks before it is due until four weeks after it was held.',
  by: [at.ourStrands],
  from: null,
  cases: [
    { says: '56 days before', facts: { daysToDue: 56, daysSinceHeld: null }, answer: 'under-way' },
    { says: '57 days before', facts: { daysToDue: 57, daysSinceHeld: null }, answer: 'not-under-way' },
    { says: '28 days after', facts: { daysToDue: 337, daysSinceHeld: 28 }, answer: 'under-way' },
    { says: '29 days after', facts: { daysToDue: 336, daysSinceHeld: 29 }, answer: 'not-under-way' },
  ],
  decide: ({ daysToDue, daysSinceHeld }) =>
    daysToDue <= 56 || (daysSinceHeld !== null && daysSinceHeld <= 28) ? 'under-way' : 'not-under-way',
})

type Signed = { readonly childrens: PlainDate | null; readonly adults: PlainDate | null }
export const bothSign = rule<Signed, 'moves' | 'waits'>({
  id: 'HANDOVER-BOTH-SIGN',
  says: 'A budget moves to adult care when both bodies have signed for the same day.',
  by: [at.ourStrands],
  from: null,
  cases: [
    {
      says: 'both for one day',
      facts: { childrens: on('2026-11-03'), adults: on('2026-11-03') },
      answer: 'moves',
    },
    {
      says: 'for two days',
      facts: { childrens: on('2026-11-03'), adults: on('2026-11-04') },
      answer: 'waits',
    },
    { says: 'only one has signed', facts: { childrens: on('2026-11-03'), adults: null }, answer: 'waits' },
  ],
  decide: ({ childrens, adults }) => (childrens !== null && childrens === adults ? 'moves' : 'waits'),
})

export const educationRules = [
  paymentTests,
  paymentRefusal,
  paymentNotice,
  paymentEnough,
  paymentCut,
  paymentStop,
  settingAgrees,
  chargeOnly,
  planUntil25,
  reviewWindow,
  bothSign,
]
