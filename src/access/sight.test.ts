import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { appOn, doAs, doingIt, emptyDatabase, type Someone, someone, tryAs } from '../../test/harness.ts'
import type { App } from '../app.ts'
import type { Id } from '../kernel/brand.ts'
import { plainDate } from '../kernel/days.ts'
import { newId } from '../kernel/ids.ts'
import type { Database } from '../platform/database.ts'
import { type Doing, visitor } from '../platform/doing.ts'
import { letSee } from './actions/let-see.ts'
import { record } from './actions/record.ts'

let database: Database
let _app: App
const [millbrook, ashdale] = [newId<'organisation'>(), newId<'organisation'>()]

before(async () => {
  database = await emptyDatabase()
  _app = await appOn(database)
})

const aPerson = async (name: string): Promise<Someone & { person: Id<'person'> }> => {
  const person = newId<'person'>()
  return { ...(await someone(database, { name, person })), person }
}
const _letAll = (person: Id<'person'>, actor: Id<'actor'>, sees: 'all' | 'money' | 'name' = 'all') =>
  doingIt(database, doing =>
    letSee(doing, { actor }, { person, sees, because: 'case worker', from: plainDate('2020-01-01') }),
  )
const rowsOf = async (doing: Doing, table: string): Promise<readonly Record<string, unknown>[]> =>
  (await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(doing.transaction)).rows
const written = (doing: Doing, person: Id<'person'>, organisation: Id<'organisation'>) =>
  record(doing, { happened: 'trial', organisation, person })

test('a query without any where returns nothing of another organisation’s', async () => {
  const [nell, peg] = [await aPerson('Nell Farrow'), await aPerson('Peg Ashworth')]
  await doingIt(database, async doing => {
    await written(doing, nell.person, millbrook)
    await written(doing, peg.person, ashdale)
  })
  const lead = await someone(database, { role: 'team-leader', organisation: millbrook })
  const seen = await tryAs(database, lead, doing => rowsOf(doing, 'access.happening'))
  assert.ok(seen.some(row => row['person_id'] === nell.person))
  assert.ok(seen.every(row => row['organisation_id'] === millbrook))
  const roles = await tryAs(database, lead, doing => rowsOf(doing, 'access.role'))
  assert.ok(roles.every(row => row['organisation_id'] === millbrook))
  const known = (await tryAs(database, lead, doing => rowsOf(doing, 'access.actor_shown'))).map(
    row => row['name'],
  )
  assert.ok(known.includes('Nell Farrow'))
  assert.ok(!known.includes('Peg Ashworth'), 'not even the name of another board’s person')
})

test('somebody without a role or a grant, and a visitor, see nothing at all', async () => {
  const stranger = await someone(database, {})
  for (const who of [stranger, visitor])
    for (const table of [
      'access.happening',
      'access.grant',
      'access.role',
      'access.approval_limit',
      'platform.file',
    ])
      assert.deepEqual(await tryAs(database, who, doing => rowsOf(doing, table)), [], table)
})

test('the role that requests run as, without anybody entered, sees nothing', async () => {
  const client = await database.pool.connect()
  try {
    await client.query('begin; set local role openphb_app')
    for (const table of [
      'access.happening',
      'access.grant',
      'access.actor',
      'access.role',
      'access.actor_shown',
      'platform.sent',
      'platform.file',
    ])
      assert.equal((await client.query(`select 1 from ${table}`)).rowCount, 0, table)
  } finally {
    await client.query('rollback')
    client.release()
  }
})

test('every table of records stands under row-level security or is closed to requests', async () => {
  const { rows } = await database.pool.query(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and not c.relrowsecurity and has_table_privilege('openphb_app', c.oid, 'select')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname
        in ('person_id', 'actor_id') and not a.attisdropped)`)
  assert.deepEqual(rows, [])
})

test('a request cannot enter as somebody else, change the record, or read what is closed', async () => {
  const who = await someone(database, { role: 'administrator', organisation: millbrook })
  await doAs(database, who, doing => written(doing, newId(), millbrook))
  for (const text of [
    `select access.enter('${newId()}', current_date)`,
    `select access.sights_of('${newId()}', current_date)`,
    `select access.roles_of('${newId()}', current_date)`,
    "update access.happening set what = 'x'",
    'delete from access.happening',
    'truncate access.happening',
    'select * from access.seal',
    'select * from access.unsealed',
    'select * from platform.mail',
    'select * from platform.kept_form',
    'select * from auth."session"',
    'select * from access.wrong_password',
    `insert into access.seal values (1, '${newId()}', 'x', now(), 'y')`,
    'delete from access.role',
    "update access.role set role = 'panel'",
  ])
    await assert.rejects(
      tryAs(database, who, doing => sql.raw(text).execute(doing.transaction)),
      /permission denied|written once/,
      text,
    )
})

test('not even the owner changes the record without taking its lock away', async () => {
  await doingIt(database, doing => written(doing, newId(), millbrook))
  for (const text of [
    "update access.happening set what = 'x'",
    'delete from access.happening',
    'truncate access.happening cascade',
  ])
    await assert.rejects(
      doingIt(database, doing => sql.raw(text).execute(doing.transaction)),
      /written once/,
      text,
    )
})

test('a role counts from its first day to its last, both inside', async () => {
  const who = await someone(database, {})
  const give = (from: string, until: string) =>
    doingIt(database, doing =>
      sql`insert into access.role (id, actor_id, role, organisation_id, from_on, until_on)
    values (${newId()}, ${who.id}, 'auditor', ${ashdale}, ${doing.today}::date + ${from}::int,
      ${doing.today}::date + ${until}::int)`.execute(doing.transaction),
    )
  const sees = async () => (await tryAs(database, who, doing => rowsOf(doing, 'access.happening'))).length > 0
  await give('1', '9')
  await give('-9', '-1')
  assert.equal(await sees(), false)
  await give('0', '0')
  assert.equal(await sees(), true)
})

test('a role given in another organisation is refused by the database itself', async () => {
  const administrator = await someone(database, { role: 'administrator', organisation: millbrook })
  const insert = (organisation: string) =>
    tryAs(database, administrator, doing =>
      sql`insert into access.role (id, actor_id, role, organisation_id, from_on)
    values (${newId()}, ${administrator.id}, 'panel', ${organisation}, current_date)`.execute(
        doing.transaction,
      ),
    )
  await assert.rejects(insert(ashdale), /row-level security/)
  await insert(millbrook)
})
