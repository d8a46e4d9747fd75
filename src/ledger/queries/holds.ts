import type { PlainDate } from '../../kernel/days.ts'
import type { Reference } from '../../kernel/ids.ts'
import type { Pence } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import { allocatedTo } from '../accounts.ts'
import { here } from '../tables.ts'
import type { HoldId } from '../types.ts'

/** Money kept back in a budget; `by` kept it, `until` is its last day. */
export type Hold = {
  readonly id: HoldId
  readonly pence: Pence
  readonly because: string
  readonly from: PlainDate
  readonly until: PlainDate
  readonly by: string
}

/** One hold with how it ended; null where there is none or it is not the actor's to see. */
export async function holdOf(doing: Doing, id: HoldId) {
  const found = await here(doing)
    .db.selectFrom('ledger.hold_shown')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return found ?? null
}

/** What is kept back in a budget on the day that is asked, the oldest first. */
export async function holdsOn(doing: Doing, reference: Reference): Promise<readonly Hold[]> {
  const rows = await here(doing)
    .db.selectFrom('ledger.hold_shown')
    .selectAll()
    .where('account', '=', allocatedTo(reference))
    .where('ended_on', 'is', null)
    .where('from_on', '<=', doing.today)
    .where('until_on', '>=', doing.today)
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    pence: row.pence,
    because: row.because,
    from: row.from_on,
    until: row.until_on,
    by: row.kept_by_name,
  }))
}
