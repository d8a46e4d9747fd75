import { sql } from 'kysely'
import type pg from 'pg'
import type { Id } from '../kernel/brand.ts'
import { type Actor, type Doing, visitor } from '../platform/doing.ts'
import type { Asking, Enter } from '../platform/transaction.ts'
import type { Auth } from './auth.ts'
import { type Permission, type Role, rolesMay } from './permissions.ts'

type ActorRow = { id: Id<'actor'>; name: string; person_id: Id<'person'> | null; roles: { role: string; organisation: Id<'organisation'> }[] | null }

const byUser = `select a.id, a.name, a.person_id, (
    select jsonb_agg(jsonb_build_object('role', r.role, 'organisation', r.organisation_id) order by r.from_on, r.id)
    from access.role r where r.actor_id = a.id and r.from_on <= (platform.now() at time zone 'Europe/London')::date
      and (r.until_on is null or r.until_on >= (platform.now() at time zone 'Europe/London')::date)) as roles
  from access.actor a where a.user_id = $1 and a.ended_at is null`

/** Who holds a session, from the request's cookies. A session without an actor, or none, is a visitor. */
export async function identify(auth: Auth, pool: pg.Pool, cookie: string | undefined): Promise<Asking> {
  const asVisitor: Asking = { actor: visitor, onBehalfOf: null, purpose: null }
  if (!cookie?.includes('openphb.session_token')) return asVisitor
  const session = await auth.api.getSession({ headers: new Headers({ cookie }) }).catch(() => null)
  if (!session) return asVisitor
  const { rows } = await pool.query<ActorRow>(byUser, [session.user.id])
  const row = rows[0]
  return row ? { ...asVisitor, actor: { id: row.id, name: row.name, person: row.person_id, roles: row.roles ?? [] } } : asVisitor
}

/** Pure: the roles an actor has, with `person` for everybody who has signed in and `visitor` for everybody else. */
export const rolesOf = (actor: Actor): readonly Role[] =>
  actor.id === null ? ['visitor'] : ['person', ...actor.roles.map(one => one.role as Role)]

/** Pure: the first question of three. */
export const actorMay = (actor: Actor, permission: Permission): boolean => rolesMay(rolesOf(actor), permission)

/** Staff see dense pages and act for others; everybody else acts for themselves and those they represent. */
export const isStaff = (actor: Actor): boolean => actor.roles.length > 0

/** Whether the one who asks may do a thing, for pages that leave out what they may not. */
export const may = (doing: Doing, permission: Permission): boolean => actorMay(doing.actor, permission)

/** Sets the transaction up: the role under row-level security, and what this actor may see on this day. */
export const enter: Enter = async (transaction, actor, today) => {
  await sql`select access.enter(${actor.id}, ${today}::date), set_config('role', 'openphb_app', true)`.execute(transaction)
}
