import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { appOn, doAs, doingIt, emptyDatabase, type Someone, signedIn, someone } from '../../test/harness.ts'
import type { App } from '../app.ts'
import type { Id } from '../kernel/brand.ts'
import { plainDate } from '../kernel/days.ts'
import { newId } from '../kernel/ids.ts'
import type { Database } from '../platform/database.ts'
import type { Doing } from '../platform/doing.ts'
import { endSight, letSee } from './actions/let-see.ts'
import { look, record } from './actions/record.ts'

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

test('V-52: a helper whose grant is revoked sees nothing from then on; what they did stands', async () => {
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

test('V-55: who looked, newest first, with role, time and purpose; no line is taken away', async () => {
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
