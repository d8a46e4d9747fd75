import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { plainDate } from '../../src/kernel/days.ts'
import { checkLedger, isSound } from '../../src/ledger/check.ts'
import { type Doing, theService } from '../../src/platform/doing.ts'
import type { TestDatabase } from '../../src/platform/testing.ts'
import { goOn, orderSuccession } from '../../src/succession/public.ts'
import { doingIt, trying } from '../harness.ts'
import { must, onDay } from '../joint.ts'
import { balances, begin, england, reach, stepAt } from '../succession.ts'

const on = '2022-07-01'
const then = (doing: Doing): Doing => onDay(doing, theService, plainDate(on))

/** How often each thing that a move writes stands there, for every person; and what bodies were given. */
const written = async ({ transaction }: Doing) => {
  const { rows } = await sql<Record<string, bigint>>`
    select count(distinct m.person_id) as people, count(*) as moves,
      (select count(*) from access.happening where what = 'case-moved') as lines,
      (select count(*) from notices.notice where kind = 'succession') as letters,
      (select count(*) from ledger.entry where key like 'succession:%') as entries,
      (select count(*) from access.covers) as covers,
      (select count(*) from access.happening where what = 'succession-done') as done
    from access.moved m`.execute(transaction)
  return Object.values(rows[0] ?? {})
}

/** The server ends this connection before the work is kept, as when the machine is switched off. */
const killedWhile = async (database: TestDatabase, work: (doing: Doing) => Promise<unknown>) =>
  assert.rejects(
    doingIt(database, async doing => {
      await work(then(doing))
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(doing.transaction)
    }),
  )

test('killed between parts, in a part and at the end, a move goes on and does nothing twice', async () => {
  const database = await england()
  const names = ['Ada Marwood', 'Bryn Tremain', 'Cora Kerrow', 'Dewi Nandra', 'Elin Abara']
  await begin(
    database,
    names.map(name => ({ name, code: '02A', from: '2021-05-10', weekly: 280n })),
  )
  const held = await trying(database, balances)
  await doingIt(database, async doing => {
    const step = await stepAt(then(doing), '02A', on)
    must(await orderSuccession(then(doing), { step, because: 'A test', reach }))
  })
  await killedWhile(database, doing => goOn(doing, 2))
  assert.deepEqual(await trying(database, written), [0n, 0n, 0n, 0n, 0n, 0n, 0n])
  assert.equal(await doingIt(database, doing => goOn(then(doing), 2)), 'went-on')
  const first = await trying(database, written)
  assert.deepEqual(first.slice(0, 5), [2n, 2n, 2n, 2n, 2n])
  await killedWhile(database, doing => goOn(doing, 2))
  assert.deepEqual(await trying(database, written), first)
  assert.equal(await doingIt(database, doing => goOn(then(doing), 2)), 'went-on')
  await killedWhile(database, doing => goOn(doing, 2))
  assert.equal(await doingIt(database, doing => goOn(then(doing), 2)), 'finished')
  assert.equal(await doingIt(database, doing => goOn(then(doing), 2)), 'nothing-to-do')
  assert.deepEqual(await trying(database, written), [5n, 5n, 5n, 5n, 5n, first[5], 1n])
  await trying(database, async doing => {
    assert.deepEqual(await balances(doing), held)
    assert.ok(isSound(await checkLedger(doing)))
  })
})
