import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'

/** The names of people by id, of those whom this actor may see. */
export async function namesOf(doing: Doing, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(people)]
  if (ids.length === 0) return new Map()
  const rows = await here(doing)
    .db.selectFrom('people.person_shown')
    .select(['id', 'full_name'])
    .where('id', 'in', ids as never[])
    .execute()
  return new Map(rows.map(({ id, full_name }) => [id, full_name]))
}
