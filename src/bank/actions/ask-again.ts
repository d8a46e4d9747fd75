import { may, record, whyNotOnBehalf } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { budgetOf, inTurn, seesLines } from '../queries/budget.ts'
import { here } from '../tables.ts'
import type { LineId, QuestionId } from '../types.ts'
import { nextQuestion } from './match-open.ts'

/**
 * The question about a line that is matched already, because somebody says that it was for something else.
 * Answers the question's number; the line stays as it is until the question is answered. Refused: whoever may
 * not, and a line that is not there.
 */
export async function askAgain(
  doing: Doing,
  { reference, line }: { readonly reference: string; readonly line: LineId },
): Promise<Done<number, 'no-line' | 'not-allowed'>> {
  const budget = await budgetOf(doing, reference)
  if (budget === null || !(await seesLines(doing, budget))) return refused('no-line')
  if (doing.actor.id !== null && !may(doing, 'bank.answer')) return refused('not-allowed')
  if ((await whyNotOnBehalf(doing, budget.person, 'send-statements')).length > 0)
    return refused('not-allowed')
  await inTurn(doing, budget)
  const { db } = here(doing)
  const known = await db
    .selectFrom('bank.line_shown')
    .select(['id', 'question'])
    .where('id', '=', line)
    .where('reference', '=', budget.reference)
    .executeTakeFirst()
  if (!known) return refused('no-line')
  if (known.question !== null) return done(known.question)
  const number = await nextQuestion(doing, budget)
  const { organisation, person } = budget
  const question = {
    id: newId() as QuestionId,
    organisation_id: organisation,
    person_id: person,
    reference: budget.reference,
    number,
    line_id: line,
    because: `${doing.actor.name.slice(0, 100)} says that it was for something else.`,
    asked_on: doing.today,
  }
  await db.insertInto('bank.question').values(question).execute()
  await record(doing, { happened: 'bank-question-asked', organisation, person, to: question.id })
  return done(number)
}
