import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import {
  appOn,
  doAs,
  doingIt,
  emptyDatabase,
  type Someone,
  signedIn,
  someone,
  tryAs,
} from '../../test/harness.ts'
import type { App } from '../app.ts'
import type { Id } from '../kernel/brand.ts'
import { type PlainDate, plainDate } from '../kernel/days.ts'
import { newId } from '../kernel/ids.ts'
import { pence } from '../kernel/money.ts'
import type { Database } from '../platform/database.ts'
import type { Doing } from '../platform/doing.ts'
import { setApprovalLimit, whyNotApprove } from './actions/approve.ts'
import { letSee } from './actions/let-see.ts'
import { record, recordRefused } from './actions/record.ts'
import { whyNotOnBehalf } from './call.ts'

let database: Database
let app: App
const [millbrook, ashdale] = [newId<'organisation'>(), newId<'organisation'>()]

before(async () => {
  database = await emptyDatabase()
  app = await appOn(database)
})

const aPerson = async (name: string): Promise<Someone & { person: Id<'person'> }> => {
  const person = newId<'person'>()
  return { ...(await someone(database, { name, person })), person }
}
const letAll = (person: Id<'person'>, actor: Id<'actor'>, sees: 'all' | 'money' | 'name' = 'all') =>
  doingIt(database, doing =>
    letSee(doing, { actor }, { person, sees, because: 'case worker', from: plainDate('2020-01-01') }),
  )
const _rowsOf = async (doing: Doing, table: string): Promise<readonly Record<string, unknown>[]> =>
  (await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(doing.transaction)).rows
const _written = (doing: Doing, person: Id<'person'>, organisation: Id<'organisation'>) =>
  record(doing, { happened: 'trial', organisation, person })

test('V-60: what a caller may not ask for is refused, and that it was asked is recorded', async () => {
  const [nell, prue] = [await aPerson('Nell Farrow'), await aPerson('Prue Lane')]
  const mel = await someone(database, { name: 'Mel Osei', role: 'case-worker', organisation: millbrook })
  await letAll(nell.person, mel.id)
  await letAll(nell.person, prue.id, 'money')
  const calledBy = (caller: Id<'person'>) =>
    doAs(database, mel, async plain => {
      const doing = { ...plain, onBehalfOf: caller }
      const because = await whyNotOnBehalf(doing, nell.person, 'change-bank-account')
      const about = { organisation: millbrook, person: nell.person }
      await (because.length > 0
        ? recordRefused(doing, { ...about, happened: 'bank-account-change-asked', because: because.join() })
        : record(doing, { ...about, happened: 'bank-account-changed' }))
      return because
    })
  assert.deepEqual(await calledBy(nell.person), [])
  assert.deepEqual(await calledBy(prue.person), ['caller-may-not-do-this'])
  const { rows } = await database.pool.query(
    'select kind, actor_name, on_behalf_of from access.happening where person_id = $1 order by at, id',
    [nell.person],
  )
  assert.deepEqual(rows, [
    { kind: 'change', actor_name: 'Mel Osei', on_behalf_of: nell.person },
    { kind: 'refused', actor_name: 'Mel Osei', on_behalf_of: prue.person },
  ])
})

test('V-60: staff say who called; every page says so until the call ends', async () => {
  const nell = await aPerson('Nell Farrow')
  const mel = await someone(database, { name: 'Mel Osei', role: 'case-worker', organisation: millbrook })
  const browser = await signedIn(app, mel)
  assert.equal(
    (await browser.post('/access/call', { person: nell.person, next: '/access/account' })).to,
    '/access/account',
  )
  assert.match((await browser.get('/access/account')).html, /acting for somebody who called/)
  await browser.post('/access/call/ending')
  assert.doesNotMatch((await browser.get('/access/account')).html, /acting for somebody who called/)
  const { rows } = await database.pool.query(
    'select what, on_behalf_of from access.happening where actor_id = $1 order by at, id',
    [mel.id],
  )
  assert.deepEqual(rows, [
    { what: 'call-begun', on_behalf_of: nell.person },
    { what: 'call-ended', on_behalf_of: nell.person },
  ])
  assert.equal((await (await signedIn(app, nell)).post('/access/call', { person: nell.person })).status, 403)
})

