import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import type { App } from '../src/app.ts'
import { type Liabilities, liabilitiesOf } from '../src/employment/public.ts'
import type { Reference } from '../src/kernel/ids.ts'
import { nothing, plainMoney } from '../src/kernel/money.ts'
import type { OrganisationId } from '../src/people/public.ts'
import type { TestDatabase } from '../src/platform/testing.ts'
import { owedToAssistants } from '../src/reviews/assistants.ts'
import { itemsStanding } from '../src/reviews/rules/settling.ts'
import { appOn, doingIt, millbrookDatabase, signedIn, someone } from './harness.ts'

type Job = { readonly reference: Reference; readonly organisation: OrganisationId; readonly ended: boolean }

let database: TestDatabase
let app: App
let jobs: readonly Job[] = []
before(async () => {
  database = await millbrookDatabase()
  app = await appOn(database)
  jobs = await doingIt(database, async ({ transaction }) => {
    const { rows } = await sql<Job>`select e.reference, e.organisation_id as organisation,
      exists (select from employment.ending n where n.engagement_id = e.id) as ended
      from employment.engagement e order by e.reference`.execute(transaction)
    return rows
  })
})

const owedOf = (reference: Reference): Promise<Liabilities> =>
  doingIt(database, doing => liabilitiesOf(doing, reference, doing.today))

test('what assistants would be owed is protected in a proposal before anybody types it', async () => {
  const [job] = jobs.filter(({ ended }) => !ended)
  assert.ok(job)
  const owed = await owedOf(job.reference)
  assert.ok(owed.leave > nothing || owed.notice > nothing)
  const role = { role: 'finance-officer', organisation: job.organisation } as const
  const finance = await signedIn(app, await someone(database, role))
  const { status, html } = await finance.get(`/recoveries/${job.reference}/new`)
  assert.equal(status, 200)
  for (const sum of [owed.wages, owed.leave, owed.notice, owed.redundancy])
    if (sum > nothing) assert.ok(html.includes(`value="${plainMoney(sum)}"`), plainMoney(sum))
})

test('a job that nobody ended keeps its items open in a safe ending, and says for whom', async () => {
  const over = new Set(jobs.filter(({ ended }) => ended).map(({ reference }) => reference))
  const going = jobs.filter(({ reference }) => !over.has(reference))
  assert.ok(going.length > 0)
  for (const { reference } of going) {
    const owed = await owedOf(reference)
    const known = await doingIt(database, doing => owedToAssistants(doing, reference))
    const items = itemsStanding({
      facts: [],
      liabilities: known,
      employs: true,
      today: await doingIt(database, async ({ today }) => today),
    })
    const leave = items.find(({ item }) => item === 'leave')
    assert.deepEqual([leave?.state, leave?.owed], ['open', owed.leave])
    for (const one of known) assert.match(one.because, /^[^:]+: \S/)
  }
})

test('where a job has ended only what no payslip or day has settled is still known to be owed', async () => {
  for (const { reference } of jobs.filter(one => one.ended)) {
    const others = jobs.filter(one => one.reference === reference && !one.ended)
    const known = await doingIt(database, doing => owedToAssistants(doing, reference))
    if (others.length === 0) assert.ok(known.every(({ item }) => item === 'final-pay' || item === 'tax'))
  }
})
