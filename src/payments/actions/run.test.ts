import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { aBody, aBudget, makeBudgets } from '../../../test/budgets.ts'
import { doAs, doingIt, emptyDatabase, type Someone, someone } from '../../../test/harness.ts'
import type { Id } from '../../kernel/brand.ts'
import { addDays, type PlainDate, plainDate } from '../../kernel/days.ts'
import { allocatedTo, balanceOf, heldBy } from '../../ledger/public.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import {
  dueBetween,
  firstPaidOn,
  noteReturned,
  prepareRun,
  type RunId,
  releaseRun,
  schedulePayments,
  stopBlocked,
  tellHolders,
  withdrawRun,
} from '../public.ts'
import { leavingNow } from '../queries/run.ts'

const day = plainDate
// A Monday on which nothing else happens, so that a test says on which day it is.
const monday = day('2026-06-08')
let database: TestDatabase
let organisation: OrganisationId
let kay: Someone
let sol: Someone
let mel: Someone

before(async () => {
  database = await emptyDatabase()
  await sql`insert into platform.clock (set_to, set_at) values ('2026-06-08T09:00:00+01:00', now())`.execute(
    database.kysely,
  )
})

/** A body of its own for each test, with Kay and Sol in finance and Mel as a case worker. */
let bodies = 0
async function begin(): Promise<void> {
  bodies += 1
  organisation = await doingIt(database, doing => aBody(doing, `QMB${bodies}`, `NHS Millbrook ${bodies}`))
  const of = (name: string, role: 'finance-officer' | 'case-worker') =>
    someone(database, { name, role, organisation })
  kay = await of('Kay Boone', 'finance-officer')
  sol = await of('Sol Abara', 'finance-officer')
  mel = await of('Mel Osei', 'case-worker')
}

const prepare = (until: PlainDate = addDays(monday, 6)) =>
  doAs(database, kay, doing => prepareRun(doing, { organisation, until }))

async function prepared(until?: PlainDate) {
  const run = await prepare(until)
  assert.ok(run.done, run.done ? '' : run.because.join(', '))
  return run.value
}

type Shown = { readonly run: RunId; readonly payments: number; readonly total: bigint }
const release = (who: Someone, { run, payments, total }: Shown) =>
  doAs(database, who, doing => releaseRun(doing, { run, payments, total: total as never }))

async function pay(until?: PlainDate) {
  const run = await prepared(until)
  const [first, second] = [await release(kay, run), await release(sol, run)]
  assert.ok(first.done && second.done && second.value.left)
  return run
}
const read = <Value>(work: (doing: Doing) => Promise<Value>) => doingIt(database, work)
const paidPeriods = async (reference: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ from: string }>`select i.period_from as "from" from payments.payment p
    join payments.instruction i on i.id = p.instruction_id where p.reference = ${reference} order by 1`.execute(
    database.kysely,
  )
  return rows.map(({ from }) => from)
}

test('a run that two people sign pays everybody who is due, and moves the money in the ledger', async () => {
  await begin()
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
  await begin()
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
  await begin()
  await doingIt(database, doing => makeBudgets(doing, [{ organisation, from: monday }]))
  const run = await prepared()
  await release(kay, run)
  const leaving = sql`insert into payments.leaving values (${run.run}, ${organisation}, ${run.payments},
    ${run.total.toString()}, ${monday}, ${monday}, now())`
  await assert.rejects(
    doAs(database, kay, doing => leaving.execute(doing.transaction)),
    /two different people/,
  )
  const forSol = sql`insert into payments.release (id, run_id, organisation_id, who, who_name, who_role, payments,
    total, signed_on, signed_at) values (gen_random_uuid(), ${run.run}, ${organisation}, ${sol.id}, 'Sol Abara',
    'finance-officer', ${run.payments}, ${run.total.toString()}, ${monday}, now())`
  await assert.rejects(
    doAs(database, kay, doing => forSol.execute(doing.transaction)),
    /row-level security/,
  )
})

test('the same run prepared twice pays once, whoever hurries', async () => {
  await begin()
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
  await begin()
  const budget = await doingIt(database, doing => aBudget(doing, { organisation, from: monday }))
  await pay()
  const again = sql`insert into payments.instruction (id, run_id, organisation_id, person_id, reference, schedule_id,
      agreement_id, part, account_id, paid_to, due_on, leaves_on, period_from, period_until, amount, end_to_end_id)
    select gen_random_uuid(), (select id from new_run), organisation_id, person_id, reference, schedule_id, agreement_id,
      part, account_id, paid_to, due_on, leaves_on, period_from + 1, period_until + 1, amount, 'AGAIN-00000001'
    from payments.instruction where reference = ${budget.reference} limit 1`
  const withRun = sql`with new_run as (insert into payments.run values (gen_random_uuid(), ${organisation}, 99, ${monday},
    ${monday}, null, 'Kay', ${monday}, now()) returning id) ${again}`
  await assert.rejects(
    doingIt(database, doing => withRun.execute(doing.transaction)),
    /no_day_paid_twice/,
  )
})

test('what cannot be paid is in the run with every reason, and the others are paid', async () => {
  await begin()
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
  await begin()
  const budget = await doingIt(database, doing =>
    aBudget(doing, { organisation, from: monday, without: ['money'] }),
  )
  assert.equal((await pay()).payments, 1)
  const left = await read(doing => balanceOf(doing, allocatedTo(budget.reference)))
  assert.ok(left > 1_300_000n, `${left}`)
})

test('due in the next seven days is known, with what is late and what stands against it', async () => {
  await begin()
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

test('a payment that something comes to stand against is stopped before the run leaves', async () => {
  await begin()
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

test('a run that is withdrawn pays nothing, and all of it is due again', async () => {
  await begin()
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
  await begin()
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
  await begin()
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
    (select count(*)::int from notices.notice where organisation_id = ${organisation} and kind = 'remittance') as letters,
    (select count(*)::int from platform.mail where to_address = 'ada@millbrook.example') as mails`.execute(
    database.kysely,
  )
  assert.deepEqual(rows[0], { letters: 2, mails: 1 })
})

test('each payment and each signature is in the record', async () => {
  await begin()
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

test('a schedule is made once, and an agreement that is not signed has none', async () => {
  await begin()
  const one = await doingIt(database, doing => aBudget(doing, { organisation, from: monday }))
  const again = await doingIt(database, doing => schedulePayments(doing, { agreement: one.agreement }))
  assert.ok(again.done && again.value.length === 1)
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

test('a run is prepared by finance, for today or the next five weeks', async () => {
  await begin()
  const ask = (who: Someone, until: PlainDate) =>
    doAs(database, who, doing => prepareRun(doing, { organisation, until }))
  assert.deepEqual(await ask(mel, addDays(monday, -1)), {
    done: false,
    because: ['role-may-not-prepare', 'until-before-today'],
  })
  assert.deepEqual(await ask(kay, addDays(monday, 36)), { done: false, because: ['too-far-ahead'] })
  assert.deepEqual(await ask(kay, addDays(monday, 35)), { done: false, because: ['nothing-to-pay'] })
})
