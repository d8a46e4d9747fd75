import { type RawBuilder, sql } from 'kysely'
import { readReference } from '../kernel/ids.ts'
import type { Doing } from '../platform/doing.ts'
import { anywhere } from '../platform/paging.ts'
import { readNhsNumber } from './rules/nhs-number.ts'
import { here } from './tables.ts'

const most = 50

/**
 * People by a name (or the beginning of one of its words) or an NHS number, as far as this actor may see
 * them; at most 50,
 * by name. A reference of a case is not a person: null says so, and the caller opens the case.
 */
export async function findPeople(doing: Doing, text: string) {
  const sought = text.trim()
  if (sought === '') return []
  if (readReference(sought) !== null) return null
  const number = readNhsNumber(sought)
  const query = here(doing).db.selectFrom('people.person_shown').selectAll()
  if (number.done) return query.where('nhs_number', '=', number.value).execute()
  const like = `${sought.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
  return query
    .where(or =>
      or.or([
        or(or.fn('lower', ['full_name']), 'like', like),
        or(or.fn('lower', ['full_name']), 'like', `% ${like}`),
        or(or.fn('lower', ['preferred_name']), 'like', like),
      ]),
    )
    .orderBy('full_name')
    .limit(most)
    .execute()
}

/**
 * The condition by which a list of cases is searched: by the reference of the case, or by the NHS number or a
 * part of a name of `p`, which is a row of `people.person_shown`. Null where nothing is looked for.
 */
export function foundBy(find: string, reference: RawBuilder<unknown>): RawBuilder<boolean> | null {
  if (find === '') return null
  const like = anywhere(find)
  return sql`(${reference} = ${readReference(find)} or p.nhs_number = ${find.replaceAll(/\s/g, '')}
    or p.full_name ilike ${like} or p.preferred_name ilike ${like})`
}
