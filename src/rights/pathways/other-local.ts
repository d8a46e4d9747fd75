import { pathway } from '../pathway.ts'

export default pathway({
  id: 'other-local',
  group: 'other-local',
  place: 13,
  name: 'Another local offer',
  who: 'Anybody else',
  hint: 'Something else that the NHS offers here.',
  rights: ['LOCAL-OFFER'],
})
