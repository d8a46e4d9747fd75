import { record, roleOf } from '../../access/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { sendAnswer } from '../letters.ts'
import { type QuestionShown, questionOf } from '../queries.ts'
import { here } from '../tables.ts'
import type { AskedBudget, NewAnswer } from '../types.ts'

/** Writes an answer down for good, with the rules as they stood, and sends it as a letter. */
export async function writeAnswer(doing: Doing, question: QuestionShown, answer: NewAnswer): Promise<void> {
  const number = (question.answer_number ?? 0) + 1
  const { organisation_id, person_id } = question
  await here(doing)
    .db.insertInto('local_offer.answer')
    .values({
      question_id: question.id,
      number,
      organisation_id,
      person_id,
      answer: answer.answer,
      conditions: answer.conditions,
      reasons: answer.reasons,
      instead: answer.instead,
      rules: JSON.stringify(answer.rules),
      by_rule: answer.byRule,
      answered_on: doing.today,
      answered_at: doing.now,
      answered_by: answer.byRule ? null : doing.actor.id,
      answered_by_name: answer.byRule ? 'A written rule' : doing.actor.name,
      answered_by_role: answer.byRule ? 'Answered at once' : roleOf(doing),
    })
    .execute()
  await record(doing, {
    happened: 'purchase-answered',
    organisation: organisation_id,
    person: person_id,
    to: question.id,
    details: { reference: question.reference, answer: answer.answer, byRule: answer.byRule },
  })
  await sendAnswer(doing, question, answer)
}

/** The question just written, as it stands: it is there, for it was written in this transaction. */
export async function standing(
  doing: Doing,
  budget: Pick<AskedBudget, 'reference'>,
  number: number,
): Promise<QuestionShown> {
  const question = await questionOf(doing, budget, number)
  if (question === null) throw new Error(`question ${number} of ${budget.reference} is not there`)
  return question
}
