import { sql } from 'kysely'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { Decided, Line, PlanId } from '../types.ts'

/** The lines of section J that this actor may see, with what was decided of each. */
export async function linesOf(doing: Doing, plan: PlanId): Promise<readonly Line[]> {
  const { db } = here(doing)
  const lines = await db
    .selectFrom('ehc.line')
    .selectAll()
    .where('plan_id', '=', plan)
    .orderBy('number')
    .execute()
  const decided = await db
    .selectFrom('ehc.decided')
    .selectAll()
    .where('plan_id', '=', plan)
    .orderBy('round', 'desc')
    .execute()
  return lines.map(row => ({
    id: row.id,
    number: row.number,
    strand: row.strand,
    says: row.says,
    yearly: row.yearly,
    blockContract: row.block_contract,
    place: row.place,
    paymentAsked: row.payment_asked,
    usedThere: row.used_there,
    settingAgrees: row.setting_agrees,
    decided: decided
      .filter(one => one.line_id === row.id)
      .map(
        (one): Decided => ({
          round: one.round,
          answer: one.answer,
          met: one.met,
          because: one.because,
          rules: one.rules,
          on: one.decided_on,
          byName: one.decided_by_name,
        }),
      ),
  }))
}

/** The number that a new line gets: lines of every strand are counted, also those not seen. */
export async function nextLine(doing: Doing, plan: PlanId): Promise<number> {
  const { rows } = await sql<{ next: number }>`select ehc.next_line(${plan}) as next`.execute(
    doing.transaction,
  )
  return rows[0]?.next ?? 1
}
