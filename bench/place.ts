import { sql } from 'kysely'
import pg from 'pg'
import { enter } from '../src/access/identify.ts'
import { prepare } from '../src/app.ts'
import type { Id } from '../src/kernel/brand.ts'
import { newId } from '../src/kernel/ids.ts'
import type { OrganisationId } from '../src/people/public.ts'
import { type Database, openDatabase } from '../src/platform/database.ts'
import type { Actor, Doing } from '../src/platform/doing.ts'
import { asActor, asService } from '../src/platform/transaction.ts'
import { aBody } from '../test/budgets.ts'

/** A database of its own with one body and two finance officers, for what changes much. */
export type Place = {
  readonly database: Database
  readonly organisation: OrganisationId
  readonly officers: readonly [Actor, Actor]
  drop(): Promise<void>
}

export async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

async function anOfficer(doing: Doing, name: string, organisation: OrganisationId): Promise<Actor> {
  const id = newId<'actor'>()
  const role = 'finance-officer'
  await sql`insert into access.actor (id, name) values (${id}, ${name})`.execute(doing.transaction)
  await sql`insert into access.role (id, actor_id, role, organisation_id, from_on)
    values (${newId<'role'>()}, ${id}, ${role}, ${organisation}, ${doing.today}::date - 400)`.execute(
    doing.transaction,
  )
  return { id, name, person: null, roles: [{ role, organisation }] }
}

/** Makes such a place on the server that an address leads to. */
export async function aPlace(serverUrl: string): Promise<Place> {
  const name = `bench_${newId<'place'>().slice(-8)}`
  await onServer(serverUrl, `create database ${name}`)
  const at = new URL(serverUrl)
  at.pathname = `/${name}`
  await prepare(at.href)
  const database = openDatabase(at.href, 4)
  const { organisation, officers } = await asService(database, async doing => {
    const body: Id<'organisation'> = await aBody(doing)
    return {
      organisation: body,
      officers: [
        await anOfficer(doing, 'Kay Boone', body),
        await anOfficer(doing, 'Sol Abara', body),
      ] as const,
    }
  })
  return {
    database,
    organisation,
    officers,
    async drop() {
      await database.close()
      await onServer(serverUrl, `drop database if exists ${name} with (force)`)
    },
  }
}

/** As an actor under row-level security, for good: what a page's form does. */
export const doAs = <Value>(
  { database }: Place,
  actor: Actor,
  work: (doing: Doing) => Promise<Value>,
): Promise<Value> => asActor(database, { asking: { actor, onBehalfOf: null, purpose: null }, enter }, work)
