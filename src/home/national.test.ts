import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { appOn, doingIt, signedIn, someone, tryAs, type Visitor } from '../../test/harness.ts'
import { gwenAsks, type MillbrookAsks, millbrookAsks } from '../../test/requests.ts'
import { type Figures, figuresByBoard } from '../cases/public.ts'
import { plainDate } from '../kernel/days.ts'
import { addOrganisation, type OrganisationId } from '../people/public.ts'

let millbrook: MillbrookAsks
let sian: Visitor
let figures: Figures
let reference = ''
const on = plainDate('2026-06-30')
const boards: Record<string, OrganisationId> = {}

/** So many budgets that run with a board on the day, past all actions: only the counts matter. */
const running = (board: OrganisationId, count: number) =>
  doingIt(millbrook.database, ({ transaction }) =>
    sql`insert into cases.facts (reference, request_id, organisation_id, person_id, pathway,
        received_on, held_from)
      select ${board} || n, gen_random_uuid(), ${board}, gen_random_uuid(), 'adult-continuing-healthcare',
        '2026-01-05', '2026-02-02' from generate_series(1, ${count}::int) n`.execute(transaction),
  )

before(async () => {
  millbrook = await millbrookAsks()
  const { database, icb } = millbrook
  reference = (await gwenAsks(millbrook)).reference
  const another = (code: string, name: string) =>
    doingIt(database, doing => addOrganisation(doing, { code, kind: 'icb', name, invented: true }))
  Object.assign(boards, {
    Millbrook: icb,
    Ashdale: await another('QAD', 'NHS Ashdale ICB'),
    Thornby: await another('QTH', 'NHS Thornby ICB'),
  })
  for (const [name, count] of [
    ['Millbrook', 212],
    ['Ashdale', 5],
    ['Thornby', 91],
  ] as const)
    await running(boards[name] ?? icb, count)
  const national = await someone(database, { name: 'Sian Holt', role: 'national-team' })
  sian = await signedIn(await appOn(database), national)
  figures = await tryAs(database, national, doing =>
    figuresByBoard(doing, { day: on, bodiesOn: doing.today }),
  )
})

const cellsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, '').trim())

test('V-54 the national team sees no names: counts after disclosure control', async () => {
  assert.deepEqual(
    figures.boards.map(({ name, running }) => [name, running]),
    [
      ['NHS Ashdale ICB', '*'],
      ['NHS Millbrook ICB', '210'],
      ['NHS Thornby ICB', '90'],
    ],
  )
  assert.equal(figures.whole?.running, '310', 'a total of the truth, not of 210 and 90')
})

test('V-54 a click on a board that is kept back gives only a star', async () => {
  const { html } = await sian.get('/home')
  const [href = ''] = [...html.matchAll(/\/home\/boards\/[0-9a-f-]+/g)].map(([found]) => found)
  assert.equal(href, `/home/boards/${boards['Ashdale']}`)
  const detail = await sian.get(href)
  assert.deepEqual([detail.status, detail.html.includes('<h1>NHS Ashdale ICB</h1>')], [200, true])
  assert.match(detail.html, />\*</)
  assert.doesNotMatch(cellsOf(detail.html).join(' '), /(^| )5( |$)/)
  assert.match(cellsOf(detail.html).join(' '), /^Running on [\w ]+ \* Asked for, [\w ]+ 0$/)
  assert.equal((await sian.get('/home/boards/no-board')).status, 404)
})

test('V-54 lists of people and a person’s reference are not found, and no name is seen', async () => {
  const pages = ['/people', '/cases', '/cases/export', `/cases/${reference}`, `/people/${millbrook.gwen}`]
  const found = await Promise.all(pages.map(page => sian.get(page)))
  assert.deepEqual(
    found.map(({ status }) => status),
    pages.map(() => 404),
  )
  const nobody = await sian.get('/cases/PHB-0000-0000')
  assert.equal(nobody.status, 404)
  const seen = [...found, await sian.get('/home'), await sian.get(`/home/boards/${boards['Millbrook']}`)]
  assert.equal(seen.filter(({ html }) => /Gwen|Tallis/.test(html)).length, 0)
})

test('nobody else opens the figures of a board', async () => {
  const app = await appOn(millbrook.database)
  for (const who of [millbrook.priya, millbrook.tom, millbrook.person])
    assert.equal((await (await signedIn(app, who)).get(`/home/boards/${millbrook.icb}`)).status, 404)
})
