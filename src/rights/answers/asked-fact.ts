import type { FactAsked } from '../types.ts'
import type { CohortFact } from './right.ts'

type Question = {
  readonly says: string
  /** What is said where nothing is chosen. */
  readonly missing: string
  readonly answers: readonly (readonly [answer: string, says: string])[]
}

/** The question of each fact, and what may be answered: the first ones give the right, the last do not. */
export const factQuestions: Readonly<Record<FactAsked, Question>> = {
  section: {
    says: 'Section of the Mental Health Act on the order',
    missing: 'Choose the section of the Mental Health Act',
    answers: [
      ['3', 'Section 3'],
      ['37', 'Section 37, also with 41'],
      ['45A', 'Section 45A'],
      ['47', 'Section 47, also with 49'],
      ['48', 'Section 48, also with 49'],
      ['2', 'Section 2 alone'],
      ['another', 'Another section'],
    ],
  },
  chair: {
    says: 'What the wheelchair service found',
    missing: 'Choose what the wheelchair service found',
    answers: [
      ['referred-and-eligible', 'Referred to the service, and eligible'],
      ['clinical-need-changed', 'Has a chair, and the need has changed'],
      ['condition-of-chair', 'Has a chair that is worn out or broken'],
      ['no-change-in-need-or-chair', 'Has a chair, and nothing has changed'],
      ['not-eligible-for-the-service', 'Not eligible for the service'],
    ],
  },
}

/** Whether an answer is one that may be given to the question. */
export const answersFact = (asks: FactAsked, answer: string): boolean =>
  factQuestions[asks].answers.some(([known]) => known === answer)

/** The fact as the right takes it; nothing where it is not asked, or not known yet. */
export function factTold(
  asks: FactAsked | null,
  answer: string | null,
): Pick<CohortFact, 'detainedUnder' | 'wheelchair'> {
  if (asks === null || answer === null || !answersFact(asks, answer)) return {}
  return asks === 'section'
    ? { detainedUnder: answer }
    : { wheelchair: answer as NonNullable<CohortFact['wheelchair']> }
}
