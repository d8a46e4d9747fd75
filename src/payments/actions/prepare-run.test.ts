import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { aBudget, makeBudgets } from '../../../test/budgets.ts'
import { doAs, doingIt } from '../../../test/harness.ts'
import { anOffice, monday, onMonday } from '../../../test/payments.ts'
import type { Id } from '../../kernel/brand.ts'
import { addDays } from '../../kernel/days.ts'
import { allocatedTo, balanceOf, heldBy } from '../../ledger/public.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import { dueBetween, noteReturned, schedulePayments, tellHolders, withdrawRun } from '../public.ts'

let database: TestDatabase
before(async () => {
  database = await onMonday()
})

test('what cannot be paid is in the run with every reason, and the others are paid', async () => {
  const { organisation, prepared } = await anOffice(database)
  await doingIt(database, doing =>
    makeBudgets(doing, [
      { organisation, from: monday, name: 'Ada Marwood' },
      { organisation, from: monday, name: 'Bryn Fenn', without: ['approval', 'consent'] },
    ]),
  )
  const run = await prepared()
  assert.deepEqual([run.payments, run.stopped], [1, 1])
  const { rows } = await sql<{ name: string; because: string[] }>`
    select p.full_name as name, i.stopped_because as because
    from payments.instruction i join people.person p on p.id = i.person_id
    where i.run_id = ${run.run} and i.stopped_on is not null`.execute(database.kysely)
  assert.deepEqual(rows, [{ name: 'Bryn Fenn', because: ['no-consent', 'account-not-approved'] }])
})

test('a budget whose year has begun has its money set aside before it is paid', async () => {
  const { organisation, pay, read } = await anOffice(database)
  const budget = await doingIt(database, doing =>
    aBudget(doing, { organisation, from: monday, without: ['money'] }),
  )
  assert.equal((await pay()).payments, 1)
  const left = await read(doing => balanceOf(doing, allocatedTo(budget.reference)))
  assert.ok(left > 1_300_000n, `${left}`)
})

test('due in the next seven days is known, with what is late and what stands against it', async () => {
  const { organisation, kay } = await anOffice(database)
  await doingIt(database, doing =>
    makeBudgets(doing, [
      { organisation, from: addDays(monday, 7), name: 'Ada Marwood' },
      { organisation, from: addDays(monday, -28), name: 'Bryn Fenn', without: ['consent'] },
      { organisation, from: addDays(monday, 8), name: 'Cora Weld' },
    ]),
  )
  const due = await doAs(database, kay, doing =>
    dueBetween(doing, organisation, { from: monday, until: addDays(monday, 7) }),
  )
  assert.deepEqual(
    due.map(({ dueOn, late, reasons }) => [dueOn, late, reasons]),
    [
      [addDays(monday, -28), true, ['no-consent']],
      [monday, false, ['no-consent']],
      [addDays(monday, 7), false, []],
    ],
  )
})

test('a run that is withdrawn pays nothing, and all of it is due again', async () => {
  const { organisation, kay, sol, prepared, release, pay, paidPeriods } = await anOffice(database)
  const budget = await doingIt(database, doing => aBudget(doing, { organisation, from: monday }))
  const run = await prepared()
  assert.deepEqual(await doAs(database, kay, doing => withdrawRun(doing, run.run, ' ')), {
    done: false,
    because: ['say-why'],
  })
  assert.ok((await doAs(database, kay, doing => withdrawRun(doing, run.run, 'Wrong day'))).done)
  assert.deepEqual(await release(sol, { ...run, payments: 0, total: 0n }), {
    done: false,
    because: ['was-withdrawn', 'nothing-to-pay'],
  })
  await pay()
  assert.deepEqual(await paidPeriods(budget.reference), [monday])
})

test('money that came back is set aside again and paid again, once', async () => {
  const { organisation, kay, prepare, pay, read } = await anOffice(database)
  const budget = await doingIt(database, doing => aBudget(doing, { organisation, from: monday }))
  const run = await pay()
  const { rows } = await sql<{ id: Id<'payment instruction'> }>`select id from payments.instruction
    where run_id = ${run.run}`.execute(database.kysely)
  const instruction = rows[0]?.id as Id<'payment instruction'>
  const returned = { instruction, on: monday, because: 'Account closed' }
  assert.ok((await doAs(database, kay, doing => noteReturned(doing, returned))).done)
  assert.deepEqual(await doAs(database, kay, doing => noteReturned(doing, returned)), {
    done: false,
    because: ['returned-before'],
  })
  assert.equal(await read(doing => balanceOf(doing, heldBy(budget.reference))), 0n)
  const again = await pay()
  assert.equal(again.payments, 1)
  assert.equal(await read(doing => balanceOf(doing, heldBy(budget.reference))), 112_000n)
  assert.deepEqual(await prepare(), { done: false, because: ['nothing-to-pay'] })
})

test('the holder is told of each payment once, however often the job runs', async () => {
  const { organisation, pay } = await anOffice(database)
  await doingIt(database, doing =>
    makeBudgets(doing, [
      { organisation, from: monday, name: 'Ada Marwood', email: 'ada@millbrook.example' },
      { organisation, from: monday, name: 'Bryn Fenn' },
    ]),
  )
  const run = await pay()
  const told = await Promise.all([1, 2].map(() => doingIt(database, doing => tellHolders(doing, run.run))))
  assert.deepEqual(told.sort(), [0, 2])
  const { rows } = await sql<{ letters: number; mails: number }>`select
    (select count(*)::int from notices.notice
      where organisation_id = ${organisation} and kind = 'remittance') as letters,
    (select count(*)::int from platform.mail where to_address = 'ada@millbrook.example') as mails`.execute(
    database.kysely,
  )
  assert.deepEqual(rows[0], { letters: 2, mails: 1 })
})

test('a schedule is made once, and an agreement that is not signed has none', async () => {
  const { organisation } = await anOffice(database)
  const one = await doingIt(database, doing =>
    aBudget(doing, { organisation, from: monday, scheduled: false }),
  )
  const schedule = () => doingIt(database, doing => schedulePayments(doing, { agreement: one.agreement }))
  const [first, again] = [await schedule(), await schedule()]
  assert.ok(first.done && first.value.length === 1)
  assert.deepEqual(again, first)
  const unsigned = await doingIt(database, doing =>
    aBudget(doing, { organisation, from: monday, without: ['signature'] }),
  )
  assert.deepEqual(
    await doingIt(database, doing => schedulePayments(doing, { agreement: unsigned.agreement })),
    {
      done: false,
      because: ['agreement-not-signed'],
    },
  )
})
