import { record, whyNotOnBehalf } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { Doing } from '../../platform/doing.ts'
import { questionOf, timesOf } from '../queries.ts'
import { lookedAgainBy } from '../rules/clock.ts'
import { mayAsk } from '../rules/who.ts'
import { here } from '../tables.ts'
import type { AskedBudget } from '../types.ts'
import { nextNumber } from './ask.ts'

export type AgainProblem = 'no-question' | 'not-allowed' | 'caller-may-not-do-this' | 'waits-already'

export const againSays: Readonly<Record<AgainProblem, string>> = {
  'no-question': 'There is no such question',
  'not-allowed': 'You cannot ask this',
  'caller-may-not-do-this': 'The person who called may not do this, so you cannot do it for them',
  'waits-already': 'Somebody is looking at it already',
}

/**
 * Asks for an answer to be looked at again, by somebody else than who gave it. The answer stands meanwhile.
 * Refused: what waits for an answer already, and who may not ask.
 */
export async function askAgainToBuy(
  doing: Doing,
  budget: AskedBudget,
  { question: number, words }: { readonly question: number; readonly words: string },
): Promise<Done<null, AgainProblem>> {
  if (!mayAsk(doing, budget)) return refused('not-allowed')
  const unheard = await whyNotOnBehalf(doing, budget.person, 'send-messages')
  if (unheard.length > 0) return refused(...unheard)
  await nextNumber(doing, budget)
  const question = await questionOf(doing, budget, number)
  if (question === null) return refused('no-question')
  if (question.waiting || question.answer_number === null) return refused('waits-already')
  const { organisation, person } = budget
  await here(doing)
    .db.insertInto('local_offer.again')
    .values({
      question_id: question.id,
      answer_number: question.answer_number,
      organisation_id: organisation,
      person_id: person,
      words,
      answer_by: lookedAgainBy(doing.today, await timesOf(doing, organisation, doing.today)),
      asked_on: doing.today,
      asked_at: doing.now,
      asked_by: doing.actor.id,
      asked_by_name: doing.actor.name,
      on_behalf_of: doing.onBehalfOf,
    })
    .execute()
  const details = { reference: budget.reference, number }
  await record(doing, {
    happened: 'purchase-looked-at-again-asked',
    organisation,
    person,
    to: question.id,
    details,
  })
  return done(null)
}
