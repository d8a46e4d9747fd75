import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { answeredOn, movesOf } from '../../src/access/public.ts'
import { figuresByBoard, gatherAll, staleCases } from '../../src/cases/public.ts'
import { plainDate } from '../../src/kernel/days.ts'
import { checkLedger, isSound } from '../../src/ledger/check.ts'
import { picture } from '../../src/ledger/picture.ts'
import { entriesOf } from '../../src/ledger/public.ts'
import { lettersOf, noticeOf } from '../../src/notices/public.ts'
import { organisation, personShown, responsibleOn } from '../../src/people/public.ts'
import type { Doing } from '../../src/platform/doing.ts'
import type { TestDatabase } from '../../src/platform/testing.ts'
import { doingIt, someone, tryAs, trying } from '../harness.ts'
import { samePicture } from '../ledger.ts'
import { balances, begin, england, funds, type Life, organisationOf, reach, succeed } from '../succession.ts'

let database: TestDatabase
let lives: readonly Life[]
let before2014: Awaited<ReturnType<typeof funds>>
let held: Awaited<ReturnType<typeof balances>>
let letterThen: unknown

/** From each area the way to the body of today. */
const way = [
  ['09F', '2020-04-01'],
  ['99K', '2020-04-01'],
  ['04K', '2020-04-01'],
  ['04N', '2020-04-01'],
  ['02A', '2022-07-01'],
  ['97R', '2022-07-01'],
  ['11J', '2022-07-01'],
  ['52R', '2022-07-01'],
  ['QNX', '2026-04-01'],
] as const

const trafford = 'Ada Marwood,Bryn Tremain,Hana Fenn,Idris Ruddock,Joss Reeve,Mair Weld,Nye Osei,Olwen Abara'

before(async () => {
  database = await england()
  lives = await begin(database, [
    ...trafford.split(',').map(name => ({ name, code: '02A', from: '2014-11-10', weekly: 280n })),
    { name: 'Cora Kerrow', code: '09F', from: '2014-10-06', weekly: 350n },
    { name: 'Dewi Nandra', code: '99K', from: '2014-11-03', weekly: 190n },
    { name: 'Elin Abara', code: '11J', from: '2014-11-17', weekly: 520n },
    { name: 'Farid Osei', code: '04K', from: '2014-12-08', weekly: 305n },
    { name: 'Gil Weld', code: '04N', from: '2014-10-20', weekly: 260n },
  ])
  await doingIt(database, async doing => {
    before2014 = await funds(doing)
    held = await balances(doing)
    letterThen = await noticeOf(doing, ada().letter)
    await reviewed(doing, ada())
    await gatherAll(doing)
  })
  for (const [code, on] of way) assert.equal(await succeed(database, code, on), 'finished', code)
})

const named = (name: string): Life => {
  const found = lives.find(({ began }) => began.name === name)
  assert.ok(found, name)
  return found
}
const ada = () => named('Ada Marwood')

/** Her plan was last looked at on 15 March 2022; she was first paid in 2014. */
async function reviewed(doing: Doing, { organisation: body, person, reference }: Life): Promise<void> {
  await sql`insert into reviews.review (id, organisation_id, person_id, reference, lane, held_on,
      held_by_name, asked_by, follows, noted_on)
    values (gen_random_uuid(), ${body}, ${person}, ${reference}, 'plan-review', '2022-03-15', 'Pat Example',
      'schedule', 'continue', '2022-03-15')`.execute(doing.transaction)
}

const answers = async (doing: Doing, life: Life, on: string): Promise<string | undefined> => {
  const today = (await personShown(doing, life.person))?.organisation
  assert.ok(today)
  const body = answeredOn(await movesOf(doing, life.person), today, plainDate(on))
  return (await organisation(doing, body as typeof today))?.name
}

