import { plainDate } from '../../kernel/days.ts'
import { duty, rule } from '../rule.ts'
import * as at from '../sources.ts'

const since = plainDate('2013-08-01')

/** What is known of the account that the money is to go into. */
export type AccountFacts = {
  readonly approved: boolean
  readonly managed: boolean
  readonly keptForThisMoney: boolean
  readonly statementsShowEachLine: boolean
  readonly onlyNamedPeopleUseIt: boolean
}
export type AccountProblem =
  | 'account-not-approved'
  | 'account-not-kept-for-this-money'
  | 'account-not-auditable'
  | 'account-open-to-others'

const good: AccountFacts = {
  approved: true,
  managed: false,
  keptForThisMoney: true,
  statementsShowEachLine: true,
  onlyNamedPeopleUseIt: true,
}

const test = <Answer extends AccountProblem>(
  id: string,
  says: string,
  fact: keyof AccountFacts,
  problem: Answer,
) =>
  rule<AccountFacts, Answer | null>({
    id,
    says,
    by: [at.old13],
    from: since,
    cases: [
      { says: 'the account passes', facts: good, answer: null },
      { says: 'the account does not', facts: { ...good, [fact]: false }, answer: problem },
    ],
    decide: facts => (facts[fact] ? null : problem),
  })

export const approvedAccount = test(
  'DP-ACC-01',
  'Money is paid only into an account that the body has approved.',
  'approved',
  'account-not-approved',
)
export const solePurpose = test(
  'DP-ACC-02',
  'The account holds only direct payments and the like, not everyday money.',
  'keptForThisMoney',
  'account-not-kept-for-this-money',
)
export const auditable = test(
  'DP-ACC-03',
  'Statements of the account show where each sum came from and went to.',
  'statementsShowEachLine',
  'account-not-auditable',
)
export const namedPeople = test(
  'DP-ACC-04',
  'Only people who are named and approved may use the account.',
  'onlyNamedPeopleUseIt',
  'account-open-to-others',
)
export const showAccount = duty({
  id: 'DP-ACC-05',
  says: 'The body may ask to see information about the account.',
  by: [at.old13],
  from: since,
  answer: 'may-ask-to-see',
})
export const managedAccount = rule<{ readonly managed: boolean }, readonly string[]>({
  id: 'DP-ACC-06',
  says: 'For a managed account only statements and safeguards are tested.',
  by: [at.managedAccounts],
  from: null,
  cases: [
    { says: 'a managed account', facts: { managed: true }, answer: ['DP-ACC-02', 'DP-ACC-04'] },
    { says: 'one’s own account', facts: { managed: false }, answer: [] },
  ],
  decide: ({ managed }) => (managed ? ['DP-ACC-02', 'DP-ACC-04'] : []),
})
export const managedHolder = duty({
  id: 'DP-ACC-07',
  says: 'With a managed account, regulation 11(6) asks less of the holder.',
  by: [at.managedAccounts],
  from: null,
  answer: 'regulation-11-6-relaxed',
})

export type OneOffFacts = {
  readonly items: number
  readonly paymentsInYear: number
  readonly mostItems?: number
}
export type OneOffProblem = 'no-item-named' | 'more-than-five-items' | 'another-payment-in-the-year'
export const mostItemsOneOff = 5
/** One item is a one-off whatever else is paid; up to five only where nothing else is paid in the year. */
export const oneOffPayment = rule<OneOffFacts, readonly OneOffProblem[]>({
  id: 'DP-ACC-08',
  says: 'A one-off payment for one item, or up to five as the year’s only one, may use any account.',
  by: [at.knownOneOff],
  from: null,
  cases: [
    { says: 'one item', facts: { items: 1, paymentsInYear: 1 }, answer: [] },
    { says: 'five items in the only payment', facts: { items: 5, paymentsInYear: 1 }, answer: [] },
    { says: 'six items', facts: { items: 6, paymentsInYear: 1 }, answer: ['more-than-five-items'] },
    {
      says: 'five items, second payment',
      facts: { items: 5, paymentsInYear: 2 },
      answer: ['another-payment-in-the-year'],
    },
    {
      says: 'six items where the local limit is six',
      facts: { items: 6, paymentsInYear: 1, mostItems: 6 },
      answer: [],
    },
    { says: 'nothing named', facts: { items: 0, paymentsInYear: 1 }, answer: ['no-item-named'] },
  ],
  decide: ({ items, paymentsInYear, mostItems = mostItemsOneOff }) => {
    if (items < 1) return ['no-item-named']
    if (items === 1) return []
    const problems: OneOffProblem[] = []
    if (items > mostItems) problems.push('more-than-five-items')
    if (paymentsInYear > 1) problems.push('another-payment-in-the-year')
    return problems
  },
})

export const accountRules = [
  approvedAccount,
  solePurpose,
  auditable,
  namedPeople,
  showAccount,
  managedAccount,
  managedHolder,
  oneOffPayment,
]
