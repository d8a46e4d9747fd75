import { sql } from 'kysely'
import { type Happening, isStaff, mayFor, type Permission, record } from '../../access/public.ts'
import type { PersonId, PersonShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { wholly } from '../queries/person.ts'

/**
 * The person whose record is changed, locked so that two changes follow each other; null where the one who
 * asks does not see all of it or may not do this there.
 */
export async function locked(doing: Doing, id: PersonId, allow: Permission): Promise<PersonShown | null> {
  const person = await wholly(doing, id)
  if (person === null) return null
  if (!mayThere(doing, allow, person)) return null
  await sql`select pg_advisory_xact_lock(hashtextextended(${`consents:${id}`}, 0))`.execute(doing.transaction)
  return person
}

// The family answers for itself what may be shared; all else is for staff of the body, or the service.
const mayThere = (doing: Doing, allow: Permission, { organisation }: PersonShown): boolean =>
  doing.actor.id === null ||
  (allow === 'consents.share' && !isStaff(doing.actor)) ||
  mayFor(doing, allow, organisation)

export const whoseOf = ({ id, organisation }: Pick<PersonShown, 'id' | 'organisation'>) => ({
  organisation_id: organisation,
  person_id: id,
})
export const notedBy = ({ actor, today }: Doing) => ({
  noted_on: today,
  noted_by: actor.id,
  noted_by_name: actor.name,
})

/** Writes into the record what happened to a person's consents. */
export const recordOf = (
  doing: Doing,
  { id, organisation }: Pick<PersonShown, 'id' | 'organisation'>,
  what: Pick<Happening, 'happened' | 'to' | 'details' | 'because'>,
): Promise<void> => record(doing, { organisation, person: id, ...what })
