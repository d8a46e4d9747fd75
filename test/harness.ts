import { after } from 'node:test'
import { sql } from 'kysely'
import { demoTicket } from '../src/access/auth.ts'
import { enter } from '../src/access/identify.ts'
import type { Role } from '../src/access/public.ts'
import { type App, makeApp, prepare } from '../src/app.ts'
import type { Id } from '../src/kernel/brand.ts'
import { newId } from '../src/kernel/ids.ts'
import { seedMillbrook } from '../src/millbrook/public.ts'
import { type Database, openDatabase } from '../src/platform/database.ts'
import type { Actor, Doing } from '../src/platform/doing.ts'
import { cloneOf, dropTemplates, type TestDatabase, triedOut, triedOutAs } from '../src/platform/testing.ts'
import { asActor, asService } from '../src/platform/transaction.ts'
import { type Form, Visitor } from './visitor.ts'

process.env.OPENPHB_EMBEDDED ??= '1'
process.env.OPENPHB_KEY ??= 'a key for tests only, of more than 32 characters'

const opened: { close(): Promise<void> }[] = []
/** Closes something after the last test of the process, before whatever was opened earlier. */
export const closeAtEnd = (close: () => Promise<void>): void => void opened.push({ close })

after(async () => {
  for (const one of opened.splice(0).reverse()) await one.close()
  await dropTemplates()
})

/**
 * An empty database with every table, cloned. Closed and dropped by itself after the last test of the
 * process.
 */
export async function emptyDatabase(): Promise<TestDatabase> {
  const database = await cloneOf('empty', prepare)
  opened.push({ close: () => database.drop() })
  return database
}

/**
 * Millbrook as a demonstration has it, cloned from one that is made once for the process. Dropped like an
 * empty one.
 */
export async function millbrookDatabase(): Promise<TestDatabase> {
  const database = await cloneOf('millbrook', async url => {
    await prepare(url)
    const fresh = openDatabase(url, 6, { repeats: true })
    await seedMillbrook(fresh).finally(() => fresh.close())
  })
  opened.push({ close: () => database.drop() })
  return database
}

/** The whole program on a database of its own, for route tests by `inject`. */
export async function appOn(database: Database): Promise<App> {
  const app = await makeApp({ databaseUrl: database.url, embedded: true, address: 'http://127.0.0.1' })
  opened.push(app)
  return app
}

export type Someone = Actor & { readonly user: string; readonly id: Id<'actor'> }
type About = { name?: string; role?: Role; organisation?: Id<'organisation'>; person?: Id<'person'> }

/**
 * Makes somebody who can sign in: with a role in an organisation, or with a person of their own, or neither.
 */
export async function someone(database: Database, about: About): Promise<Someone> {
  const { name = 'Pat Example', role, organisation = newId<'organisation'>(), person } = about
  const [id, user] = [newId<'actor'>(), newId<'user'>()]
  await asService(database, async ({ transaction, today }) => {
    await sql`insert into auth."user" ("id", "name", "email", "emailVerified", "updatedAt")
      values (${user}, ${name}, ${`${user}@millbrook.example`}, true, now())`.execute(transaction)
    await sql`insert into access.actor (id, user_id, name, person_id)
      values (${id}, ${user}, ${name}, ${person ?? null})`.execute(transaction)
    if (role)
      await sql`insert into access.role (id, actor_id, role, organisation_id, from_on)
      values (${newId()}, ${id}, ${role}, ${organisation}, ${today}::date - 400)`.execute(transaction)
  })
  return { id, user, name, person: person ?? null, roles: role ? [{ role, organisation }] : [] }
}

const asking = (actor: Actor) => ({ actor, onBehalfOf: null, purpose: null })

/** As an actor under row-level security, rolled back afterwards. */
export const tryAs = <Value>(
  database: Database,
  actor: Actor,
  work: (doing: Doing) => Promise<Value>,
): Promise<Value> => triedOutAs(database, { asking: asking(actor), enter }, work)

/** As an actor under row-level security, for good. */
export const doAs = <Value>(
  database: Database,
  actor: Actor,
  work: (doing: Doing) => Promise<Value>,
): Promise<Value> => asActor(database, { asking: asking(actor), enter }, work)

/** As the service, which sees everything: rolled back. */
export const trying = triedOut
/** As the service, for good. */
export const doingIt = asService

/** A visitor who has signed in as somebody. */
export async function signedIn(app: App, who: Someone): Promise<Visitor> {
  const visitor = new Visitor(app.server)
  const answered = await visitor.get(`/access/demo/${who.user}/${demoTicket(who.user)}`)
  if (answered.status !== 303) throw new Error(`signing in answered ${answered.status}`)
  await visitor.get('/access/sign-in')
  return visitor
}

export { type Form, Visitor }
