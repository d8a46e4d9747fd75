import { sql } from 'kysely'
import { enter } from '../src/access/identify.ts'
import { prepare } from '../src/app.ts'
import { addDays, plainDate } from '../src/kernel/days.ts'
import { newId } from '../src/kernel/ids.ts'
import { fileOf, prepareRun, releaseRun, runState, setPayer } from '../src/payments/public.ts'
import type { OrganisationId } from '../src/people/public.ts'
import { type Database, openDatabase } from '../src/platform/database.ts'
import type { Actor, Doing } from '../src/platform/doing.ts'
import { asActor, asService } from '../src/platform/transaction.ts'
import { aBody, makeBudgets } from '../test/budgets.ts'

export type RunTimes = {
  readonly payments: number
  readonly prepared: number
  readonly released: number
  readonly file: number
  readonly all: number
}

const monday = plainDate('2026-06-08')
const seconds = (since: number): number => (performance.now() - since) / 1000

async function makeBody(database: Database, budgets: number): Promise<OrganisationId> {
  const organisation = await asService(database, async doing => {
    await sql`insert into platform.clock (set_to, set_at)
      values ('2026-06-08T09:00:00+01:00', now())`.execute(doing.transaction)
    return aBody(doing, 'QBN', 'NHS Benchshire ICB')
  })
  const budget = { organisation, from: monday }
  for (let from = 0; from < budgets; from += 1000)
    await asService(database, doing =>
      makeBudgets(
        doing,
        Array.from({ length: Math.min(1000, budgets - from) }, () => budget),
      ),
    )
  return organisation
}

async function makePeople(database: Database, organisation: OrganisationId): Promise<readonly Actor[]> {
  const people: readonly Actor[] = ['Kay Boone', 'Sol Abara'].map(name => ({
    id: newId<'actor'>(),
    name,
    person: null,
    roles: [{ role: 'finance-officer', organisation }],
  }))
  await asService(database, async doing => {
    for (const one of people) {
      await sql`insert into access.actor (id, name) values (${one.id}, ${one.name})`.execute(
        doing.transaction,
      )
      await sql`insert into access.role (id, actor_id, role, organisation_id, from_on)
        values (${newId()}, ${one.id}, 'finance-officer', ${organisation}, ${monday}::date - 400)`.execute(
        doing.transaction,
      )
    }
    const payer = { name: 'NHS Benchshire', sortCode: '607080', accountNumber: '10203040' }
    await setPayer(doing, { organisation, from: monday, ...payer })
    await sql`analyze`.execute(doing.transaction)
  })
  return people
}

/** Prepares and signs a run of everything that is due, and makes the bank's file; how long each took. */
async function timed(database: Database, organisation: OrganisationId, people: readonly Actor[]) {
  const as = <Value>(place: number, work: (doing: Doing) => Promise<Value>): Promise<Value> =>
    asActor(
      database,
      { asking: { actor: people[place] as Actor, onBehalfOf: null, purpose: null }, enter },
      work,
    )
  const began = performance.now()
  const made = await as(0, doing => prepareRun(doing, { organisation, until: addDays(monday, 6) }))
  if (!made.done) throw new Error(made.because.join(', '))
  const { run, payments, total } = made.value
  const prepared = seconds(began)
  for (const place of [0, 1]) {
    const signed = await as(place, doing => releaseRun(doing, { run, payments, total }))
    if (!signed.done) throw new Error(signed.because.join(', '))
  }
  const released = seconds(began) - prepared
  await as(1, async doing => {
    const state = await runState(doing, run)
    const file = state === null ? null : await fileOf(doing, state)
    if (!file?.done) throw new Error('no file was made')
  })
  const all = seconds(began)
  return { payments, prepared, released, file: all - prepared - released, all }
}

/**
 * How many seconds a payment run of so many budgets takes on an empty server, with every check, both
 * signatures, the postings, the record and the bank's file.
 */
export async function timePaymentRun(url: string, budgets: number): Promise<RunTimes> {
  await prepare(url)
  const database = openDatabase(url, 6)
  try {
    const organisation = await makeBody(database, budgets)
    return await timed(database, organisation, await makePeople(database, organisation))
  } finally {
    await database.close()
  }
}
