import { allSteps, type Pathway } from '../pathway.ts'
import { ways } from '../types.ts'

export default {
  id: 'mental-health-other',
  group: 'mental-health-other',
  place: 11,
  name: 'Other mental health needs',
  who: 'People with mental health needs outside section 117',
  hint: 'Mental health care where section 117 does not count.',
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
