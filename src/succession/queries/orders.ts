import type { Id } from '../../kernel/brand.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'

export type Order = {
  readonly id: string
  readonly body: OrganisationId
  readonly on: PlainDate
  readonly because: string
  readonly reach: string
  readonly by: Id<'actor'> | null
  readonly byName: string
  readonly byRole: string
  readonly askedOn: PlainDate
  readonly finishedOn: PlainDate | null
}

const list = (doing: Doing) =>
  here(doing)
    .db.selectFrom('succession.order as o')
    .leftJoin('succession.finished as f', 'f.order_id', 'o.id')
    .selectAll('o')
    .select('f.finished_on')
    .orderBy('o.asked_at')
    .orderBy('o.id')

type Row = Awaited<ReturnType<ReturnType<typeof list>['execute']>>[number]

const orderOf = (row: Row): Order => ({
  id: row.id,
  body: row.organisation_id,
  on: row.on_day,
  because: row.because,
  reach: row.reach,
  by: row.asked_by as Id<'actor'> | null,
  byName: row.asked_by_name,
  byRole: row.asked_by_role,
  askedOn: row.asked_on,
  finishedOn: row.finished_on,
})

/** What was ordered of a step, the oldest first, and whether it is done. */
export async function ordersOf(doing: Doing, body: OrganisationId, on: PlainDate): Promise<readonly Order[]> {
  const rows = await list(doing).where('o.organisation_id', '=', body).where('o.on_day', '=', on).execute()
  return rows.map(orderOf)
}

/**
 * The oldest order that is not done, locked for this transaction; null where there is none, or another
 * works.
 */
export async function nextOrder(doing: Doing): Promise<Order | null> {
  const row = await list(doing)
    .where('f.order_id', 'is', null)
    .limit(1)
    .forUpdate('o')
    .skipLocked()
    .executeTakeFirst()
  return row ? orderOf(row) : null
}
