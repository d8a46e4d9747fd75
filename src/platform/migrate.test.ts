import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { inOrder, type Migration, MigrationRefused, migrate } from './migrate.ts'
import { cloneOf, dropTemplates, type TestDatabase } from './testing.ts'

const opened: TestDatabase[] = []
after(async () => {
  for (const database of opened) await database.drop()
  await dropTemplates()
})

async function blank(): Promise<TestDatabase> {
  const database = await cloneOf('blank', async () => undefined)
  opened.push(database)
  return database
}

const one = (name: string, sql: string): Migration => ({ module: 'trial', name, sql })
const first = one('2026-01-01T0000-first', 'create table trial.a (id int)')
const second = one('2026-01-02T0000-second', 'create table trial.b (id int)')
const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof MigrationRefused)
  return error.message
}

test('migrations run in the order of their names, once, as the tables’ owner', async () => {
  const { url, pool } = await blank()
  assert.equal(await migrate(url, [second, first]), 2)
  assert.equal(await migrate(url, [second, first]), 0)
  const { rows } = await pool.query('select tableowner from pg_tables where schemaname = $1', ['trial'])
  assert.deepEqual(rows, [{ tableowner: 'openphb_owner' }, { tableowner: 'openphb_owner' }])
})

test('a migration that was edited, is gone, or comes too late is refused in a sentence', async () => {
  const { url } = await blank()
  await migrate(url, [second])
  assert.match(
    await refusal(migrate(url, [{ ...second, sql: 'select 1' }])),
    /second was edited after it was run/,
  )
  assert.match(await refusal(migrate(url, [])), /second was run on this database and is missing/)
  assert.match(
    await refusal(migrate(url, [first, second])),
    /first comes before .*second, which was already run/,
  )
})

test('a migration that fails leaves nothing of itself behind', async () => {
  const { url, pool } = await blank()
  const wrong = one('2026-01-03T0000-wrong', 'create table trial.c (id int); select nonsense')
  assert.match(await refusal(migrate(url, [first, wrong])), /wrong failed/)
  const { rows } = await pool.query("select tablename from pg_tables where schemaname = 'trial'")
  assert.deepEqual(rows, [{ tablename: 'a' }])
})

test('two processes that start at once run each migration once', async () => {
  const { url } = await blank()
  const runs = await Promise.all([1, 2, 3].map(() => migrate(url, [first, second])))
  assert.deepEqual([...runs].sort(), [0, 0, 2])
})

test('two migrations of one name, or one without a timestamp, are a mistake', () => {
  assert.throws(() => inOrder([first, first]), MigrationRefused)
  assert.throws(() => inOrder([one('first', '')]), MigrationRefused)
})
