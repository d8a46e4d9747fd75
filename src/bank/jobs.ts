import { sql } from 'kysely'
import type { Doing } from '../platform/doing.ts'
import { ask, type Job } from '../platform/jobs.ts'
import { raiseFlags } from './actions/raise-flags.ts'
import { budgetOf, inTurn } from './queries/budget.ts'

/** So many budgets in one transaction: an import waits for its budget's turn no longer than that takes. */
const atOnce = 50

/** The next budgets after one that have a statement, in the order of their references. */
async function nextBudgets(doing: Doing, after: string): Promise<readonly string[]> {
  const { rows } = await sql<{ reference: string }>`select distinct reference from bank.statement
    where reference > ${after} order by reference limit ${atOnce}`.execute(doing.transaction)
  return rows.map(({ reference }) => reference)
}

/**
 * Raises and ends the flags of some budgets, in the order of their references, as they are today. What holds
 * already is left as it is, so that a night that runs twice adds nothing. Answers the last budget looked at;
 * null when there are no more.
 */
export async function flagSome(doing: Doing, after: string): Promise<string | null> {
  const some = await nextBudgets(doing, after)
  for (const reference of some) {
    const budget = await budgetOf(doing, reference)
    if (budget === null) continue
    await inTurn(doing, budget)
    await raiseFlags(doing, budget)
  }
  return some.length < atOnce ? null : (some.at(-1) ?? null)
}

/**
 * Every night, after the balances are proved: an agreement that changed or a day that passed may raise a
 * flag or
 * end one without any new statement. It asks for itself again until every budget was looked at.
 */
export const flagJob: Job = {
  name: 'raise-flags',
  every: '20 3 * * *',
  async run(doing, payload) {
    const after = typeof payload['after'] === 'string' ? payload['after'] : ''
    const last = await flagSome(doing, after)
    if (last !== null)
      await ask(doing, { name: 'raise-flags', payload: { after: last }, key: `raise-flags ${last}` })
  },
}

export const jobs: readonly Job[] = [flagJob]
