import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'

/** The filters that the one who asks has kept, by name. */
export const savedFilters = (doing: Doing) =>
  here(doing)
    .db.selectFrom('cases.saved_filter')
    .select(['id', 'name', 'query'])
    .where('actor_id', '=', doing.actor.id ?? '')
    .orderBy('name')
    .limit(30)
    .execute()

export type SavedFilter = Awaited<ReturnType<typeof savedFilters>>[number]
