import { allSteps, type Pathway } from '../pathway.ts'
import { ways } from '../types.ts'

export default {
  id: 'end-of-life',
  group: 'end-of-life',
  place: 12,
  name: 'End of life',
  who: 'People near the end of life',
  hint: 'Care near the end of life that is not the fast track.',
  rights: ['LOCAL-OFFER'],
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
