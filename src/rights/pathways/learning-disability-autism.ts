import { pathway } from '../pathway.ts'

export default pathway({
  id: 'learning-disability-autism',
  group: 'learning-disability-autism',
  place: 8,
  name: 'Learning disability or autism',
  who: 'People with a learning disability, autism or both',
  hint: 'Health care that somebody with a learning disability or autism gets.',
  rights: ['LEARNING_DISABILITY_AUTISM', 'LEARNING_DISABILITY_AUTISM-NOT-ENACTED'],
})
