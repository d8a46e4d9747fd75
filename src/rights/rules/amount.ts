import { plainDate } from '../../kernel/days.ts'
import { larger, minus, nothing, type Pence, pence, smaller } from '../../kernel/money.ts'
import { duty, rule } from '../rule.ts'
import * as at from '../sources.ts'

const since = plainDate('2013-08-01')
const gbp = (pounds: number): Pence => pence(BigInt(Math.round(pounds * 100)))

type Sum = { readonly amount: Pence; readonly cost: Pence }
export const coversFullCost = rule<Sum, { readonly enough: boolean; readonly gap: Pence }>({
  id: 'DP-AMT-01',
  says: 'The amount covers the full cost of each service in the plan.',
  by: [at.old16],
  from: since,
  cases: [
    {
      says: 'just enough',
      facts: { amount: gbp(585), cost: gbp(585) },
      answer: { enough: true, gap: nothing },
    },
    {
      says: 'a penny short',
      facts: { amount: gbp(584.99), cost: gbp(585) },
      answer: { enough: false, gap: pence(1n) },
    },
  ],
  decide: ({ amount, cost }) => ({ enough: amount >= cost, gap: larger(nothing, minus(cost, amount)) }),
})
export const checkEnough = duty({
  id: 'DP-AMT-02',
  says: 'If health changes a lot and no review is needed, the body still checks that the money is enough.',
  by: [at.old16],
  from: since,
  answer: 'must-check-money-is-enough-if-no-review',
})
export const changeAnyTime = rule<{ readonly stillEnough: boolean }, boolean>({
  id: 'DP-AMT-03',
  says: 'The amount may be raised or cut at any time, as long as it is still enough.',
  by: [at.old16],
  from: since,
  cases: [
    { says: 'still enough', facts: { stillEnough: true }, answer: true },
    { says: 'no longer enough', facts: { stillEnough: false }, answer: false },
  ],
  decide: ({ stillEnough }) => stillEnough,
})

type Unused = { readonly unused: Pence; readonly periodPayment: Pence }
export const netAtMostOnePeriod = rule<Unused, Pence>({
  id: 'DP-AMT-04',
  says: 'Money not used may be netted from a payment where that is reasonable: at most one period’s payment.',
  by: [at.old16],
  from: since,
  cases: [
    { says: 'less than one period', facts: { unused: gbp(900), periodPayment: gbp(1460) }, answer: gbp(900) },
    { says: 'exactly one period', facts: { unused: gbp(1460), periodPayment: gbp(1460) }, answer: gbp(1460) },
    {
      says: 'more than one period',
      facts: { unused: gbp(1945.5), periodPayment: gbp(1460) },
      answer: gbp(1460),
    },
    { says: 'nothing unused', facts: { unused: gbp(-20), periodPayment: gbp(1460) }, answer: nothing },
  ],
  decide: ({ unused, periodPayment }) => larger(nothing, smaller(unused, periodPayment)),
})
export const cutNotice = duty({
  id: 'DP-AMT-05',
  says: 'A cut needs reasonable written notice with the reasons.',
  by: [at.old16],
  from: since,
  answer: ['written-notice', 'reasons'],
})
export const protectedFirst = duty({
  id: 'PROTECTED-MONEY',
  says: 'Money owed or agreed to be kept is set aside before any is asked back.',
  by: [at.ourWay],
  from: null,
  answer: 'protected-first',
})
export const surplusPractice = duty({
  id: 'PRACTICE-SURPLUS',
  says: 'One council looks at a surplus above eight weeks’ payments. That is no NHS rule.',
  by: [at.councilSurplus],
  from: null,
  answer: { weeks: 8 },
})
export const costsOfEmploying = duty({
  id: 'PA-COST-LINES',
  says: 'Employing costs more than pay: leave, insurance, payroll, pension, national insurance, training.',
  by: [at.councilCosts],
  from: null,
  answer: [
    'pay',
    'leave',
    'ni',
    'pension',
    'insurance',
    'payroll',
    'checks',
    'training',
    'contingency',
    'redundancy',
  ],
})
export const employmentRates = duty({
  id: 'PA-RATES-DATED',
  says: 'Employment rates change every April. They are dated tables with a source and the day last checked.',
  by: [at.knownEmploying],
  from: null,
  answer: 'dated-table',
})

export const amountRules = [
  coversFullCost,
  checkEnough,
  changeAnyTime,
  netAtMostOnePeriod,
  cutNotice,
  protectedFirst,
  surplusPractice,
  costsOfEmploying,
  employmentRates,
]
