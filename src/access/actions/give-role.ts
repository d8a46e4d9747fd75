import { sql } from 'kysely'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { Id } from '../../kernel/brand.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Role } from '../permissions.ts'
import { here } from '../tables.ts'
import { record } from './record.ts'

export type WhyNotGive =
  | 'no-such-account'
  | 'not-your-organisation'
  | 'ends-before-it-begins'
  | 'has-it-already'

export const sentencesOfGiving: Record<WhyNotGive, string> = {
  'no-such-account': 'Nobody has an account with this e-mail address. They can create one first',
  'not-your-organisation': 'You do not look after this organisation',
  'ends-before-it-begins': 'The last day must not be before the first day',
  'has-it-already': 'They have this role already',
}

export type NewRole = {
  readonly email: string
  readonly role: Role
  readonly organisation: Id<'organisation'>
  readonly from: PlainDate
  readonly until: PlainDate | null
}

/** Pure: the organisations that an actor looks after as administrator. */
export const managedBy = ({ actor }: Pick<Doing, 'actor'>): readonly Id<'organisation'>[] =>
  actor.roles.filter(({ role }) => role === 'administrator').map(({ organisation }) => organisation)

/** Gives somebody who has an account a role, from a day and perhaps until a day. */
export async function giveRole(
  doing: Doing,
  { email, role, organisation, from, until }: NewRole,
): Promise<Done<Id<'role'>, WhyNotGive>> {
  const { db } = here(doing)
  const found = await sql<{ id: Id<'actor'> | null }>`select access.actor_of(${email}) as id`.execute(
    doing.transaction,
  )
  const actor = found.rows[0]?.id ?? null
  const reasons: WhyNotGive[] = []
  if (actor === null) reasons.push('no-such-account')
  if (!managedBy(doing).includes(organisation)) reasons.push('not-your-organisation')
  if (until !== null && until < from) reasons.push('ends-before-it-begins')
  const has = await db
    .selectFrom('access.role')
    .select('id')
    .where('actor_id', '=', actor)
    .where('role', '=', role)
    .where('organisation_id', '=', organisation)
    .where(or => or.or([or('until_on', 'is', null), or('until_on', '>=', from)]))
    .executeTakeFirst()
  if (has) reasons.push('has-it-already')
  if (actor === null || reasons.length > 0) return refused(...reasons)
  const id = newId<'role'>()
  await db
    .insertInto('access.role')
    .values({
      id,
      actor_id: actor,
      role,
      organisation_id: organisation,
      from_on: from,
      until_on: until,
      given_by: doing.actor.id,
    })
    .execute()
  await record(doing, {
    happened: 'role-given',
    organisation,
    person: null,
    to: actor,
    details: { role, from, until },
  })
  return done(id)
}

/** Ends a role after a last day, which is inside. Gives whether there was one to end. */
export async function endRole(
  doing: Doing,
  role: Id<'role'>,
  until: PlainDate,
): Promise<Done<Id<'role'>, 'no-such-role' | 'ends-before-it-begins'>> {
  const { db } = here(doing)
  const row = await db
    .selectFrom('access.role')
    .select(['actor_id', 'role', 'organisation_id', 'from_on'])
    .where('id', '=', role)
    .executeTakeFirst()
  if (!row || !managedBy(doing).includes(row.organisation_id as Id<'organisation'>))
    return refused('no-such-role')
  if (until < row.from_on) return refused('ends-before-it-begins')
  await db.updateTable('access.role').set({ until_on: until }).where('id', '=', role).execute()
  const organisation = row.organisation_id as Id<'organisation'>
  await record(doing, {
    happened: 'role-ended',
    organisation,
    person: null,
    to: row.actor_id,
    details: { role: row.role, until },
  })
  return done(role)
}

/**
 * Ends an account at once: whoever is signed in with it is a visitor from the next page on. What they did
 * stands.
 */
export async function endAccount(
  doing: Doing,
  actor: Id<'actor'>,
): Promise<Done<Id<'actor'>, 'no-such-account' | 'is-you'>> {
  const { db } = here(doing)
  if (actor === doing.actor.id) return refused('is-you')
  const ours = await db
    .selectFrom('access.role')
    .select('organisation_id')
    .where('actor_id', '=', actor)
    .where('organisation_id', 'in', [...managedBy(doing)])
    .executeTakeFirst()
  if (!ours) return refused('no-such-account')
  await db
    .updateTable('access.actor')
    .set({ ended_at: doing.now })
    .where('id', '=', actor)
    .where('ended_at', 'is', null)
    .execute()
  await record(doing, {
    happened: 'account-ended',
    organisation: ours.organisation_id as Id<'organisation'>,
    person: null,
    to: actor,
  })
  return done(actor)
}
