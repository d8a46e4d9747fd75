import { createHmac, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type pg from 'pg'
import type { Id } from '../kernel/brand.ts'
import type { Moment } from '../kernel/days.ts'
import { type Actor, type Doing, theService, visitor } from '../platform/doing.ts'
import type { Asking, Enter } from '../platform/transaction.ts'
import { sessionCookies, sessionSecret } from './auth.ts'
import { callerIn } from './call.ts'
import { type Permission, type Role, rolesMay } from './permissions.ts'

type Cookies = Readonly<Record<string, string | undefined>>
type ActorRow = {
  id: Id<'actor'>
  name: string
  person_id: Id<'person'> | null
  roles: { role: string; organisation: Id<'organisation'> }[] | null
  assistant: boolean
  follows: boolean
}

const bySession = `select a.id, a.name, a.person_id, (
    select jsonb_agg(jsonb_build_object('role', r.role, 'organisation', r.organisation_id)
      order by r.from_on, r.id)
    from access.role r where r.actor_id = a.id and r.from_on <= clock.today and (r.until_on is null
      or r.until_on >= clock.today)) as roles,
    exists (select from access.assistant w where w.person_id = a.person_id) as assistant,
    exists (select from access.grant g where g.ended_at is null and (g.person_id = a.person_id
      or g.actor_id = a.id or (g.to_person_id = a.person_id and (g.until_on is null
        or g.until_on >= clock.today)))) as follows
  from auth."session" s join access.actor a on a.user_id = s."userId",
    (select (platform.now() at time zone 'Europe/London')::date as today) as clock
  where s."token" = $1 and s."expiresAt" > statement_timestamp() and a.ended_at is null`

/**
 * The session's token out of its signed cookie; null where the signature is not the library's own. The
 * library could answer this, in two more trips to the database for each page.
 */
export function tokenIn(cookies: Cookies): string | null {
  const [value] = sessionCookies.flatMap(name => cookies[name] ?? [])
  const dot = value?.lastIndexOf('.') ?? -1
  if (value === undefined || dot < 1) return null
  const right = createHmac('sha256', sessionSecret()).update(value.slice(0, dot)).digest()
  const given = Buffer.from(value.slice(dot + 1), 'base64')
  return right.length === given.length && timingSafeEqual(right, given) ? value.slice(0, dot) : null
}

/** Who holds a session, from the request's cookies. A session without an actor, or none, is a visitor. */
export async function identify(pool: pg.Pool, cookies: Cookies): Promise<Asking> {
  const token = tokenIn(cookies)
  const row = token === null ? undefined : (await pool.query<ActorRow>(bySession, [token])).rows[0]
  if (!row) return { actor: visitor, onBehalfOf: null, purpose: null }
  const { id, name, person_id: person, roles, assistant, follows } = row
  const actor = { id, name, person, roles: roles ?? [], assistant, follows }
  return { actor, onBehalfOf: actsForOthers(actor) ? callerIn(cookies, actor) : null, purpose: null }
}

/**
 * Pure: the roles an actor has, with `person` for everybody who has signed in and `visitor` for everybody
 * else.
 */
export const rolesOf = (actor: Actor): readonly Role[] =>
  actor.id === null ? ['visitor'] : ['person', ...actor.roles.map(one => one.role as Role)]

/** Pure: the first question of three. */
export const actorMay = (actor: Actor, permission: Permission): boolean =>
  rolesMay(rolesOf(actor), permission)

/** Staff see dense pages and act for others; everybody else acts for themselves and those they represent. */
export const isStaff = (actor: Actor): boolean => actor.roles.length > 0

/** Pure: whether this actor may act for somebody who telephones or writes. */
export const actsForOthers = (actor: Actor): boolean => actorMay(actor, 'access.act-for-others')

/** Whether the one who asks may do a thing, for pages that leave out what they may not. */
export const may = (doing: Doing, permission: Permission): boolean => actorMay(doing.actor, permission)

/** Whether the one who asks may do a thing for a body: a role counts where it is held. The service may. */
export const mayFor = (doing: Doing, permission: Permission, body: string): boolean =>
  doing.actor === theService ||
  doing.actor.roles.some(
    ({ role, organisation }) => organisation === body && rolesMay([role as Role], permission),
  )

/**
 * Sets the transaction up: the role under row-level security, what this actor may see on this day, the time.
 */
export const enter: Enter = async (transaction, actor) => {
  const { rows } = await sql<{ now: Moment }>`
    select access.enter(${actor.id}, (now at time zone 'Europe/London')::date),
      set_config('role', 'openphb_app', true), now
    from (select platform.now() as now offset 0) as clock`.execute(transaction)
  const now = rows[0]?.now
  if (now === undefined) throw new Error('The clock of the database did not answer')
  return now
}
