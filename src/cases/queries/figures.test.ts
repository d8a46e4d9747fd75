import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { doingIt, millbrookDatabase, someone, tryAs } from '../../../test/harness.ts'
import { plainDate } from '../../kernel/days.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import { figuresByBoard, lastQuarter } from './figures.ts'

let database: TestDatabase
before(async () => {
  database = await millbrookDatabase()
})

test('V-41 suppress, then round: 1 to 7 is kept back, nought stays, the rest to the nearest 5', async () => {
  const counts = [3, 8, 0, 42, 7, 118, 178]
  const { rows } = await doingIt(database, ({ transaction }) =>
    sql<{ printed: string }>`select cases.printed(n) as printed
      from unnest(${counts}::bigint[]) with ordinality as t (n, place) order by place`.execute(transaction),
  )
  assert.deepEqual(
    rows.map(({ printed }) => printed),
    ['*', '10', '0', '40', '*', '120', '180'],
  )
})

test('the national team is given counts by board, none of them small or exact, and no person', async () => {
  const national = await someone(database, { role: 'national-team' })
  const found = await tryAs(database, national, figuresByBoard)
  assert.deepEqual(
    found.boards.map(({ name }) => name),
    ['NHS Ashdale ICB', 'NHS Millbrook ICB'],
  )
  for (const { running, asked } of [...found.boards, ...(found.whole ? [found.whole] : [])])
    for (const printed of [running, asked]) assert.match(printed, /^(\*|0|\d*[05])$/)
})

test('the whole is printed from the true counts, not from what is printed of each board', async () => {
  const national = await someone(database, { role: 'national-team' })
  const { whole } = await tryAs(database, national, figuresByBoard)
  const { rows } = await database.pool.query<{ printed: string }>(
    `select cases.printed(count(*)) as printed from cases.facts f join people.organisation o
       on o.id = f.organisation_id and o.kind = 'icb'
     where f.held_from <= current_date and (f.ends_on is null or f.ends_on >= current_date)
       and (f.died_on is null or f.died_on > current_date)`,
  )
  assert.equal(whole?.running, rows[0]?.printed)
})

test('nobody but the national team is given a row', async () => {
  for (const role of [
    'case-worker',
    'council-officer',
    'provider',
    'administrator',
    'finance-officer',
  ] as const) {
    const found = await tryAs(database, await someone(database, { role }), figuresByBoard)
    assert.deepEqual([found.boards, found.whole], [[], null], role)
  }
  const nobody = await tryAs(database, await someone(database, {}), figuresByBoard)
  assert.deepEqual(nobody.boards, [])
})

test('a quarter is the last that is over: its first and last days', () => {
  const of = (day: string) => lastQuarter(plainDate(day))
  assert.deepEqual(of('2026-11-29'), { from: '2026-07-01', until: '2026-09-30' })
  assert.deepEqual(of('2026-10-01'), { from: '2026-07-01', until: '2026-09-30' })
  assert.deepEqual(of('2026-09-30'), { from: '2026-04-01', until: '2026-06-30' })
  assert.deepEqual(of('2027-01-01'), { from: '2026-10-01', until: '2026-12-31' })
})
