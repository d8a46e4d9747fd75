import { may, record, whyNotOnBehalf } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { Doing } from '../../platform/doing.ts'
import { askedFirstOf } from '../queries/asked-first.ts'
import { budgetOf, inTurn, seesLines } from '../queries/budget.ts'
import { lineOf } from '../queries/line.ts'
import { here } from '../tables.ts'
import type { LineId } from '../types.ts'

export type JoinProblem = 'no-line' | 'not-allowed' | 'not-offered'

/** Joined to the question of this number, or to none any more. */
export type Joining = {
  readonly reference: string
  readonly line: LineId
  readonly question: number | null
}

/**
 * Joins a payment to the answer that it rests on, or takes the join back. What was joined before stays in the
 * record. Refused: who may not answer for the money, and a question that is not among those offered.
 */
export async function joinAnswer(
  doing: Doing,
  { reference, line, question }: Joining,
): Promise<Done<null, JoinProblem>> {
  const budget = await budgetOf(doing, reference)
  if (budget === null || !(await seesLines(doing, budget))) return refused('no-line')
  if (doing.actor.id !== null && !may(doing, 'bank.answer')) return refused('not-allowed')
  if ((await whyNotOnBehalf(doing, budget.person, 'send-statements')).length > 0)
    return refused('not-allowed')
  await inTurn(doing, budget)
  const found = await lineOf(doing, budget, line)
  if (found === null) return refused('no-line')
  const { joined, offered } = await askedFirstOf(doing, budget, found)
  const asked = offered.find(({ number }) => number === question)
  if (question !== null && asked === undefined) return refused('not-offered')
  if ((joined?.number ?? null) === question) return done(null)
  const last = await here(doing)
    .db.selectFrom('bank.asked_first')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('line_id', '=', line)
    .executeTakeFirst()
  const { organisation, person } = budget
  await here(doing)
    .db.insertInto('bank.asked_first')
    .values({
      line_id: line,
      number: (last?.number ?? 0) + 1,
      organisation_id: organisation,
      person_id: person,
      reference: budget.reference,
      question_id: asked?.id ?? null,
      joined_on: doing.today,
      joined_by: doing.actor.id,
      joined_by_name: doing.actor.name,
    })
    .execute()
  const details = { question }
  await record(doing, { happened: 'answer-joined-to-payment', organisation, person, to: line, details })
  return done(null)
}