test('limits of approval are dated rows of an organisation, read by the rule', async () => {
  const organisation = newId<'organisation'>()
  const pike = await someone(database, { role: 'team-leader', organisation })
  const set = (weekly: bigint, from: PlainDate) =>
    doingIt(database, doing =>
      setApprovalLimit(doing, {
        organisation,
        role: 'team-leader',
        weekly: pence(weekly),
        from,
        source: 'Scheme of delegation',
      }),
    )
  const why = (weekly: bigint) =>
    tryAs(database, pike, doing => whyNotApprove(doing, { organisation, authors: [], weekly: pence(weekly) }))
  assert.deepEqual(await why(1n), ['role-may-not-approve'])
  await set(100_000n, plainDate('2020-04-01'))
  await set(200_000n, plainDate('2021-04-01'))
  await set(1n, plainDate('2090-04-01'))
  assert.deepEqual([await why(200_000n), await why(200_001n)], [[], ['above-limit']])
})

test('an administrator gives and ends roles and accounts in their own organisation only', async () => {
  const administrator = await someone(database, { role: 'administrator', organisation: millbrook })
  const who = await someone(database, { name: 'Sol Abara' })
  await database.pool.query('update access.actor set email = $2 where id = $1', [
    who.id,
    `${who.id}@millbrook.example`,
  ])
  const browser = await signedIn(app, administrator)
  const typed = {
    email: `${who.id}@millbrook.example`,
    role: 'finance-officer',
    organisation: millbrook,
    'from-day': '1',
    'from-month': '4',
    'from-year': '2026',
  }
  assert.equal((await browser.post('/access/actors', {})).status, 422)
  assert.match(
    (await browser.post('/access/actors', { ...typed, organisation: ashdale })).html,
    /do not look after this organisation/,
  )
  assert.match(
    (await browser.post('/access/actors', { ...typed, email: 'nobody@millbrook.example' })).html,
    /Nobody has an account/,
  )
  assert.equal((await browser.post('/access/actors', typed)).to, '/access/actors?done=given')
  assert.match((await browser.post('/access/actors', typed)).html, /have this role already/)
  assert.match((await browser.get('/access/actors')).html, /Sol Abara/)
  const { rows } = await database.pool.query('select id from access.role where actor_id = $1', [who.id])
  const ending = `/access/roles/${rows[0].id}/ending`
  assert.equal((await browser.get(`/access/actors/${rows[0].id}`)).status, 200)
  assert.match(
    (await browser.post(ending, { 'until-day': '31', 'until-month': '2', 'until-year': '2027' })).html,
    /day of the calendar/,
  )
  assert.match(
    (await browser.post(ending, { 'until-day': '1', 'until-month': '3', 'until-year': '2026' })).html,
    /not be before the first day/,
  )
  assert.equal(
    (await browser.post(ending, { 'until-day': '1', 'until-month': '4', 'until-year': '2027' })).to,
    '/access/actors?done=ended',
  )
  const stranger = await signedIn(
    app,
    await someone(database, { role: 'administrator', organisation: ashdale }),
  )
  assert.equal((await stranger.post(`/access/actors/${who.id}/ending`)).status, 404)
  assert.equal(
    (await stranger.post(ending, { 'until-day': '1', 'until-month': '4', 'until-year': '2027' })).status,
    404,
  )
  assert.equal((await browser.post(`/access/actors/${who.id}/ending`)).to, '/access/actors?done=account')
  assert.equal((await browser.post(`/access/actors/${administrator.id}/ending`)).status, 404)
})

test('an auditor saves the chain; what they may not read stands there by its digest', async () => {
  const auditor = await someone(database, { role: 'auditor', organisation: ashdale })
  const { sealAll } = await import('./actions/seal.ts')
  await sealAll(database)
  const browser = await signedIn(app, auditor)
  const all = await browser.get('/access/record')
  assert.match(all.html, /lines are sealed/)
  assert.equal(
    (await browser.get('/access/record?kind=look&actor=%25&from=2026-02-31&until=x&person=y&page=z')).status,
    200,
  )
  assert.match(
    (await browser.get('/access/record?from=1990-01-01&until=1990-01-02')).html,
    /Nothing like this has happened/,
  )
  const lines = (await browser.get('/access/record/export')).html
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  assert.ok(lines.some(line => line.happening === null))
  assert.ok(
    lines.every(
      line =>
        line.end ||
        line.happening === null ||
        line.happening.organisation_id === ashdale ||
        line.happening.actor_id === auditor.id,
    ),
  )
  assert.equal(lines.at(-1)?.end, true)
})
