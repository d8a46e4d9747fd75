import { may, record, whyNotOnBehalf } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { sayShortDay } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import { budgetOf, inTurn, seesLines } from '../queries/budget.ts'
import { learntPayees } from '../queries/facts.ts'
import type { Learnt } from '../rules/facts.ts'
import type { Budget } from '../rules/posting.ts'
import { here } from '../tables.ts'
import type { LineId, PayeeId } from '../types.ts'
import { undoEntry } from './answer-question.ts'
import { matchOpen } from './match-open.ts'
import { raiseFlags } from './raise-flags.ts'

/**
 * Forgets what a payee is for. Lines that only a rule matched by it are asked about again; what somebody
 * answered stands. Answers how many lines are open again. Refused: whoever may not, and a payee not known.
 */
export async function forgetPayee(
  doing: Doing,
  { reference, payee }: { readonly reference: string; readonly payee: PayeeId },
): Promise<Done<number, 'no-payee' | 'not-allowed'>> {
  const budget = await budgetOf(doing, reference)
  if (budget === null || !(await seesLines(doing, budget))) return refused('no-payee')
  if (doing.actor.id !== null && !may(doing, 'bank.answer')) return refused('not-allowed')
  if ((await whyNotOnBehalf(doing, budget.person, 'send-statements')).length > 0)
    return refused('not-allowed')
  await inTurn(doing, budget)
  const known = (await learntPayees(doing, budget)).find(({ id }) => id === payee)
  if (known === undefined) return refused('no-payee')
  const { db } = here(doing)
  const whose = { organisation_id: budget.organisation, person_id: budget.person }
  const by = { forgotten_by: doing.actor.id, forgotten_by_name: doing.actor.name }
  await db
    .insertInto('bank.payee_forgotten')
    .values({ payee_id: payee, ...whose, forgotten_on: doing.today, ...by })
    .execute()
  const lines = await db
    .selectFrom('bank.line_shown as l')
    .innerJoin('bank.match as m', join =>
      join.onRef('m.line_id', '=', 'l.id').onRef('m.number', '=', 'l.match_number'),
    )
    .select(['l.id', 'm.number'])
    .where('m.payee_id', '=', payee)
    .where('m.by_rule', '=', true)
    .where('m.kind', '<>', 'open')
    .execute()
  for (const line of lines) await askAgain(doing, { budget, known, ...line })
  await matchOpen(doing, budget)
  await raiseFlags(doing, budget)
  const { organisation, person } = budget
  await record(doing, {
    happened: 'payee-forgotten',
    organisation,
    person,
    to: payee,
    details: { lines: lines.length },
  })
  return done(lines.length)
}

type Again = {
  readonly budget: Budget
  readonly known: Learnt
  readonly id: LineId
  readonly number: number
}

/** A line that a rule matched by what is now forgotten: what it moved is undone, and it is open again. */
async function askAgain(doing: Doing, { budget, known, id, number }: Again): Promise<void> {
  await undoEntry(doing, id, number)
  const who = doing.actor.name.slice(0, 100)
  await here(doing)
    .db.insertInto('bank.match')
    .values({
      line_id: id,
      number: number + 1,
      organisation_id: budget.organisation,
      person_id: budget.person,
      reference: budget.reference,
      kind: 'open',
      line_key: null,
      because: `${who} took back on ${sayShortDay(doing.today)} what ${known.says.slice(0, 100)} is for.`,
      by_rule: false,
      payee_id: known.id,
      matched_by: doing.actor.id,
      matched_by_name: doing.actor.name,
      matched_on: doing.today,
    })
    .execute()
}
