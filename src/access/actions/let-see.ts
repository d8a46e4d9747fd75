import { sql } from 'kysely'
import type { Id } from '../../kernel/brand.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Role } from '../permissions.ts'
import { here, type SightSort } from '../tables.ts'

/**
 * Who is let see: one actor, a person (also before they sign up), or everybody with a role in an
 * organisation.
 */
export type Onlooker =
  | { readonly actor: Id<'actor'> }
  | { readonly toPerson: Id<'person'> }
  | { readonly organisation: Id<'organisation'>; readonly role: Role }

export type Sight = {
  readonly person: Id<'person'>
  readonly sees: SightSort
  /** What else they may do there, or are: `approve-hours`, `send-evidence`, `holds-money`. */
  readonly may?: readonly string[]
  /** The fact it rests on, in words: `case worker of this family`, `mother, until 16`. */
  readonly because: string
  readonly subject?: string | null
  readonly from: PlainDate
  /** The last day, inside; null while the fact lasts. */
  readonly until?: PlainDate | null
}

/**
 * Lets somebody see a part of one person's record, from this transaction on. Gives the grant's id, to end it
 * by.
 */
export async function letSee(doing: Doing, to: Onlooker, sight: Sight): Promise<Id<'grant'>> {
  const id = newId<'grant'>()
  await here(doing)
    .db.insertInto('access.grant')
    .values({
      id,
      person_id: sight.person,
      sees: sight.sees,
      may: sight.may ?? [],
      because: sight.because,
      subject_id: sight.subject ?? null,
      actor_id: 'actor' in to ? to.actor : null,
      to_person_id: 'toPerson' in to ? to.toPerson : null,
      to_organisation_id: 'organisation' in to ? to.organisation : null,
      to_role: 'organisation' in to ? to.role : null,
      from_on: sight.from,
      until_on: sight.until ?? null,
      given_by: doing.actor.id,
      ended_at: null,
      ended_by: null,
    })
    .execute()
  await lookAgain(doing)
  return id
}

/** Ends what was let be seen, at once. What was done before stands. */
export async function endSight(
  doing: Doing,
  which: { readonly grant: Id<'grant'> } | { readonly person: Id<'person'>; readonly subject: string },
): Promise<void> {
  const update = here(doing)
    .db.updateTable('access.grant')
    .set({ ended_at: doing.now, ended_by: doing.actor.id })
    .where('ended_at', 'is', null)
  await ('grant' in which
    ? update.where('id', '=', which.grant)
    : update.where('person_id', '=', which.person).where('subject_id', '=', which.subject)
  ).execute()
  await lookAgain(doing)
}

/**
 * The transaction's own sight is worked out again, so that what was just granted can be read. The service
 * sees all.
 */
export async function lookAgain(doing: Doing): Promise<void> {
  await sql`select access.look_again()
    where nullif(current_setting('openphb.today', true), '') is not null`.execute(doing.transaction)
}

/**
 * What the one in whose name the service works may see, for the rest of the transaction: for demonstrations
 * and imports.
 */
export async function seeAs(doing: Doing): Promise<void> {
  await sql`select access.enter(${doing.actor.id}::uuid, ${doing.today}::date)`.execute(doing.transaction)
}
