import { addYears, daysBetween, type PlainDate, plainDate } from '../../kernel/days.ts'
import { nothing, type Pence, pence, timesRoundedHalfUp } from '../../kernel/money.ts'
import { duty, rule } from '../rule.ts'
import * as at from '../sources.ts'

const on = plainDate

export const chairWorth = duty({
  id: 'WHEELCHAIR-VALUE',
  says: 'The budget is worth what the chair that meets the assessed need would cost the NHS.',
  by: [at.chairValue],
  from: null,
  answer: 'cost-to-the-nhs-of-the-assessed-chair',
})
export const chairFromNhs = duty({
  id: 'WHEELCHAIR-NOTIONAL',
  says: 'Who takes the chair that the NHS offers pays nothing; the NHS owns and repairs it.',
  by: [at.chairNotional],
  from: null,
  answer: { pays: 'nothing', owner: 'nhs', repairs: 'nhs' },
})
export const chairAddedTo = duty({
  id: 'WHEELCHAIR-CONTRIBUTION',
  says: 'Who adds features pays for them; the NHS owns the chair and repairs the basic chair only.',
  by: [at.chairContribution],
  from: null,
  answer: { pays: 'features-with-vat', owner: 'nhs', repairs: 'nhs-basic-chair-only' },
})
export const chairElsewhere = duty({
  id: 'WHEELCHAIR-THIRD-PARTY',
  says: 'Who buys elsewhere pays what is above the budget, owns the chair and sees to its repairs.',
  by: [at.chairThirdParty],
  from: null,
  answer: { pays: 'above-the-budget', owner: 'person', repairs: 'person' },
})
export const chairThreeWays = duty({
  id: 'WHEELCHAIR-THREE-WAYS',
  says: 'Local pages offer three ways and name no direct payment, though the law has it as a way.',
  by: [at.chairThreeOptions],
  from: null,
  answer: ['notional', 'notional-with-contribution', 'third-party'],
})
export const chairPaidDirectly = duty({
  id: 'WHEELCHAIR-DIRECT',
  says: 'Nothing we read says who owns a chair bought by direct payment; we treat it like a third party’s.',
  by: [at.ourWay],
  from: null,
  answer: { pays: 'above-the-budget', owner: 'person', repairs: 'person' },
})
export const chairContributors = duty({
  id: 'WHEELCHAIR-WHO-ADDS',
  says: 'The person, the council, a charity, Access to Work or education may pay what is added.',
  by: [at.chairContributors],
  from: null,
  answer: ['person', 'council', 'charity', 'access-to-work', 'education'],
})

/** The VAT on added features in hundredths, as local pages say. */
const vatPercent = 20n
export const chairVat = rule<{ readonly net: Pence; readonly exempt: boolean }, Pence>({
  id: 'WHEELCHAIR-VAT',
  says: 'Features that somebody adds to an NHS chair may carry 20% VAT, unless the person is exempt.',
  by: [at.chairContribution],
  from: null,
  cases: [
    { says: 'features of £620.00', facts: { net: pence(62_000n), exempt: false }, answer: pence(12_400n) },
    { says: 'somebody who is exempt', facts: { net: pence(62_000n), exempt: true }, answer: nothing },
    { says: 'half a penny goes up', facts: { net: pence(1_003n), exempt: false }, answer: pence(201n) },
  ],
  decide: ({ net, exempt }) => (exempt ? nothing : timesRoundedHalfUp(net, vatPercent, 100n)),
})

type Agreed = { readonly agreedOn: PlainDate; readonly years: number }
export const chairPeriod = rule<Agreed, PlainDate>({
  id: 'WHEELCHAIR-PERIOD',
  says: 'A wheelchair budget usually lasts five years or three, from the day on which it is agreed.',
  by: [at.chairPeriod],
  from: null,
  cases: [
    {
      says: 'five years',
      facts: { agreedOn: on('2026-05-05'), years: 5 },
      answer: on('2031-05-05'),
    },
    {
      says: 'three years',
      facts: { agreedOn: on('2026-09-01'), years: 3 },
      answer: on('2029-09-01'),
    },
    {
      says: 'agreed on 29 February',
      facts: { agreedOn: on('2028-02-29'), years: 3 },
      answer: on('2031-02-28'),
    },
  ],
  decide: ({ agreedOn, years }) => addYears(agreedOn, years),
})

/** Days in the 18 weeks of the national collection. */
export const daysToHandOver = 18 * 7
type Wait = { readonly referredOn: PlainDate; readonly until: PlainDate }
export const chairWait = rule<Wait, 'within-18-weeks' | 'longer'>({
  id: 'WHEELCHAIR-18-WEEKS',
  says: 'The national collection counts chairs handed over within 18 weeks of the referral, and later ones.',
  by: [at.wheelchairCollection],
  from: null,
  cases: [
    {
      says: 'the last day of the 18 weeks',
      facts: { referredOn: on('2026-01-05'), until: on('2026-05-11') },
      answer: 'within-18-weeks',
    },
    {
      says: 'the day after them',
      facts: { referredOn: on('2026-01-05'), until: on('2026-05-12') },
      answer: 'longer',
    },
  ],
  decide: ({ referredOn, until }) =>
    daysBetween(referredOn, until) <= daysToHandOver ? 'within-18-weeks' : 'longer',
})

export const wheelchairRules = [
  chairWorth,
  chairFromNhs,
  chairAddedTo,
  chairVat,
  chairElsewhere,
  chairThreeWays,
  chairPaidDirectly,
  chairContributors,
  chairPeriod,
  chairWait,
]
