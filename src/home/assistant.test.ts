import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { appOn, doAs, doingIt, millbrookDatabase, signedIn, someone } from '../../test/harness.ts'
import type { Visitor } from '../../test/visitor.ts'
import type { App } from '../app.ts'
import type { Id } from '../kernel/brand.ts'
import type { Actor } from '../platform/doing.ts'
import type { TestDatabase } from '../platform/testing.ts'
import { weekSays } from './pages/assistant.tsx'

let database: TestDatabase
let app: App
let joan: Actor & { readonly id: Id<'actor'>; readonly user: string }
let browser: Visitor
let reference: string
let gwen: string
before(async () => {
  database = await millbrookDatabase()
  app = await appOn(database)
  await doingIt(database, async ({ transaction }) => {
    const { rows } = await sql<{ id: Id<'actor'>; user: string; person: Id<'person'> }>`
      select id, user_id as user, person_id as person from access.actor
      where name = 'Joan Ellery'`.execute(transaction)
    const [found] = rows
    assert.ok(found)
    joan = { id: found.id, user: found.user, person: found.person, name: 'Joan Ellery', roles: [] }
    const { rows: budgets } = await sql<{ reference: string; person: string }>`
      select e.reference, e.person_id as person from employment.engagement e
        join employment.account c on c.engagement_id = e.id
      where c.assistant_id = ${found.person}`.execute(transaction)
    reference = budgets[0]?.reference ?? ''
    gwen = budgets[0]?.person ?? ''
  })
  browser = await signedIn(app, joan)
})

test('an assistant is called one, and her menu holds hours and no money or plan', async () => {
  const { html } = await browser.get('/home')
  assert.match(html, /Personal assistant</)
  assert.doesNotMatch(html, /Person or family/)
  assert.match(html, /href="\/employment\/hours"/)
  for (const other of ['/home/money', '/home/plan', '/home/people', '/requests/new'])
    assert.ok(!html.includes(`href="${other}"`), other)
})

test('her home says how her week stands and when she is paid, and opens her job', async () => {
  const { html } = await browser.get('/home')
  assert.match(html, /Hello, <bdi>Joan/)
  assert.match(html, /are with Gwen Tallis, who has to approve them/)
  assert.match(html, /You were last paid on|You are paid on/)
  const job = /href="(\/employment\/jobs\/[0-9a-f-]{36})"/.exec(html)?.[1]
  assert.equal((await browser.get(job ?? '')).status, 200)
  assert.equal((await browser.get('/employment/hours')).status, 200)
})

test('nothing of the holder’s budget, plan, letters or people is hers to see, at any address', async () => {
  const closed = [
    `/cases/${reference}`,
    `/cases/${reference}/timeline`,
    `/requests/${reference}`,
    `/needs/${reference}`,
    `/needs/${reference}/assessment`,
    `/plans/${reference}`,
    `/plans/${reference}/lines`,
    `/plans/${reference}/versions`,
    `/agreements/${reference}`,
    `/agreements/${reference}/account`,
    `/employment/${reference}`,
    `/employment/${reference}/pay`,
    `/employment/${reference}/liabilities`,
    `/employment/${reference}/hand-over`,
    `/payments/for/${reference}`,
    `/funding/${reference}`,
    `/bank/${reference}`,
    `/bank/${reference}/statements`,
    `/bank/${reference}/looking`,
    `/local-offer/${reference}`,
    `/ledger/${reference}`,
    `/forecasts/${reference}`,
    `/recoveries/${reference}`,
    `/reviews/${reference}`,
    `/reviews/${reference}/closing`,
    `/notices/messages/${reference}`,
    `/people/${gwen}`,
    `/people/${gwen}/helpers`,
    `/people/${gwen}/contact`,
    `/access/looks?person=${gwen}`,
    '/cases',
    '/payments',
    '/bank',
    '/funding',
    '/people',
  ]
  for (const at of closed) assert.equal((await browser.get(at)).status, 404, at)
})

test('the lists that everybody may open hold nothing of the holder for her', async () => {
  for (const at of ['/home/money', '/home/plan', '/home/people', '/notices', '/notices/messages']) {
    const { html } = await browser.get(at)
    assert.ok(!html.includes(reference) && !html.includes('Tallis'), at)
  }
})

test('the database shows her no row of money or plan of the one she works for', async () => {
  const tables = [
    'plans.version',
    'plans.line',
    'needs.sum',
    'agreements.account',
    'payments.schedule',
    'ledger.entry',
    'bank.statement',
    'needs.split',
    'recoveries.proposal',
    'reviews.review',
    'requests.request',
  ]
  await doAs(database, joan, async ({ transaction }) => {
    for (const table of tables) {
      const { rows } = await sql<{ found: bigint }>`select count(*) as found from ${sql.table(table)}
        where person_id = ${gwen}`.execute(transaction)
      assert.equal(Number(rows[0]?.found), 0, table)
    }
  })
})

test('an assistant who is let see somebody’s money has both menus and the family’s home', async () => {
  await doingIt(database, ({ transaction }) =>
    sql`insert into access.grant
      (id, person_id, to_person_id, sees, because, from_on)
      values (gen_random_uuid(), ${gwen}, ${joan.person}, 'money', 'a test', current_date - 1)`.execute(
      transaction,
    ),
  )
  const { html } = await browser.get('/home')
  assert.match(html, /href="\/home\/money"/)
  assert.match(html, /href="\/employment\/hours"/)
  assert.match(html, /Person or family/)
})

test('whoever is nobody’s assistant is a person or family', async () => {
  const { html } = await (await signedIn(app, await someone(database, {}))).get('/home')
  assert.match(html, /Person or family/)
  assert.ok(!html.includes('href="/employment/hours"'))
})

test('each way in which a week stands has its sentence', () => {
  const job = { employer: 'Gwen Tallis' } as never
  const said = (['not-sent', 'waits', 'sent-back', 'approved', 'paid'] as const).map(stands =>
    weekSays({
      job,
      now: { week: '2026-11-16', stands, sheet: null, lastPaid: null, nextPaid: null } as never,
    }),
  )
  assert.equal(new Set(said).size, 5)
  for (const one of said) assert.match(one, /16 to 22 November 2026/)
})