test('V-35 from Trafford CCG to a board: the stored answers are those of the table', async () => {
  await trying(database, async doing => {
    for (const [on, name] of [
      ['2014-11-10', 'NHS Trafford CCG'],
      ['2022-06-30', 'NHS Trafford CCG'],
      ['2022-07-01', 'NHS Greater Manchester Integrated Care Board'],
    ] as const) {
      assert.equal(await answers(doing, ada(), on), name)
      const pure = responsibleOn('02A', plainDate(on))
      assert.equal(pure.found, 'one')
      if (pure.found === 'one')
        assert.equal((await organisation(doing, await organisationOf(doing, pure.code)))?.name, name)
    }
    const place = responsibleOn('02A', plainDate('2022-07-01'))
    assert.equal(place.found === 'one' ? place.place?.name : null, 'Trafford')
    const { rows } = await sql<{ people: bigint; budgets: bigint; due: string }>`
      select count(distinct person_id) as people, count(*) as budgets, min(review_due_on) as due
      from cases.facts where person_id = ${ada().person}`.execute(doing.transaction)
    assert.deepEqual(rows, [{ people: 1n, budgets: 1n, due: '2023-03-15' }])
  })
})

test('the four areas of 2014 are with the boards of today, each with its cases', async () => {
  await trying(database, async doing => {
    const now = async (name: string) => answers(doing, named(name), '2026-11-20')
    assert.match((await now('Cora Kerrow')) ?? '', /Surrey and Sussex/)
    assert.match((await now('Dewi Nandra')) ?? '', /Surrey and Sussex/)
    assert.match((await now('Elin Abara')) ?? '', /Dorset/)
    assert.match((await now('Farid Osei')) ?? '', /Nottingham and Nottinghamshire/)
    assert.match((await now('Gil Weld')) ?? '', /Nottingham and Nottinghamshire/)
    assert.match((await answers(doing, named('Cora Kerrow'), '2020-03-31')) ?? '', /Eastbourne/)
    assert.match((await answers(doing, named('Cora Kerrow'), '2021-01-01')) ?? '', /East Sussex CCG/)
    assert.deepEqual(await staleCases(doing), [])
  })
})

test('money is conserved to the penny: what is open stands with the body of today', async () => {
  await trying(database, async doing => {
    assert.ok(isSound(await checkLedger(doing)))
    assert.deepEqual(await balances(doing), held)
    const sums = (all: Record<string, bigint>) => Object.values(all).reduce((so, one) => so + one, 0n)
    const after = await funds(doing)
    assert.equal(sums(after), sums(before2014))
    assert.deepEqual(await funds(doing, undefined, plainDate('2020-03-31')), before2014)
    assert.deepEqual(
      Object.entries(after)
        .filter(([, pence]) => pence !== 0n)
        .map(([name]) => name),
      ['fund:QOP', 'fund:QT1', 'fund:QVV', 'fund:S9B9J'],
    )
    const { person, reference } = named('Cora Kerrow')
    const drawn = picture(await entriesOf(doing, { person })).replaceAll(reference, 'PHB-0000-000')
    samePicture('pictures/succession', drawn)
  })
})

test('old letters keep the old name, to the word; new ones show the new', async () => {
  await trying(database, async doing => {
    const now = await noticeOf(doing, ada().letter)
    const said = (one: unknown) => ({ ...(one as object), organisation_id: null })
    assert.deepEqual(said(now), said(letterThen))
    assert.equal(now?.organisation_name, 'NHS Trafford CCG')
    const told = (await lettersOf(doing, ada().person)).find(({ kind }) => kind === 'succession')
    const letter = await noticeOf(doing, told?.id ?? '')
    assert.equal(letter?.organisation_name, 'NHS Greater Manchester Integrated Care Board')
    const words = JSON.stringify(letter?.paragraphs)
    assert.match(words, /Friday 1 July 2022/)
    assert.match(words, /NHS Trafford CCG/)
    assert.ok(words.includes(reach))
  })
})

test('figures of 2014 are cut by the groups of then, or by the boards of today', async () => {
  const national = await someone(database, { role: 'national-team' })
  const day = plainDate('2014-12-31')
  await tryAs(database, national, async doing => {
    const then = await figuresByBoard(doing, { day })
    const names = then.boards.map(({ name }) => name)
    assert.ok(names.includes('NHS Trafford CCG') && names.includes('NHS Dorset CCG'))
    assert.ok(names.every(name => name.endsWith('CCG')))
    assert.equal(then.boards.find(({ name }) => name === 'NHS Trafford CCG')?.running, '10')
    const now = await figuresByBoard(doing, { day, bodiesOn: doing.today })
    assert.ok(now.boards.every(({ name }) => name.endsWith('Board')))
    assert.deepEqual(
      now.boards.filter(({ name }) => name.includes('Manchester')).map(({ running }) => running),
      ['10'],
    )
    assert.deepEqual(now.whole, then.whole)
  })
})
