import { pathway } from '../pathway.ts'

// The programme of 2015 gave nobody a right: NHS and council plan and pay together, so it rests on the offer
// for joint packages. That rule carries its source and how sure we are of it.
export default pathway({
  id: 'integrated-personal-commissioning',
  group: 'joint-funded',
  place: 14,
  name: 'Integrated personal commissioning',
  who: 'People with whom NHS and council plan health and social care as one, where there is an offer here',
  hint: 'NHS and council plan health and social care with you as one.',
  rights: ['JOINT_FUNDED', 'LOCAL-OFFER'],
  funders: 'council-and-nhs',
  evidence: [
    'Letter that the local programme takes the person in',
    'Share of the NHS and share of the council',
  ],
})
