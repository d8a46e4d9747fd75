import type { PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Budget } from '../rules/posting.ts'
import { here } from '../tables.ts'
import type { LineId } from '../types.ts'

const questions = (doing: Doing) => here(doing).db.selectFrom('bank.question_shown').selectAll()

/** A question of a budget by its number; null where there is none that the actor may see. */
export async function questionOf(doing: Doing, { reference }: Budget, number: number) {
  const row = await questions(doing)
    .where('reference', '=', reference)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ?? null
}

export type QuestionShown = NonNullable<Awaited<ReturnType<typeof questionOf>>>

/** The questions of a budget that nobody has answered yet, in the order of their numbers. */
export const openQuestionsOf = (doing: Doing, { reference }: Pick<Budget, 'reference'>) =>
  questions(doing)
    .where('reference', '=', reference)
    .where('answered_on', 'is', null)
    .orderBy('number')
    .execute()

/** Every open question about a person's budgets, as far as the actor may see them. */
export const openQuestions = (doing: Doing, person: PersonId) =>
  questions(doing)
    .where('person_id', '=', person)
    .where('answered_on', 'is', null)
    .orderBy('reference')
    .orderBy('number')
    .execute()

/** The receipts of a line, oldest first. */
export const receiptsOf = (doing: Doing, line: LineId) =>
  here(doing)
    .db.selectFrom('bank.receipt')
    .select(['id', 'file_id', 'name', 'given_on', 'given_by_name'])
    .where('line_id', '=', line)
    .orderBy('id')
    .execute()

/** What was answered about a question, oldest first: the newest counts. */
export const answersOf = (doing: Doing, question: QuestionShown) =>
  here(doing)
    .db.selectFrom('bank.answer')
    .select(['answer', 'words', 'answered_on', 'answered_by_name', 'on_behalf_of'])
    .where('question_id', '=', question.id)
    .orderBy('answered_at')
    .execute()

/** The budgets in which a payment has no known purpose yet, with how many, the longest asked first. */
export const questionsWaiting = (doing: Doing, most: number) =>
  here(doing)
    .db.selectFrom('bank.open_question_shown as q')
    .innerJoin('people.person_shown as p', 'p.id', 'q.person_id')
    .select(({ fn }) => [
      'q.reference',
      'p.full_name',
      fn.countAll<bigint>().as('count'),
      fn.min('q.asked_on').as('since'),
    ])
    .groupBy(['q.reference', 'p.full_name'])
    .orderBy('since')
    .orderBy('q.reference')
    .limit(most)
    .execute()
