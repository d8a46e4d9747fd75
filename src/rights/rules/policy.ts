import { plainDate } from '../../kernel/days.ts'
import { duty, rule } from '../rule.ts'
import * as at from '../sources.ts'

const on = plainDate

export const localOffer = duty({
  id: 'LOCAL-OFFER',
  says: 'Since April 2015 each area has a local offer: the body may give others a budget too.',
  by: [at.originLocalOffer],
  from: on('2015-04-01'),
  answer: 'local-offer',
})
export const learningDisability = duty({
  id: 'LEARNING_DISABILITY_AUTISM',
  says: 'From April 2016 budgets are an option in learning disability and autism: policy, not law.',
  by: [at.originCohorts],
  from: on('2016-04-01'),
  answer: 'policy-option',
})
export const notEnacted = duty({
  id: 'LEARNING_DISABILITY_AUTISM-NOT-ENACTED',
  says: 'A right for people with a learning disability or autism was considered in 2018 and not made law.',
  by: [at.consultation2018],
  from: null,
  answer: 'no-legal-right',
})
export const transformingCare = duty({
  id: 'TRANSFORMING_CARE',
  says: 'Children and young people in Transforming Care are expected to have the option: policy.',
  by: [at.originCohorts],
  from: null,
  answer: 'policy-expectation',
})
export const jointOffer = duty({
  id: 'JOINT_FUNDED',
  says: 'For joint packages and other groups, a budget is for the body to decide.',
  by: [at.originLocalOffer],
  from: on('2015-04-01'),
  answer: 'local-offer',
})
export const adviseEarly = duty({
  id: 'CARE-ACT-EARLY-ADVICE',
  says: 'NHS and council tell young people early what adult services will offer them.',
  by: [at.originCohorts],
  from: null,
  answer: 'must-tell-early',
})

export const planRequest = duty({
  id: 'EHC_PLAN-REQUEST',
  says: 'With an EHC plan a family may ask for a budget, and the council must prepare one.',
  by: [at.families2014],
  from: on('2014-09-01'),
  answer: 'right-to-request',
})

const askableAt = ['draft-plan', 'review', 'reassessment', 'other-time'] as const
type AskedAt = (typeof askableAt)[number]
export const whenToAsk = rule<{ readonly at: AskedAt }, 'in-time' | 'wait-for-the-next-review'>({
  id: 'SEN-ASK-WHEN',
  says: 'A budget in an EHC plan is asked for while the plan is a draft, at a review or at a reassessment.',
  by: [at.sen2014],
  from: on('2014-09-01'),
  cases: askableAt.map(at => ({
    says: at.replaceAll('-', ' '),
    facts: { at },
    answer: at === 'other-time' ? 'wait-for-the-next-review' : 'in-time',
  })),
  decide: ({ at }) => (at === 'other-time' ? 'wait-for-the-next-review' : 'in-time'),
})
export const blockContract = duty({
  id: 'SEN-BLOCK-CONTRACT',
  says: 'Money inside a block contract that cannot be split out need not be put into the budget.',
  by: [at.sen4A],
  from: null,
  answer: 'block-contract-cannot-be-split',
})
export const nhsAgreesItsPart = duty({
  id: 'EHC_PLAN-NHS-PART',
  says: 'The NHS body has to agree to its own part of a budget in an EHC plan.',
  by: [at.originEducation],
  from: null,
  answer: 'ICB-agreement',
})
export const noSchoolPlace = duty({
  id: 'SEN-NO-SCHOOL-PLACE',
  says: 'A direct payment cannot buy a place at a school or college.',
  by: [at.schoolPlace],
  from: null,
  answer: 'direct-payment-cannot-buy-a-school-place',
})

export const statement = duty({
  id: 'CARE-ACT-S26',
  says: 'A council’s budget states the cost, what the person pays and what the council pays.',
  by: [at.care26],
  from: null,
  answer: ['cost', 'contribution', 'council-pays'],
})
export const careActAmount = duty({
  id: 'CARE-ACT-S25',
  says: 'A social care plan says which needs a direct payment meets, how much it is and how often it comes.',
  by: [at.care25],
  from: null,
  answer: ['needs-met', 'amount', 'frequency'],
})
export const pooledFund = duty({
  id: 'NHS-ACT-S75',
  says: 'NHS and council may pool money, but each stays responsible and accountable for its own part.',
  by: [at.section75],
  from: null,
  answer: 'each-stays-accountable',
})
export const keepFundersApart = duty({
  id: 'FUNDERS-APART',
  says: 'We never net one funder’s money against another’s; a contribution goes to the council’s part only.',
  by: [at.fundersApart],
  from: null,
  answer: 'never-net-across-funders',
})

export const policyRules = [
  localOffer,
  learningDisability,
  notEnacted,
  transformingCare,
  jointOffer,
  adviseEarly,
  planRequest,
  whenToAsk,
  blockContract,
  nhsAgreesItsPart,
  noSchoolPlace,
  statement,
  careActAmount,
  pooledFund,
  keepFundersApart,
]
