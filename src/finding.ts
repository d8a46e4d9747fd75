import { sql } from 'kysely'
import type { Finding } from './access/commands/user.ts'
import type { Id } from './kernel/brand.ts'
import { readId, readReference } from './kernel/ids.ts'
import { organisationByCode } from './people/public.ts'

/**
 * How commands of `access`, which knows no neighbour, find an organisation by its code and a person by a
 * reference.
 */
export const finding: Finding = {
  async organisation(doing, codeOrId) {
    const { rows } = await sql<{ id: Id<'organisation'> }>`
      select id from people.organisation_shown where id = ${readId(codeOrId)}`.execute(doing.transaction)
    return (
      rows[0]?.id ?? (((await organisationByCode(doing, codeOrId))?.id ?? null) as Id<'organisation'> | null)
    )
  },
  async person(doing, reference) {
    const { rows } = await sql<{ id: Id<'person'> }>`
      select id from people.person_shown where id = ${readId(reference)}
      union select person_id from requests.request_shown
        where reference = ${readReference(reference)}`.execute(doing.transaction)
    return rows[0]?.id ?? null
  },
}
