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
import { type Doing, visitor } from '../platform/doing.ts'
import { setApprovalLimit, whyNotApprove } from './actions/approve.ts'
import { endSight, letSee } from './actions/let-see.ts'
import { look, record, recordRefused } from './actions/record.ts'
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
const rowsOf = async (doing: Doing, table: string): Promise<readonly Record<string, unknown>[]> =>
  (await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(doing.transaction)).rows
const written = (doing: Doing, person: Id<'person'>, organisation: Id<'organisation'>) =>
  record(doing, { happened: 'trial', organisation, person })

test('a query without any where returns nothing of another organisation’s', async () => {
  const [nell, peg] = [await aPerson('Nell Farrow'), await aPerson('Peg Ashworth')]
  await doingIt(database, async doing => {
    await written(doing, nell.person, millbrook)
    await written(doing, peg.person, ashdale)
  })
  const lead = await someone(database, { role: 'team-leader', organisation: millbrook })
  const seen = await tryAs(database, lead, doing => rowsOf(doing, 'access.happening'))
  assert.ok(seen.some(row => row['person_id'] === nell.person))
  assert.ok(seen.every(row => row['organisation_id'] === millbrook))
  const roles = await tryAs(database, lead, doing => rowsOf(doing, 'access.role'))
  assert.ok(roles.every(row => row['organisation_id'] === millbrook))
  const known = (await tryAs(database, lead, doing => rowsOf(doing, 'access.actor_shown'))).map(
    row => row['name'],
  )
  assert.ok(known.includes('Nell Farrow'))
  assert.ok(!known.includes('Peg Ashworth'), 'not even the name of another board’s person')
})

test('somebody without a role or a grant, and a visitor, see nothing at all', async () => {
  const stranger = await someone(database, {})
  for (const who of [stranger, visitor])
    for (const table of [
      'access.happening',
      'access.grant',
      'access.role',
      'access.approval_limit',
      'platform.file',
    ])
      assert.deepEqual(await tryAs(database, who, doing => rowsOf(doing, table)), [], table)
})

test('the role that requests run as, without anybody entered, sees nothing', async () => {
  const client = await database.pool.connect()
  try {
    await client.query('begin; set local role openphb_app')
    for (const table of [
      'access.happening',
      'access.grant',
      'access.actor',
      'access.role',
      'access.actor_shown',
      'platform.sent',
      'platform.file',
    ])
      assert.equal((await client.query(`select 1 from ${table}`)).rowCount, 0, table)
  } finally {
    await client.query('rollback')
    client.release()
  }
})

