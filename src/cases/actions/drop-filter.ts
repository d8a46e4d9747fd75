import { record } from '../../access/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'

/** Takes a kept filter away; false where the one who asks has none of this id. */
export async function dropFilter(doing: Doing, id: string): Promise<boolean> {
  const gone = await here(doing)
    .db.deleteFrom('cases.saved_filter')
    .where('id', '=', id)
    .where('actor_id', '=', doing.actor.id ?? '')
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) return false
  await record(doing, { happened: 'filter-dropped', organisation: null, person: null, to: id })
  return true
}
