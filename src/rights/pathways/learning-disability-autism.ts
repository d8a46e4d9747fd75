import { allSteps, type Pathway } from '../pathway.ts'
import { ways } from '../types.ts'

export default {
  id: 'learning-disability-autism',
  group: 'learning-disability-autism',
  place: 8,
  name: 'Learning disability or autism',
  who: 'People with a learning disability, autism or both',
  hint: 'Health care that somebody with a learning disability or autism gets.',
  rights: ['LEARNING_DISABILITY_AUTISM', 'LEARNING_DISABILITY_AUTISM-NOT-ENACTED'],
  funders: 'nhs-part',
  ways,
  steps: allSteps,
  clocks: ['PHB-REQUEST', 'DP-DEC-07'],
  decideBy: null,
  domains: 'by-age',
  ages: null,
  asks: null,
  reviews: ['DP-REV-01', 'DP-REV-02', 'DP-REV-06'],
  evidence: [],
} satisfies Pathway
