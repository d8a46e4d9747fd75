import { plainDate } from '../../kernel/days.ts'
import { duty, rule } from '../rule.ts'
import * as at from '../sources.ts'

const since = plainDate('2013-08-01')

export const planFirst = rule<{ readonly planAgreed: boolean }, 'may-pay' | 'plan-not-agreed'>({
  id: 'DP-PLAN-01',
  says: 'A plan that covers the services is agreed before the first payment.',
  by: [at.old11],
  from: since,
  cases: [
    { says: 'agreed', facts: { planAgreed: true }, answer: 'may-pay' },
    { says: 'a draft', facts: { planAgreed: false }, answer: 'plan-not-agreed' },
  ],
  decide: ({ planAgreed }) => (planAgreed ? 'may-pay' : 'plan-not-agreed'),
})
export const adviseOnRisk = duty({
  id: 'DP-PLAN-02',
  says: 'The body advises on significant risks, what may follow from them and how to lessen them.',
  by: [at.old11],
  from: since,
  answer: 'must-advise-on-risk',
})
export const riskProcedure = duty({
  id: 'DP-PLAN-03',
  says: 'Body and holder agree how a significant risk is handled, and write it in the plan.',
  by: [at.old11],
  from: since,
  answer: 'risk-procedure-in-plan',
})

type Enough = { readonly needsMet: boolean; readonly coversFullCost: boolean }
export const enoughForNeeds = rule<Enough, readonly string[]>({
  id: 'DP-PLAN-04',
  says: 'The services meet the health needs, and the money covers the full cost of each service.',
  by: [at.old11],
  from: since,
  cases: [
    { says: 'both', facts: { needsMet: true, coversFullCost: true }, answer: [] },
    {
      says: 'too little money',
      facts: { needsMet: true, coversFullCost: false },
      answer: ['full-cost-not-covered'],
    },
    {
      says: 'neither',
      facts: { needsMet: false, coversFullCost: false },
      answer: ['needs-not-met', 'full-cost-not-covered'],
    },
  ],
  decide: ({ needsMet, coversFullCost }) => [
    ...(needsMet ? [] : ['needs-not-met']),
    ...(coversFullCost ? [] : ['full-cost-not-covered']),
  ],
})
export const riskKinds = duty({
  id: 'DP-PLAN-05',
  says: 'Risks to ask about: health, the service, employing people, no way to complain.',
  by: [at.old11],
  from: since,
  answer: ['health', 'kind-of-service', 'employment', 'no-or-weak-complaints-process'],
})
export const indemnityRisk = duty({
  id: 'DP-PLAN-05-INDEMNITY',
  says: 'Another risk to ask about: a provider with weak insurance or none.',
  by: [at.knownPlan],
  from: null,
  answer: ['no-or-weak-indemnity'],
})
export const planHolds = duty({
  id: 'DP-PLAN-06',
  says: 'A plan holds needs, outcomes, services, the amount, co-ordinator, reviews and risks.',
  by: [at.knownPlan, at.deliveryStep4],
  from: null,
  answer: [
    'needs-and-outcomes',
    'services',
    'amount-and-frequency',
    'named-co-ordinator',
    'who-monitors-health',
    'first-review-day-and-method',
    'notice-period-for-reduction',
    'risk-procedure',
    'safeguards',
  ],
})
export const oneCoordinator = rule<
  { readonly coordinators: number },
  'named' | 'no-one-named' | 'more-than-one'
>({
  id: 'DP-PLAN-07',
  says: 'Each person has one named care co-ordinator.',
  by: [at.deliveryStep4],
  from: null,
  cases: [
    { says: 'nobody', facts: { coordinators: 0 }, answer: 'no-one-named' },
    { says: 'one', facts: { coordinators: 1 }, answer: 'named' },
    { says: 'two', facts: { coordinators: 2 }, answer: 'more-than-one' },
  ],
  decide: ({ coordinators }) =>
    coordinators === 0 ? 'no-one-named' : coordinators === 1 ? 'named' : 'more-than-one',
})
export const coordinatorDoes = duty({
  id: 'DP-PLAN-08',
  says: 'The co-ordinator sees to assessment, plan, monitoring and review, and links person and body.',
  by: [at.knownPlan],
  from: null,
  answer: ['assessment', 'plan', 'monitoring-and-review', 'link'],
})

type Signed = { readonly byBody: boolean; readonly byPerson: boolean }
export type AgreementProblem = 'agreement-not-signed-by-ICB' | 'agreement-not-signed-by-person'
export const signedFirst = rule<Signed, readonly AgreementProblem[]>({
  id: 'DP-AGR-01',
  says: 'Both sides sign a direct payment agreement before any money is released.',
  by: [at.deliveryStep5],
  from: null,
  cases: [
    { says: 'both signed', facts: { byBody: true, byPerson: true }, answer: [] },
    {
      says: 'only the body',
      facts: { byBody: true, byPerson: false },
      answer: ['agreement-not-signed-by-person'],
    },
    {
      says: 'nobody',
      facts: { byBody: false, byPerson: false },
      answer: ['agreement-not-signed-by-ICB', 'agreement-not-signed-by-person'],
    },
  ],
  decide: ({ byBody, byPerson }) => [
    ...(byBody ? [] : (['agreement-not-signed-by-ICB'] as const)),
    ...(byPerson ? [] : (['agreement-not-signed-by-person'] as const)),
  ],
})
export const knowTheSum = duty({
  id: 'KEY-FEATURE-3',
  says: 'A person knows up front how much money there is, before planning starts.',
  by: [at.keyFeatures, at.deliveryStep3],
  from: null,
  answer: 'shown-before-planning',
})
export const enoughMoney = duty({
  id: 'KEY-FEATURE-4',
  says: 'The money is enough for the needs and outcomes that were agreed, in whichever way it is held.',
  by: [at.keyFeatures, at.deliveryStep3],
  from: null,
  answer: 'enough-money',
})

export const planningRules = [
  planFirst,
  adviseOnRisk,
  riskProcedure,
  enoughForNeeds,
  riskKinds,
  indemnityRisk,
  planHolds,
  oneCoordinator,
  coordinatorDoes,
  signedFirst,
  knowTheSum,
  enoughMoney,
]
