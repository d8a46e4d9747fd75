import { pathway } from '../pathway.ts'

export default pathway({
  id: 'wheelchair',
  group: 'wheelchair',
  place: 5,
  name: 'Wheelchair services',
  who: 'People with a long-term disability who need a wheelchair in daily life',
  hint: 'A wheelchair or a specialist buggy that is needed in daily life.',
  rights: ['WHEELCHAIR-HAVE', 'WHEELCHAIR-WHO'],
  steps: ['ask', 'decide', 'needs-and-sum', 'agreement'],
  clocks: ['PHB-REQUEST'],
  asks: 'chair',
  reviews: [],
})
