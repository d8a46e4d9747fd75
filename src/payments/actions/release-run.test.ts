import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { aBudget, makeBudgets } from '../../../test/budgets.ts'
import { doAs, doingIt, type Someone, someone } from '../../../test/harness.ts'
import { anOffice, monday, onMonday } from '../../../test/payments.ts'
import { addDays, type PlainDate } from '../../kernel/days.ts'
import { allocatedTo, balanceOf, heldBy } from '../../ledger/public.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import { firstPaidOn, prepareRun, stopBlocked } from '../public.ts'
import { leavingNow } from '../queries/run.ts'

let database: TestDatabase
before(async () => {
  database = await onMonday()
})

test('a run that two people sign pays everybody who is due, and moves the money in the ledger', async () => {
  const { organisation, kay, sol, prepared, release, read } = await anOffice(database)
  const budget = await doingIt(database, doing => aBudget(doing, { organisation, from: monday }))
  const run = await prepared()
  assert.deepEqual([run.payments, run.total, run.stopped], [1, 112_000n, 0])
  const first = await release(kay, run)
  assert.deepEqual(first.done && first.value.left, false)
  assert.equal(await read(doing => balanceOf(doing, heldBy(budget.reference))), 0n)
  const second = await release(sol, run)
  assert.deepEqual(second.done && second.value, { left: true, payments: 1, total: 112_000n })
  assert.equal(await read(doing => balanceOf(doing, heldBy(budget.reference))), 112_000n)
  assert.equal(await read(doing => balanceOf(doing, allocatedTo(budget.reference))), 28_000n * 53n - 112_000n)
  assert.equal(await read(doing => firstPaidOn(doing, budget.reference)), monday)
})

test('V-57 Kay twice is not two people, a case worker may not, Sol may', async () => {
  const { organisation, kay, sol, mel, prepared, release } = await anOffice(database)
  await doingIt(database, doing => makeBudgets(doing, [{ organisation, from: monday }]))
  const run = await prepared()
  assert.ok((await release(kay, run)).done)
  assert.deepEqual(await release(kay, run), { done: false, because: ['needs-two-different-people'] })
  const asMel = await release(mel, run)
  assert.ok(!asMel.done && (asMel.because[0] as string) === 'run-not-found')
  const head = await someone(database, { name: 'Hal Ito', role: 'team-leader', organisation })
  assert.deepEqual(await release(head, run), { done: false, because: ['role-may-not-release'] })
  assert.deepEqual((await release(sol, run)).done, true)
})

test('the database itself lets no run leave on one signature, and nobody sign for another', async () => {
  const { organisation, kay, sol, prepared, release } = await anOffice(database)
  await doingIt(database, doing => makeBudgets(doing, [{ organisation, from: monday }]))
  const run = await prepared()
  await release(kay, run)
  const leaving = sql`insert into payments.leaving values (${run.run}, ${organisation}, ${run.payments},
    ${run.total.toString()}, ${monday}, ${monday}, now())`
  await assert.rejects(
    doAs(database, kay, doing => leaving.execute(doing.transaction)),
    /two different people/,
  )
  const forSol = sql`insert into payments.release (id, run_id, organisation_id, who, who_name, who_role,
    payments, total, signed_on, signed_at)
    values (gen_random_uuid(), ${run.run}, ${organisation}, ${sol.id}, 'Sol Abara', 'finance-officer',
      ${run.payments}, ${run.total.toString()}, ${monday}, now())`
  await assert.rejects(
    doAs(database, kay, doing => forSol.execute(doing.transaction)),
    /row-level security/,
  )
})

test('the same run prepared twice pays once, whoever hurries', async () => {
  const { organisation, kay, sol, prepare, release, paidPeriods } = await anOffice(database)
  const budget = await doingIt(database, doing => aBudget(doing, { organisation, from: monday }))
  const both = await Promise.all([prepare(), prepare()])
  assert.deepEqual(both.map(one => one.done).sort(), [false, true])
  assert.deepEqual(both.find(one => !one.done)?.done === false && both.find(one => !one.done), {
    done: false,
    because: ['nothing-to-pay'],
  })
  const run = both.find(one => one.done)
  assert.ok(run?.done)
  await release(kay, run.value)
  const hal = await someone(database, { name: 'Hal Ito', role: 'head-of-service', organisation })
  const together = await Promise.all([release(sol, run.value), release(hal, run.value)])
  assert.deepEqual(together.map(one => one.done).sort(), [false, true])
  assert.deepEqual(await release(sol, run.value), { done: false, because: ['has-left'] })
  assert.deepEqual(await paidPeriods(budget.reference), [monday])
  assert.deepEqual(await prepare(), { done: false, because: ['nothing-to-pay'] })
})

