import { plainDate } from '../../kernel/days.ts'
import { duty } from '../rule.ts'
import * as at from '../sources.ts'

/** How this service works where no law says how, and facts about bodies on which other answers rest. */
export const practiceRules = [
  duty({
    id: 'TWO-PEOPLE-RELEASE',
    says: 'Two different people release a payment run.',
    by: [at.ourWay],
    from: null,
    answer: 'needs-two-different-people',
  }),
  duty({
    id: 'AUTHOR-IS-NOT-APPROVER',
    says: 'Nobody approves what they wrote themselves.',
    by: [at.ourWay],
    from: null,
    answer: 'wrote-it',
  }),
  duty({
    id: 'PAID-BEFORE-A-HOLIDAY',
    says: 'What falls on a weekend or holiday is paid on the working day before, so that wages are not late.',
    by: [at.ourWay],
    from: null,
    answer: 'working-day-before',
  }),
  duty({
    id: 'BILLS-BEFORE-RECOVERY',
    says: 'Final bills are kept back before anything is asked of an estate.',
    by: [at.ourWay],
    from: null,
    answer: 'final-bills-first',
  }),
  duty({
    id: 'CCG-TO-ICB',
    says: 'In the middle of 2022 integrated care boards followed the clinical commissioning groups.',
    by: [at.returnAreas],
    from: plainDate('2022-07-01'),
    answer: 'integrated-care-board',
  }),
  duty({
    id: 'SUCCESSION-TABLE',
    says: 'On which day which body followed which is taken from a table of successions.',
    by: [at.knownSuccession],
    from: null,
    answer: 'table-of-successions',
  }),
]
