import { allSteps, type Pathway } from '../pathway.ts'
import { ways } from '../types.ts'

export default {
  id: 'transforming-care',
  group: 'transforming-care',
  place: 9,
  name: 'Transforming Care',
  who: 'Children and young people in the Transforming Care group',
  hint: 'Support to leave hospital, or not to have to go there.',
  rights: ['TRANSFORMING_CARE'],
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
