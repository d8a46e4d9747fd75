import { ageOn, type PlainDate, plainDate } from '../../kernel/days.ts'
import { duty, rule } from '../rule.ts'
import * as at from '../sources.ts'

const on = plainDate
export const powerFrom = on('2013-08-01')
export const rightFrom = on('2014-10-01')
export const wideningFrom = on('2019-12-02')

type Day = { readonly on: PlainDate }
type Aged = Day & { readonly born: PlainDate }

export const powerToPay = rule<Day, 'power-but-no-right' | 'no-power'>({
  id: 'POWER-TO-PAY',
  says: 'Since 1 August 2013 an NHS body may make direct payments. A power to pay is not a right to be paid.',
  by: [at.section12A, at.reg1],
  from: powerFrom,
  cases: [
    { says: 'the last day without rules', facts: { on: on('2013-07-31') }, answer: 'no-power' },
    { says: 'the first day of the rules', facts: { on: on('2013-08-01') }, answer: 'power-but-no-right' },
  ],
  decide: ({ on }) => (on >= powerFrom ? 'power-but-no-right' : 'no-power'),
})

export const provideByBudget = duty({
  id: 'RIGHT-01',
  says: 'The body must be able to provide the service by a personal health budget.',
  by: [at.reg32B],
  from: rightFrom,
  answer: 'must-be-able-to-provide',
})

export const threeWays = duty({
  id: 'RIGHT-02',
  says: 'A budget is managed as a direct payment, by the NHS body itself, or by somebody it is passed to.',
  by: [at.reg32B],
  from: rightFrom,
  answer: ['direct-payment', 'notional', 'third-party'],
})

export const publicise = duty({
  id: 'RIGHT-03',
  says: 'The body must make budgets known to people who can have one, and promote them.',
  by: [at.reg32B],
  from: rightFrom,
  answer: 'must-publicise',
})

export const inform = duty({
  id: 'RIGHT-04',
  says: 'The body must give information, advice and support to help people decide whether to ask.',
  by: [at.reg32B],
  from: rightFrom,
  answer: 'must-inform-and-support',
})

export const grantRequest = rule<{ readonly appropriate: boolean }, 'grant' | 'may-refuse-that-part'>({
  id: 'RIGHT-05',
  says: 'A request must be granted, except for a part where a budget is not appropriate for this person.',
  by: [at.reg32B],
  from: rightFrom,
  cases: [
    { says: 'a part for which a budget is appropriate', facts: { appropriate: true }, answer: 'grant' },
    { says: 'a part for which it is not', facts: { appropriate: false }, answer: 'may-refuse-that-part' },
  ],
  decide: ({ appropriate }) => (appropriate ? 'grant' : 'may-refuse-that-part'),
})

export const bodyDecidesWay = duty({
  id: 'RIGHT-06',
  says: 'The body decides which way of managing fits best; we keep what was asked, what was decided and why.',
  by: [at.reg32B],
  from: rightFrom,
  answer: ['way-asked', 'way-decided', 'reason'],
})

export const reasonsForRefusal = duty({
  id: 'RIGHT-07',
  says: 'A refused budget gets written reasons, and the person may ask for a second look.',
  by: [at.knownRefusals],
  from: null,
  answer: ['written-reasons', 'reconsideration'],
})

export const childrensAge = rule<Aged, 'in-age' | 'too-old'>({
  id: 'CYP_CONTINUING_CARE-AGE',
  says: 'Continuing care for children is for someone aged 17 or under.',
  by: [at.reg32A],
  from: rightFrom,
  cases: [
    {
      says: 'the last day of being 17',
      facts: { born: on('2010-09-12'), on: on('2028-09-11') },
      answer: 'in-age',
    },
    {
      says: 'the eighteenth birthday',
      facts: { born: on('2010-09-12'), on: on('2028-09-12') },
      answer: 'too-old',
    },
  ],
  decide: ({ born, on }) => (ageOn(born, on) <= 17 ? 'in-age' : 'too-old'),
})

export const adultAge = rule<Aged, 'in-age' | 'too-young'>({
  id: 'ADULT_CHC-AGE',
  says: 'NHS Continuing Healthcare is for someone aged 18 or over, and the NHS alone pays for it.',
  by: [at.reg32A],
  from: rightFrom,
  cases: [
    {
      says: 'the day before the birthday',
      facts: { born: on('2008-02-29'), on: on('2026-02-28') },
      answer: 'too-young',
    },
    {
      says: 'born on 29 February',
      facts: { born: on('2008-02-29'), on: on('2026-03-01') },
      answer: 'in-age',
    },
  ],
  decide: ({ born, on }) => (ageOn(born, on) >= 18 ? 'in-age' : 'too-young'),
})

export const nhsShareOnly = rule<{ readonly funder: 'nhs' | 'council' }, 'reached' | 'council-share'>({
  id: 'RIGHT-NHS-SHARE',
  says: 'The right reaches the part which the NHS body pays for, not the part which the council pays for.',
  by: [at.reg32A],
  from: rightFrom,
  cases: [
    { says: 'the NHS part', facts: { funder: 'nhs' }, answer: 'reached' },
    { says: 'the council part', facts: { funder: 'council' }, answer: 'council-share' },
  ],
  decide: ({ funder }) => (funder === 'nhs' ? 'reached' : 'council-share'),
})

export const allWaysOffered = duty({
  id: 'WAYS-ALL-OFFERED',
  says: 'The body offers all three ways of managing the money, and a person may mix them.',
  by: [at.managingMoney],
  from: null,
  answer: ['notional', 'third-party', 'direct-payment'],
})

export const bodyStaysResponsible = duty({
  id: 'RIGHT-RESPONSIBLE',
  says: 'An NHS body may let others do the work, but it stays responsible for every decision.',
  by: [at.guidance],
  from: null,
  answer: 'stays-responsible',
})

export const entitlementRules = [
  powerToPay,
  provideByBudget,
  threeWays,
  publicise,
  inform,
  grantRequest,
  bodyDecidesWay,
  reasonsForRefusal,
  childrensAge,
  adultAge,
  nhsShareOnly,
  allWaysOffered,
  bodyStaysResponsible,
]
