import { pathway } from '../pathway.ts'

export default pathway({
  id: 'ehc-plan',
  group: 'ehc-plan',
  place: 7,
  name: 'Education, health and care plan',
  who: 'Children and young people with such a plan, or with a draft of one',
  hint: 'The health part of an education, health and care plan.',
  rights: ['EHC_PLAN-REQUEST', 'SEN-ASK-WHEN', 'SEN-BLOCK-CONTRACT', 'EHC_PLAN-NHS-PART'],
  funders: 'council-and-nhs',
  steps: ['ask'],
  clocks: ['EHC-DECIDE', 'EHC-ADVICE', 'EHC-REFUSE', 'EHC-DRAFT', 'EHC-FINAL'],
  reviews: ['SEN-DP-REVIEW', 'EHC-REVIEW'],
})
