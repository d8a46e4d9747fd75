import type { AnswerProblem } from './actions/answer-question.ts'
import type { ChoosingProblem } from './actions/ask-which-lines.ts'

const whole: Record<string, string> = {
  'no-budget': 'There is no budget of this reference that you can see',
  'not-allowed': 'You cannot send statements for this budget',
  'caller-may-not-do-this': 'The person who called may not do this, so you cannot do it for them',
  'no-account':
    'We hold no approved bank account for this budget yet. Give us the account, then send its statements',
  'too-old': 'The page was open for too long. Nothing was kept. Please send the file again',
  'no-file': 'Choose at least one statement file',
}

/** Why nothing was imported, in a sentence. */
export function sayImportProblem(problem: ChoosingProblem): string {
  const [name = '', ...rest] = problem.split(' ')
  const about = rest.join(' ')
  if (name === 'unreadable') return `We could not read ${about}`
  if (name === 'not-in-pounds') return `${about} is not in pounds. Send a statement of the account in pounds`
  if (name === 'another-account')
    return `${about} is of another account, not the one approved for this budget. Nothing was saved`
  if (name === 'shared')
    return `${about} is of an account that is also used for other money. Send its files by themselves`
  if (name === 'too-many')
    return `${about} has more lines than you can choose from at once. Send fewer days at a time`
  return whole[name] ?? 'The statement was not taken'
}

/** Why an answer was not taken, in a sentence. */
export const answerSays: Record<AnswerProblem, string> = {
  'no-question': 'That question is no longer there',
  'not-allowed': 'You cannot answer for this budget',
  'caller-may-not-do-this': 'The person who called may not do this, so you cannot do it for them',
  'not-a-choice': 'Choose what it was for',
}