test('every table of records stands under row-level security or is closed to requests', async () => {
  const { rows } = await database.pool.query(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and not c.relrowsecurity and has_table_privilege('openphb_app', c.oid, 'select')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('person_id', 'actor_id') and not a.attisdropped)`)
  assert.deepEqual(rows, [])
})

test('a request cannot enter as somebody else, change or empty the record, or read what is closed', async () => {
  const who = await someone(database, { role: 'administrator', organisation: millbrook })
  await doAs(database, who, doing => written(doing, newId(), millbrook))
  for (const text of [
    `select access.enter('${newId()}', current_date)`,
    "update access.happening set what = 'x'",
    'delete from access.happening',
    'truncate access.happening',
    'select * from access.seal',
    'select * from access.unsealed',
    'select * from platform.mail',
    'select * from platform.kept_form',
    'select * from auth."session"',
    'select * from access.wrong_password',
    `insert into access.seal values (1, '${newId()}', 'x', now(), 'y')`,
    'delete from access.role',
    "update access.role set role = 'panel'",
  ])
    await assert.rejects(
      tryAs(database, who, doing => sql.raw(text).execute(doing.transaction)),
      /permission denied|written once/,
      text,
    )
})

test('not even the owner changes the record without taking its lock away', async () => {
  await doingIt(database, doing => written(doing, newId(), millbrook))
  for (const text of [
    "update access.happening set what = 'x'",
    'delete from access.happening',
    'truncate access.happening cascade',
  ])
    await assert.rejects(
      doingIt(database, doing => sql.raw(text).execute(doing.transaction)),
      /written once/,
      text,
    )
})

test('a role counts from its first day to its last, both inside', async () => {
  const who = await someone(database, {})
  const give = (from: string, until: string) =>
    doingIt(database, doing =>
      sql`insert into access.role (id, actor_id, role, organisation_id, from_on, until_on)
    values (${newId()}, ${who.id}, 'auditor', ${ashdale}, ${doing.today}::date + ${from}::int, ${doing.today}::date + ${until}::int)`.execute(
        doing.transaction,
      ),
    )
  const sees = async () => (await tryAs(database, who, doing => rowsOf(doing, 'access.happening'))).length > 0
  await give('1', '9')
  await give('-9', '-1')
  assert.equal(await sees(), false)
  await give('0', '0')
  assert.equal(await sees(), true)
})

test('a role given in another organisation is refused by the database itself', async () => {
  const administrator = await someone(database, { role: 'administrator', organisation: millbrook })
  const insert = (organisation: string) =>
    tryAs(database, administrator, doing =>
      sql`insert into access.role (id, actor_id, role, organisation_id, from_on)
    values (${newId()}, ${administrator.id}, 'panel', ${organisation}, current_date)`.execute(
        doing.transaction,
      ),
    )
  await assert.rejects(insert(ashdale), /row-level security/)
  await insert(millbrook)
})

test('V-49: staff of another board find nothing, and the person sees only who could look', async () => {
  const nell = await aPerson('Nell Farrow')
  const mel = await someone(database, { name: 'Mel Osei', role: 'case-worker', organisation: millbrook })
  const tom = await someone(database, { name: 'Tom Birkett', role: 'case-worker', organisation: ashdale })
  await letAll(nell.person, mel.id)
  await doAs(database, mel, doing =>
    look(doing, { page: 'budget', organisation: millbrook, person: nell.person, purpose: 'first review' }),
  )
  const toms = await signedIn(app, tom)
  const [hers, unknown] = [
    await toms.get(`/access/looks?person=${nell.person}`),
    await toms.get(`/access/looks?person=${newId()}`),
  ]
  assert.deepEqual([hers.status, unknown.status], [404, 404])
  assert.equal((await (await signedIn(app, mel)).get(`/access/looks?person=${nell.person}`)).status, 200)
  const { html } = await (await signedIn(app, nell)).get('/access/looks')
  assert.match(html, /Mel Osei/)
  assert.doesNotMatch(html, /Tom Birkett/)
})

test('V-52: a helper whose grant is revoked sees nothing from then on, and what they did stands', async () => {
  const nell = await aPerson('Nell Farrow')
  const ivo = await someone(database, { name: 'Ivo Lund' })
  const grant = await letAll(nell.person, ivo.id)
  await doAs(database, ivo, doing =>
    record(doing, {
      happened: 'hours-approved',
      organisation: millbrook,
      person: nell.person,
      details: { hours: '28.5' },
    }),
  )
  const browser = await signedIn(app, ivo)
  assert.equal((await browser.get(`/access/looks?person=${nell.person}`)).status, 200)
  await doAs(database, nell, doing => endSight(doing, { grant }))
  assert.equal((await browser.get(`/access/looks?person=${nell.person}`)).status, 404)
  const { html } = await (await signedIn(app, nell)).get('/access/looks')
  assert.match(html, /Ivo Lund/)
  assert.match(html, /Hours approved/)
})

test('V-55: who looked, newest first, each with who, role, when and what for; nobody takes a line away', async () => {
  const nell = await aPerson('Nell Farrow')
  const looks = [
    ['2026-05-04T09:12:00Z', 'Mel Osei', 'case-worker', 'First review'],
    ['2026-05-06T16:40:00Z', 'Jo Tarn', 'provider', 'Invoice query'],
    ['2026-05-07T11:03:00Z', 'Kay Boone', 'finance-officer', 'Payment check'],
    ['2026-05-09T20:15:00Z', 'Prue', null, 'Balance'],
  ] as const
  for (const [at, name, role, purpose] of looks) {
    const who = await someone(database, { name, organisation: millbrook, ...(role ? { role } : {}) })
    await doAs(database, who, doing =>
      look(
        { ...doing, now: at as Doing['now'] },
        { page: 'budget', organisation: millbrook, person: nell.person, purpose },
      ),
    )
    if (name !== 'Kay Boone') continue
    const kay = await signedIn(app, who)
    const { rows } = await database.pool.query('select id from access.happening where actor_id = $1', [
      who.id,
    ])
    assert.equal((await kay.get(`/access/looks/${rows[0].id}`)).status, 200)
    assert.equal((await kay.post(`/access/looks/${rows[0].id}/removal`)).status, 403)
    const { rows: kept } = await database.pool.query(
      'select kind, what from access.happening where actor_id = $1 order by kind',
      [who.id],
    )
    assert.deepEqual(kept, [
      { kind: 'look', what: 'budget' },
      { kind: 'refused', what: 'removal-from-the-record-asked' },
    ])
  }
  await doAs(database, nell, doing =>
    look(doing, { page: 'budget', organisation: millbrook, person: nell.person }),
  )
  const { html } = await (await signedIn(app, nell)).get('/access/looks')
  const lines = [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)]
    .map(([, row = '']) => row.replace(/<[^>]+>/g, ' '))
    .filter(row => /Looked at/.test(row))
  assert.deepEqual(
    lines.map(row => looks.find(([, name]) => row.includes(name))?.[1]),
    ['Prue', 'Kay Boone', 'Jo Tarn', 'Mel Osei'],
  )
  for (const [place, [, , , purpose]] of [...looks].reverse().entries())
    assert.ok(lines[place]?.includes(purpose), purpose)
  assert.match(lines[0] ?? '', /Person or family.*9 May 2026 at 21:15/s)
})

test('a page of looks holds fifty lines and leads to the older ones; without any it says so', async () => {
  const nell = await aPerson('Nell Farrow')
  const browser = await signedIn(app, nell)
  assert.match((await browser.get('/access/looks')).html, /Nobody but you has looked/)
  const mel = await someone(database, { name: 'Mel Osei', role: 'case-worker', organisation: millbrook })
  await doAs(database, mel, async doing => {
    for (let time = 0; time < 51; time += 1)
      await look(doing, { page: `page-${time}`, organisation: millbrook, person: nell.person })
  })
  const first = await browser.get('/access/looks')
  assert.match(first.html, /href="\/access\/looks\?page=2"/)
  assert.equal([...(await browser.get('/access/looks?page=2')).html.matchAll(/Mel Osei/g)].length, 1)
  for (const odd of ['0', '-1', 'x', '1e9', '99999'])
    assert.equal((await browser.get(`/access/looks?page=${odd}`)).status, 200)
})

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

test('V-60: staff say who called; every page says so until the call ends, and both are recorded', async () => {
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

test('an administrator gives a role, ends it and ends an account, in their own organisation only', async () => {
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

test('an auditor filters the record and saves the chain; what they may not read stands there by its digest', async () => {
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