test('the database refuses a second payment of any day of a budget', async () => {
  const { organisation, pay } = await anOffice(database)
  const budget = await doingIt(database, doing => aBudget(doing, { organisation, from: monday }))
  await pay()
  const again = sql`insert into payments.instruction (id, run_id, organisation_id, person_id, reference,
      schedule_id, agreement_id, part, account_id, paid_to, due_on, leaves_on, period_from, period_until,
      amount, end_to_end_id)
    select gen_random_uuid(), (select id from new_run), organisation_id, person_id, reference, schedule_id,
      agreement_id, part, account_id, paid_to, due_on, leaves_on, period_from + 1, period_until + 1, amount,
      'AGAIN-00000001'
    from payments.instruction where reference = ${budget.reference} limit 1`
  const withRun = sql`with new_run as (insert into payments.run
      values (gen_random_uuid(), ${organisation}, 99, ${monday}, ${monday}, null, 'Kay', ${monday}, now())
      returning id) ${again}`
  await assert.rejects(
    doingIt(database, doing => withRun.execute(doing.transaction)),
    /no_day_paid_twice/,
  )
})

test('a payment that something comes to stand against is stopped before the run leaves', async () => {
  const { organisation, kay, sol, prepared, release, read, paidPeriods } = await anOffice(database)
  const [ada] = await doingIt(database, doing =>
    makeBudgets(doing, [
      { organisation, from: monday, name: 'Ada Marwood' },
      { organisation, from: monday, name: 'Bryn Fenn' },
    ]),
  )
  const run = await prepared()
  await release(kay, run)
  await doingIt(database, doing =>
    sql`update people.person set died_on = ${monday} where id = ${ada?.person ?? ''}`.execute(
      doing.transaction,
    ),
  )
  assert.deepEqual(await release(sol, run), { done: false, because: ['stopped-since-prepared'] })
  const stopped = await doAs(database, kay, doing => stopBlocked(doing, run.run))
  assert.deepEqual(stopped, { done: true, value: 1 })
  assert.deepEqual(await release(sol, run), { done: false, because: ['changed-since-shown'] })
  const now = await read(doing => leavingNow(doing, run.run))
  const shown = { run: run.run, ...now }
  const bySol = await release(sol, shown)
  assert.deepEqual(bySol.done && bySol.value.left, false, 'Kay signed another total')
  const byKay = await release(kay, shown)
  assert.deepEqual(byKay.done && byKay.value.left, true)
  assert.deepEqual(await paidPeriods(ada?.reference ?? ''), [])
})

test('each payment and each signature is in the record', async () => {
  const { organisation, pay } = await anOffice(database)
  await doingIt(database, doing => makeBudgets(doing, [{ organisation, from: monday }]))
  await pay()
  const { rows } = await sql<{
    what: string
    who: string
  }>`select what, actor_name as who from access.happening
    where organisation_id = ${organisation} and what like 'payment-%' order by at, id`.execute(
    database.kysely,
  )
  assert.deepEqual(
    rows.map(({ what, who }) => `${who}: ${what}`),
    [
      'Kay Boone: payment-run-prepared',
      'Kay Boone: payment-run-signed',
      'Sol Abara: payment-run-signed',
      'Sol Abara: payment-made',
    ],
  )
})

test('a run is prepared by finance, for today or the next five weeks', async () => {
  const { organisation, kay, mel } = await anOffice(database)
  const ask = (who: Someone, until: PlainDate) =>
    doAs(database, who, doing => prepareRun(doing, { organisation, until }))
  assert.deepEqual(await ask(mel, addDays(monday, -1)), {
    done: false,
    because: ['role-may-not-prepare', 'until-before-today'],
  })
  assert.deepEqual(await ask(kay, addDays(monday, 36)), { done: false, because: ['too-far-ahead'] })
  assert.deepEqual(await ask(kay, addDays(monday, 35)), { done: false, because: ['nothing-to-pay'] })
})
