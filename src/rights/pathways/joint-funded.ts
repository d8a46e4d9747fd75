import { pathway } from '../pathway.ts'

export default pathway({
  id: 'joint-funded',
  group: 'joint-funded',
  place: 10,
  name: 'Paid by NHS and council together',
  who: 'People whose package NHS and council pay for together',
  hint: 'NHS and council each pay a part of the same package.',
  rights: ['JOINT_FUNDED', 'LOCAL-OFFER'],
  funders: 'council-and-nhs',
})
