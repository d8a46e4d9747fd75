import type { PlainDate } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'

/** The day on which the first money of a case left; null where none has left that this actor may see. */
export async function firstPaidOn(doing: Doing, reference: string): Promise<PlainDate | null> {
  const row = await here(doing)
    .db.selectFrom('payments.instruction_shown')
    .select(({ fn }) => fn.min('leaves_on').as('first'))
    .where('reference', '=', reference)
    .where('released_on', 'is not', null)
    .where('returned_on', 'is', null)
    .executeTakeFirst()
  return row?.first ?? null
}
