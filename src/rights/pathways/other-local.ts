import { allSteps, type Pathway } from '../pathway.ts'
import { ways } from '../types.ts'

export default {
  id: 'other-local',
  group: 'other-local',
  place: 13,
  name: 'Another local offer',
  who: 'Anybody else',
  hint: 'Something else that the NHS offers here.',
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
