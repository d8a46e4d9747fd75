import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { aBudget } from '../../../test/budgets.ts'
import { appOn, doAs, doingIt, signedIn } from '../../../test/harness.ts'
import { anOffice, monday, onMonday } from '../../../test/payments.ts'
import { addDays } from '../../kernel/days.ts'
import { pence } from '../../kernel/money.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import { owe } from '../public.ts'
import { checksOfRun } from '../queries/checks.ts'
import { acknowledge, takeOut } from './look-at-warnings.ts'

let database: TestDatabase
before(async () => {
  database = await onMonday()
})

const aWeekLater = () =>
  sql`update platform.clock set set_to = set_to + interval '7 days'`.execute(database.kysely)
const backToMonday = () =>
  sql`update platform.clock set set_to = '2026-06-08T09:00:00+01:00'`.execute(database.kysely)

/** A budget that was paid £280.00 in each of three weeks and is now owed £1,000.00 once. */
async function aLargePayment() {
  const office = await anOffice(database)
  const { organisation, pay } = office
  const about = { organisation, from: monday, every: 'week' as const, name: 'Ada Marwood' }
  const budget = await doingIt(database, doing => aBudget(doing, about))
  for (let week = 0; week < 3; week += 1) {
    await pay(addDays(monday, week * 7))
    await aWeekLater()
  }
  const { agreement } = budget
  const once = { agreement, part: 'direct-payment', kind: 'one-off', because: 'A chair' } as const
  const dueOn = addDays(monday, 21)
  await doingIt(database, doing => owe(doing, { ...once, amount: pence(100_000n), dueOn }))
  return { ...office, budget, run: await office.prepared(dueOn) }
}

test('an unusually large payment waits until somebody has looked, in their own name', async () => {
  const { run, kay, sol, mel, release } = await aLargePayment()
  const warnings = await doAs(database, kay, doing =>
    checksOfRun(doing, run.run, { grade: 'warning', most: 9 }),
  )
  assert.deepEqual(
    warnings.map(({ what, amount, by }) => [what, amount, by]),
    [['unusually-large', 100_000n, null]],
  )
  const checks = warnings.map(({ id }) => id)
  assert.deepEqual(await release(kay, run), { done: false, because: ['warnings-not-acknowledged'] })
  const looked = { run: run.run, checks, because: 'Saw the quotation' }
  const asMel = await doAs(database, mel, doing => acknowledge(doing, looked))
  assert.ok(!asMel.done)
  const silent = await doAs(database, kay, doing =>
    acknowledge(doing, { ...looked, because: ' ', checks: [] }),
  )
  assert.deepEqual(silent, { done: false, because: ['none-chosen', 'say-why'] })
  const forSol = sql`insert into payments.acknowledgement (check_id, run_id, organisation_id, person_id,
      because, who, who_name, on_day, at)
    select id, run_id, organisation_id, person_id, 'x', ${sol.id}, 'Sol Abara', now(), now()
    from payments.check_found where id = ${checks[0]}`
  await assert.rejects(
    doAs(database, kay, doing => forSol.execute(doing.transaction)),
    /row-level security/,
  )
  assert.deepEqual(await doAs(database, kay, doing => acknowledge(doing, looked)), { done: true, value: 1 })
  assert.deepEqual(await doAs(database, sol, doing => acknowledge(doing, looked)), { done: true, value: 0 })
  assert.ok((await release(kay, run)).done)
  assert.ok((await release(sol, run)).done)
  await backToMonday()
})

test('a payment that nobody can answer for is taken out, is due again, and the others are paid', async () => {
  const { run, budget, kay, sol, prepared, release } = await aLargePayment()
  const app = await appOn(database)
  const browser = await signedIn(app, kay)
  const page = await browser.get(`/payments/runs/${run.run}`)
  assert.match(page.html, /One warning waits/)
  assert.match(page.html, /£1,000\.00 is unusually large for this budget/)
  assert.match(page.html, /Look at the warnings/)
  const check = /name="checks"[^>]*value="([^"]+)"/.exec(page.html)?.[1] ?? ''
  const wrong = await browser.post(`/payments/runs/${run.run}/warnings`, { checks: check, checked: '' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /Say what you have checked/)
  const out = { checks: check, checked: 'No quotation', do: 'take-out' }
  assert.equal((await browser.post(`/payments/runs/${run.run}/warnings`, out)).status, 303)
  const after = await browser.get(`/payments/runs/${run.run}`)
  assert.match(after.html, /Finance took it out of this run to look into it/)
  const left = { ...run, payments: 1, total: 28_000n }
  assert.ok((await release(kay, left)).done && (await release(sol, left)).done)
  const again = await prepared(addDays(monday, 22))
  assert.equal(again.total, 100_000n)
  const held = await browser.get(`/payments/for/${budget.reference}`)
  assert.match(held.html, /somebody looks at it before it leaves/)
  const late = await doAs(database, kay, doing =>
    takeOut(doing, { run: run.run, checks: [check], because: 'Too late' }),
  )
  assert.deepEqual(late, { done: false, because: ['has-left'] })
  await backToMonday()
})
