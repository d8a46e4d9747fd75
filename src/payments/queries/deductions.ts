import { sql } from 'kysely'
import type { Pence } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Deduction } from '../rules/deductions.ts'
import { here } from '../tables.ts'
import type { InstructionId, RunId } from '../types.ts'
import { ofCase, type Which } from './which.ts'

/** What is to come off a payment and has not come off one yet, the oldest first. */
export async function openDeductions(doing: Doing, which: Which): Promise<readonly Deduction[]> {
  const { rows } =
    await sql<Deduction>`select d.id, d.reference, d.part, d.amount, d.from_on as "from", d.because
    from payments.deduction_shown d where d.instruction_id is null and ${ofCase(which, 'd')}
    order by d.from_on, d.id`.execute(doing.transaction)
  return rows
}

/** What the payments of a run were made smaller by, by payment. */
export async function takenInRun(doing: Doing, run: RunId): Promise<ReadonlyMap<InstructionId, Pence>> {
  const rows = await here(doing)
    .db.selectFrom('payments.deduction_taken as t')
    .innerJoin('payments.instruction as i', 'i.id', 't.instruction_id')
    .select(['t.instruction_id', 't.amount'])
    .where('i.run_id', '=', run)
    .execute()
  return new Map(rows.map(({ instruction_id, amount }) => [instruction_id, amount]))
}
