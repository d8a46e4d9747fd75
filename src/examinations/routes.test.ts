import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { appOn, doingIt, millbrookDatabase, signedIn, someone } from '../../test/harness.ts'
import type { Role } from '../access/public.ts'
import type { App } from '../app.ts'
import type { OrganisationId } from '../people/public.ts'
import type { Database } from '../platform/database.ts'
import { asService } from '../platform/transaction.ts'
import { examineBatch } from './actions/examine.ts'
import type { ExaminationId } from './types.ts'

let database: Database
let app: App
let bodies: Readonly<Record<string, OrganisationId>> = {}

before(async () => {
  database = await millbrookDatabase()
  app = await appOn(database)
  const { rows } = await database.pool.query<{ code: string; id: OrganisationId }>(
    `select code, id from people.organisation where invented and kind = 'icb'`,
  )
  bodies = Object.fromEntries(rows.map(({ code, id }) => [code, id]))
})

const as = async (role: Role, code = 'QMB') =>
  signedIn(app, await someone(database, { name: 'Ada', role, organisation: bodies[code] as OrganisationId }))

const enacted = {
  kind: 'right',
  group: 'learning-disability-autism',
  right: 'right-to-have',
  'on-day': '1',
  'on-month': '4',
  'on-year': '2027',
  because: 'A consultation asks what it would mean for us',
}

async function asked(form: Readonly<Record<string, string>> = enacted): Promise<string> {
  const leader = await as('team-leader')
  const sent = await leader.post('/examinations/new', form)
  assert.equal(sent.status, 303, sent.html)
  return sent.to ?? ''
}

const idIn = (address: string) => address.split('/').at(-1) as ExaminationId
const worked = (address: string) =>
  asService(database, async doing => {
    while (await examineBatch(doing, idIn(address)));
  })

test('an enacted option reaches each case of its group, and the page says so', async () => {
  const address = await asked()
  const leader = await as('team-leader')
  assert.match((await leader.get(address)).html, /looked at so far; none changes/)
  await worked(address)
  const { html } = await leader.get(address)
  assert.match(html, /<h1>\d+ cases? of \d+ changes?<\/h1>/)
  assert.match(html, /Option by policy<\/td>/)
  assert.match((await leader.get('/examinations')).html, /everybody in/)
  const file = await leader.get(`${address}/cases`)
  assert.match(file.html, /Reference,Person,Care,As it is,As it would be/)
  const { rows } = await database.pool.query<{ expected: string; found: string }>(
    `select (select count(*) from cases.facts where organisation_id = $1
        and pathway = 'learning-disability-autism'
        and withdrawn_on is null and closed_on is null and died_on is null) as expected,
      (select count(*) from examinations.changed where examination_id = $2) as found`,
    [bodies['QMB'], idIn(address)],
  )
  assert.ok(Number(rows[0]?.expected) > 0)
  assert.equal(rows[0]?.found, rows[0]?.expected)
})

test('the same batch is never written twice, and nothing else is changed', async () => {
  const facts = async () =>
    (
      await database.pool.query(`select md5(string_agg(f::text, '' order by reference)) as sum
      from cases.facts f`)
    ).rows[0]?.sum
  const before = await facts()
  const address = await asked()
  await worked(address)
  await worked(address)
  const { rows } = await database.pool.query(
    'select count(*)::int as n from examinations.batch where examination_id = $1',
    [idIn(address)],
  )
  assert.equal(rows[0]?.n, 1)
  assert.equal(await facts(), before)
})

test('what was typed wrongly is said at its field, and stays', async () => {
  const leader = await as('team-leader')
  const empty = await leader.post('/examinations/new', { kind: 'figure', because: 'To see' })
  assert.equal(empty.status, 422)
  for (const says of ['Choose the figure', 'Enter what the figure would be', 'Enter the day from which'])
    assert.ok(empty.html.includes(says), says)
  assert.ok(empty.html.includes('To see'))
  const early = await leader.post('/examinations/new', {
    kind: 'ends',
    rule: 'S117_AFTERCARE-HAVE',
    'on-day': '1',
    'on-month': '12',
    'on-year': '2019',
    because: 'To see',
  })
  assert.match(early.html, /not in force on that day/)
  const odd = await leader.post('/examinations/new', {
    ...enacted,
    kind: 'figure',
    key: 'later-review-within-months',
    value: 'six',
  })
  assert.match(odd.html, /Enter a whole number from 1 to 999/)
})

test('another body sees neither question nor answer; who may only read cannot ask', async () => {
  const address = await asked()
  await worked(address)
  const other = await as('team-leader', 'QAD')
  assert.equal((await other.get(address)).status, 404)
  assert.equal((await other.get(`${address}/cases`)).status, 404)
  assert.ok(!(await other.get('/examinations')).html.includes(address))
  const auditor = await as('auditor')
  assert.equal((await auditor.get(address)).status, 200)
  assert.equal((await auditor.get('/examinations/new')).status, 404)
  assert.equal((await auditor.post('/examinations/new', enacted)).status, 403)
})

test('an address that is no examination is not found', async () => {
  const leader = await as('team-leader')
  assert.equal((await leader.get('/examinations/nothing')).status, 404)
  await doingIt(database, async () => undefined)
})
