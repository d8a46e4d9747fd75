import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { savedFilters } from '../queries/saved.ts'
import { here } from '../tables.ts'

export type SaveProblem = 'name-used' | 'too-many'

export const saveSays = {
  'name-used': 'You have a filter of this name already. Choose another name',
  'too-many': 'You have 30 filters. Take one away first',
} as const satisfies Record<SaveProblem, string>

const most = 30

/**
 * Keeps a filter of the caseload under a name, for the one who asks. Refuses a name used twice, and a 31st.
 */
export async function saveFilter(
  doing: Doing,
  { name, query }: { readonly name: string; readonly query: string },
): Promise<Done<string, SaveProblem>> {
  const kept = await savedFilters(doing)
  if (kept.some(one => one.name === name)) return refused('name-used')
  if (kept.length >= most) return refused('too-many')
  const id = newId()
  await here(doing)
    .db.insertInto('cases.saved_filter')
    .values({ id, actor_id: doing.actor.id ?? '', name, query })
    .execute()
  await record(doing, { happened: 'filter-saved', organisation: null, person: null, to: id })
  return done(id)
}
