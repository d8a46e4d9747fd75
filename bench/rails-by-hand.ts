import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { markPaidByHand } from '../src/payments/actions/pay-by-hand.ts'
import type { RunState } from '../src/payments/queries/run.ts'
import type { InstructionId } from '../src/payments/types.ts'
import type { Doing } from '../src/platform/doing.ts'

/**
 * Pays some of a run by hand, off a list that may be stale: the payments that no way holds when it is looked
 * at, of which others may be paying some at the same time. How many were noted as paid.
 */
export async function payByHand(doing: Doing, run: RunState, most: number): Promise<number> {
  const { rows } = await sql<{ id: InstructionId }>`
    select p.instruction_id as id from payments.payment p
    where p.run_id = ${run.id} and not exists (
      select from payments.way w where w.instruction_id = p.instruction_id
        and (w.rail = 'hand'
          or not exists (select from payments.file_given_up g where g.file_id = w.file_id)))
    order by md5(p.instruction_id::text) limit ${most}`.execute(doing.transaction)
  if (rows.length === 0) return 0
  const instructions = rows.map(({ id }) => id)
  const bankReference = `FP-${randomInt(1_000_000)}`
  const paid = await markPaidByHand(doing, run, { instructions, on: doing.today, bankReference })
  return paid.done ? paid.value : 0
}
