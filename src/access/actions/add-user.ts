import { randomBytes } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { sql } from 'kysely'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { Id } from '../../kernel/brand.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Role } from '../permissions.ts'
import { here } from '../tables.ts'
import { record } from './record.ts'

export type NewUser = {
  readonly name: string
  readonly email: string
  /** 12 characters or more; null for somebody who signs in by a demonstration's link only. */
  readonly password: string | null
  readonly person?: Id<'person'> | null
  readonly role?: { readonly role: Role; readonly organisation: Id<'organisation'> } | null
}

export type Added = { readonly actor: Id<'actor'>; readonly user: Id<'user'> }

/** A password that a machine made: 96 bits, in letters and figures that are read out without mistakes. */
export const newPassword = (): string => {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  return [...randomBytes(20)]
    .map(byte => letters[byte % letters.length])
    .join('')
    .replace(/(.{5})(?=.)/g, '$1-')
}

/**
 * Adds somebody who can sign in. Runs as the service, since only it may write the sign-in library's tables.
 * Refuses an address that has an account.
 */
export async function addUser(
  doing: Doing,
  { name, email, password, person = null, role = null }: NewUser,
): Promise<Done<Added, 'address-has-an-account'>> {
  const [actor, user] = [newId<'actor'>(), newId<'user'>()]
  const address = email.trim().toLowerCase()
  // Worked out first, so that a known address takes as long as a new one.
  const hashed = password === null ? null : await hashPassword(password)
  const made = await sql<{ id: string }>`
    insert into auth."user" ("id", "name", "email", "emailVerified", "updatedAt")
      values (${user}, ${name}, ${address}, false, now())
    on conflict ("email") do nothing returning "id"`.execute(doing.transaction)
  if (made.rows.length === 0) return refused('address-has-an-account')
  if (hashed !== null)
    await sql`
    insert into auth."account" ("id", "accountId", "providerId", "userId", "password", "updatedAt")
    values (${newId()}, ${user}, 'credential', ${user}, ${hashed}, now())`.execute(doing.transaction)
  const { db } = here(doing)
  await db
    .insertInto('access.actor')
    .values({ id: actor, user_id: user, name, email: address, person_id: person, ended_at: null })
    .execute()
  if (role)
    await db
      .insertInto('access.role')
      .values({
        id: newId(),
        actor_id: actor,
        role: role.role,
        organisation_id: role.organisation,
        from_on: doing.today,
        until_on: null,
        given_by: doing.actor.id,
      })
      .execute()
  const details = role ? { role: role.role } : {}
  await record(doing, {
    happened: 'account-made',
    organisation: role?.organisation ?? null,
    person,
    to: actor,
    details,
  })
  return done({ actor, user })
}
