import { allSteps, type Pathway } from '../pathway.ts'
import { ways } from '../types.ts'

export default {
  id: 'joint-funded',
  group: 'joint-funded',
  place: 10,
  name: 'Paid by NHS and council together',
  who: 'People whose package NHS and council pay for together',
  hint: 'NHS and council each pay a part of the same package.',
  rights: ['JOINT_FUNDED', 'LOCAL-OFFER'],
  funders: 'council-and-nhs',
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
