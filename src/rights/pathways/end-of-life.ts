import { pathway } from '../pathway.ts'

export default pathway({
  id: 'end-of-life',
  group: 'end-of-life',
  place: 12,
  name: 'End of life',
  who: 'People near the end of life',
  hint: 'Care near the end of life that is not the fast track.',
  rights: ['LOCAL-OFFER'],
})
