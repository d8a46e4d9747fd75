import { pathway } from '../pathway.ts'

export default pathway({
  id: 'transforming-care',
  group: 'transforming-care',
  place: 9,
  name: 'Transforming Care',
  who: 'Children and young people in the Transforming Care group',
  hint: 'Support to leave hospital, or not to have to go there.',
  rights: ['TRANSFORMING_CARE'],
})
