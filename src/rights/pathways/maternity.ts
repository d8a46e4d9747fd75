import { pathway } from '../pathway.ts'

export default pathway({
  id: 'maternity',
  group: 'maternity',
  place: 6,
  name: 'Maternity',
  who: 'Pregnant women in the area of a pilot',
  hint: 'Care before, during and after a birth, in the area of a pilot.',
  rights: ['MATERNITY_PMCB', 'MATERNITY_PMCB-NO-CASH', 'MATERNITY_PMCB-WHO-OFFERS'],
  funders: 'nhs-alone',
  ways: ['notional'],
  steps: ['ask', 'decide', 'needs-and-sum', 'plan', 'agreement'],
  clocks: ['PHB-REQUEST', 'MATERNITY_PMCB-CONFIRM'],
  reviews: [],
})
