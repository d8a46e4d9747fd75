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
  clocks: ['EHC-DECIDE', 'EHC-ADVICE', 'EHC-REFUSE', 'EHC-DRAFT', 'EHC-FINAL', 'PHB-REQUEST', 'DP-DEC-07'],
  ages: { from: 0, until: 24 },
  reviews: ['DP-REV-01', 'DP-REV-02', 'DP-REV-06', 'SEN-DP-REVIEW', 'EHC-REVIEW'],
  evidence: ['Draft or final EHC plan', 'Section J of the plan'],
})
