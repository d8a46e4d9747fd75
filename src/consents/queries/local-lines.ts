import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { LocalLine } from '../types.ts'

/** The local lines of some bodies, also those that have ended, the newest first. */
export async function localLines(
  doing: Doing,
  organisations: readonly OrganisationId[],
): Promise<readonly LocalLine[]> {
  if (organisations.length === 0) return []
  const rows = await here(doing)
    .db.selectFrom('consents.local_line_shown')
    .selectAll()
    .where('organisation_id', 'in', [...organisations])
    .orderBy('from_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    organisation: row.organisation_id,
    says: row.says,
    words: row.words,
    from: row.from_on,
    until: row.until_on,
    because: row.because,
    endedBecause: row.ended_because,
    by: row.set_by_name,
  }))
}

/** The bodies whose lines matter to the one who asks: where they work, or who answers for their people. */
export async function bodiesOf(doing: Doing): Promise<readonly OrganisationId[]> {
  const own = [...new Set(doing.actor.roles.map(({ organisation }) => organisation))]
  if (own.length > 0 || doing.actor.person === null) return own
  const rows = await here(doing)
    .db.selectFrom('people.person_shown')
    .select('organisation_id')
    .distinct()
    .limit(5)
    .execute()
  return rows.map(({ organisation_id }) => organisation_id)
}
