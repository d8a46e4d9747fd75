import { pathway } from '../pathway.ts'

export default pathway({
  id: 'mental-health-other',
  group: 'mental-health-other',
  place: 11,
  name: 'Other mental health needs',
  who: 'People with mental health needs outside section 117',
  hint: 'Mental health care where section 117 does not count.',
  rights: ['LOCAL-OFFER'],
})
