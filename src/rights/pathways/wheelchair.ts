import type { Pathway } from '../pathway.ts'
import { ways } from '../types.ts'

export default {
  id: 'wheelchair',
  group: 'wheelchair',
  place: 5,
  name: 'Wheelchair services',
  who: 'People with a long-term disability who need a wheelchair in daily life',
  hint: 'A wheelchair or a specialist buggy that is needed in daily life.',
  rights: ['WHEELCHAIR-HAVE', 'WHEELCHAIR-WHO'],
  funders: 'nhs-part',
  ways,
  steps: ['ask', 'decide', 'needs-and-sum', 'agreement'],
  clocks: ['PHB-REQUEST'],
  decideBy: null,
  domains: 'by-age',
  ages: null,
  asks: 'chair',
  reviews: [],
  evidence: [],
} satisfies Pathway
