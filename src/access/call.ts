import { sql } from 'kysely'
import type { Id } from '../kernel/brand.ts'
import { readId } from '../kernel/ids.ts'
import type { Actor, Doing } from '../platform/doing.ts'
import { open, seal } from '../platform/secrets.ts'

const cookieName = 'openphb.caller'
const minutes = 60

/** What was let be seen or done, of those grants that the caller holds on one person's record. */
export type CallerGrant = { readonly sees: string; readonly may: readonly string[] }

/** Who is on the telephone, and whose record it is about. */
export type Call = {
  readonly caller: Id<'person'>
  readonly about: Id<'person'>
  readonly grants: readonly CallerGrant[]
}

export type WhyNotOnBehalf = 'caller-may-not-do-this'

export const sentencesOnBehalf: Record<WhyNotOnBehalf, string> = {
  'caller-may-not-do-this': 'The person who called may not do this, so you cannot do it for them',
}

/**
 * Pure: may staff do a thing at somebody's word? The same as if the caller had typed it: about themselves,
 * yes; about somebody else, where they hold that record whole or were let do this one thing. Gives every
 * reason against.
 */
export function mayOnBehalf({ caller, about, grants }: Call, verb: string): readonly WhyNotOnBehalf[] {
  const may = caller === about || grants.some(grant => grant.sees === 'all' || grant.may.includes(verb))
  return may ? [] : ['caller-may-not-do-this']
}

/**
 * Whether what is asked for may be done for the caller; nothing against it where nobody called. The action
 * that asks writes a refusal into the record with `recordRefused`.
 */
export async function whyNotOnBehalf(
  doing: Doing,
  about: Id<'person'>,
  verb: string,
): Promise<readonly WhyNotOnBehalf[]> {
  const caller = doing.onBehalfOf
  if (caller === null) return []
  const { rows } =
    await sql<CallerGrant>`select sees, may from access.grants_of_caller(${caller}, ${about})`.execute(
      doing.transaction,
    )
  return mayOnBehalf({ caller, about, grants: rows }, verb)
}

/** The cookie that says for whom this actor acts, for an hour: sealed, so that nobody can write one. */
export function callCookie(
  actor: Actor,
  caller: Id<'person'>,
  { secure, now }: { secure: boolean; now: number },
): string {
  const body = JSON.stringify({ actor: actor.id, caller, until: now + minutes * 60_000 })
  const value = seal('caller', body).toString('base64url')
  const kept = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${minutes * 60}`
  return `${cookieName}=${value}; ${kept}${secure ? '; Secure' : ''}`
}

export const endedCall = `${cookieName}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`

/** Who this actor acts for, from the cookie: only the actor whom it was made for, only within the hour. */
export function callerIn(
  cookies: Readonly<Record<string, string | undefined>>,
  actor: Actor,
  now = Date.now(),
): Id<'person'> | null {
  const value = cookies[cookieName]
  if (value === undefined || value.length < 40) return null
  try {
    const call = JSON.parse(open('caller', Buffer.from(value, 'base64url')).toString('utf8')) as {
      actor: string
      caller: string
      until: number
    }
    return call.actor === actor.id && call.until > now ? readId(call.caller) : null
  } catch {
    return null
  }
}
