import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { doAs, doingIt, type Someone, someone, tryAs, trying } from '../../test/harness.ts'
import { must } from '../../test/joint.ts'
import { begin, england, type Life, organisationOf, stepAt, succeed } from '../../test/succession.ts'
import { letSee, record } from '../access/public.ts'
import { plainDate } from '../kernel/days.ts'
import type { Doing } from '../platform/doing.ts'
import type { TestDatabase } from '../platform/testing.ts'
import { placePeople, placeStaff, previewOf } from './public.ts'

const [suffolk, essex, norfolk, day] = ['QJG', 'D7T5G', 'T6Y0W', '2026-04-01'] as const

let database: TestDatabase
let lives: readonly Life[]
let staff: Readonly<Record<'lead' | 'worker' | 'admin' | 'ofEssex' | 'ofNorfolk', Someone>>

/** Suffolk and North East Essex, divided in 2026: two came with their groups, two began with the board. */
before(async () => {
  database = await england()
  lives = await begin(database, [
    { name: 'Ada Marwood', code: '06L', from: '2019-05-06', weekly: 280n },
    { name: 'Bryn Tremain', code: '06T', from: '2019-05-06', weekly: 310n },
    { name: 'Cora Kerrow', code: suffolk, from: '2023-05-08', weekly: 350n },
    { name: 'Dewi Nandra', code: suffolk, from: '2023-05-08', weekly: 190n },
  ])
  const at = (code: string) => doingIt(database, doing => organisationOf(doing, code))
  const of = async (code: string, role: 'team-leader' | 'case-worker' | 'administrator', name: string) =>
    someone(database, { name, role, organisation: await at(code) })
  staff = {
    lead: await of(suffolk, 'team-leader', 'Lena Hart'),
    worker: await of(suffolk, 'case-worker', 'Wyn Carr'),
    admin: await of(suffolk, 'administrator', 'Adil Roe'),
    ofEssex: await of(essex, 'team-leader', 'Esme Lowe'),
    ofNorfolk: await of(norfolk, 'team-leader', 'Nora Pike'),
  }
  assert.equal(await succeed(database, '06L', '2022-07-01'), 'finished')
  assert.equal(await succeed(database, '06T', '2022-07-01'), 'finished')
  await doingIt(database, async doing => {
    for (const { person } of lives)
      await letSee(
        doing,
        { actor: staff.worker.id },
        {
          person,
          sees: 'all',
          because: 'case worker',
          from: plainDate('2025-01-01'),
        },
      )
  })
  const [first] = lives
  await doAs(database, staff.worker, doing =>
    record(doing, {
      happened: 'change-noted',
      organisation: first?.organisation ?? null,
      person: first?.person ?? null,
    }),
  )
})

const life = (place: number): Life => lives[place] as Life

const records = [
  'people.person',
  'requests.request',
  'agreements.agreement',
  'notices.notice',
  'ledger.account',
]

/** Whose rows somebody sees, asked of each table with no condition at all. */
async function seenBy(doing: Doing, tables: readonly string[]): Promise<readonly string[]> {
  const names = new Set<string>()
  for (const table of tables) {
    const key = sql.ref(table === 'people.person' ? 'id' : 'person_id')
    const { rows } = await sql<{ id: string }>`select distinct ${key} as id from ${sql.table(table)}
      where ${key} is not null`.execute(doing.transaction)
    for (const { id } of rows) names.add(lives.find(({ person }) => person === id)?.began.name ?? id)
  }
  return [...names].sort()
}

test('the area where somebody began tells where they go; others are not guessed', async () => {
  await trying(database, async doing => {
    const seen = await previewOf(doing, await stepAt(doing, suffolk, day))
    const goes = Object.fromEntries(seen.goes.map(({ next, people }) => [next.code, people]))
    assert.deepEqual([seen.divided, goes, seen.unknown.people], [true, { [essex]: 1, [norfolk]: 1 }, 2])
  })
})

test('a leader places somebody with a reason; a person of another body is refused', async () => {
  await doAs(database, staff.lead, async doing => {
    const step = await stepAt(doing, suffolk, day)
    const to = step.nexts.find(({ code }) => code === essex)
    assert.ok(to)
    const because = 'Lives in Colchester'
    assert.equal(must(await placePeople(doing, { step, people: [life(2).person], to, because })), 1)
    const nobody = await placePeople(doing, { step, people: [], to, because })
    assert.deepEqual(nobody.done ? [] : nobody.because, ['nobody-chosen'])
  })
})

test('each half sees its own cases only, and nobody the other’s; who is not placed stays', async () => {
  await doAs(database, staff.admin, async doing => {
    const step = await stepAt(doing, suffolk, day)
    const to = step.nexts.find(({ code }) => code === essex)
    assert.ok(to)
    must(await placeStaff(doing, { step, actor: staff.worker.id, to, because: 'Chose to' }))
  })
  assert.equal(await succeed(database, suffolk, day), 'finished')
  const all = [...records, 'access.happening']
  const names = (who: Someone, tables = all) => tryAs(database, who, doing => seenBy(doing, tables))
  assert.deepEqual(await names(staff.ofEssex), ['Bryn Tremain', 'Cora Kerrow'])
  assert.deepEqual(await names(staff.ofNorfolk), ['Ada Marwood'])
  assert.deepEqual(await names(staff.lead, records), ['Dewi Nandra'])
})

test('whoever goes with one half sees no more of the other’s, but what they did themselves', async () => {
  await tryAs(database, staff.worker, async doing => {
    const { rows } = await sql<{ what: string; person_id: string }>`
      select what, person_id from access.happening where actor_id = ${staff.worker.id}`.execute(
      doing.transaction,
    )
    assert.deepEqual(rows, [{ what: 'change-noted', person_id: life(0).person }])
    assert.equal((await seenBy(doing, records)).includes('Ada Marwood'), false)
  })
})
