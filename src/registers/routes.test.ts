import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { doingIt, type Form, type Someone, tryAs, type Visitor } from '../../test/harness.ts'
import { browserOf, dayIn, type GwenAtRisk, gwenAtRisk, yesOf } from '../../test/registers.ts'
import { addDays } from '../kernel/days.ts'
import { reviewRuns } from './queries/clocks.ts'
import { peopleListed } from './queries/listed.ts'

let place: GwenAtRisk
let priya: Visitor
let gwen: Visitor
let sian: Visitor
let tom: Visitor
let at = ''

before(async () => {
  place = await gwenAtRisk()
  priya = await browserOf(place, place.priya)
  gwen = await browserOf(place, place.person)
  sian = await browserOf(place, place.sian)
  tom = await browserOf(place, place.tom)
})

const holds = (html: string, ...parts: readonly (string | RegExp)[]): void => {
  for (const part of parts)
    assert.ok(typeof part === 'string' ? html.includes(part) : part.test(html), `${part}: ${html}`)
}
const goes = async (visitor: Visitor, to: string, form: Form) => {
  const sent = await visitor.post(to, form)
  assert.equal(sent.status, 303, sent.html)
  return visitor.get(sent.to ?? '')
}
const adding = () => `/registers/additions/${place.reference}`

/** What each may read of the tables themselves, with no `where`. */
const rowsSeen = (who: Someone) =>
  tryAs(place.database, who, async ({ transaction }) => {
    const { rows } = await sql<{ rows: number }>`select (select count(*) from registers.entry)::int
      + (select count(*) from registers.consent)::int + (select count(*) from registers.crisis)::int
      + (select count(*) from registers.admission)::int + (select count(*) from registers.held)::int
      as rows`.execute(transaction)
    return rows[0]?.rows
  })

test('with her yes she is on the list, is told so, and says who sees it', async () => {
  const put = await goes(priya, adding(), yesOf(place, { bodies: place.council }))
  holds(
    put.html,
    'They are on the list',
    'Gwen Tallis said yes on',
    'Millbrook Council',
    'No day is set here',
  )
  const { rows } = await doingIt(place.database, ({ transaction }) =>
    sql<{ id: string }>`select id from registers.entry`.execute(transaction),
  )
  at = `/registers/${rows[0]?.id}`
  assert.equal((await priya.get(adding())).to, at)
  holds((await priya.post(adding(), yesOf(place))).html, 'on the list already')
  holds((await gwen.get('/home')).html, 'The list you are on')
  const own = await gwen.get(at)
  holds(own.html, 'You are on a list', 'You said yes to being on it on', 'You can say no at any time')
  holds(own.html, 'She stopped sleeping', 'Millbrook Council')
  holds((await gwen.get('/notices')).html, 'You are on a list of people who may need more help')
})

test('only her small team and the bodies she named see it; the tables themselves hold that', async () => {
  for (const who of [place.priya, place.tom, place.person, place.sian])
    assert.equal(await rowsSeen(who), 2, who.name)
  const nobody = [place.officer, place.colin, place.judith, place.edmund, place.colleague, place.stranger]
  for (const who of nobody) assert.equal(await rowsSeen(who), 0, who.name)
  holds((await sian.get('/registers')).html, 'Gwen Tallis')
  const seen = await sian.get(at)
  holds(seen.html, 'Gwen Tallis: at risk of admission', 'She stopped sleeping')
  assert.ok(!seen.html.includes('Ask for a review'))
  for (const who of [place.officer, place.colin, place.colleague])
    assert.equal((await (await browserOf(place, who)).get(at)).status, 404, who.name)
  assert.ok((await (await browserOf(place, place.judith)).get(at)).status >= 403)
  assert.equal((await sian.post(`${at}/crises`, { happened: 'x' })).status, 403)
})

test('each look is written down, of the list too, and Gwen reads who it was', async () => {
  const { html } = await gwen.get('/access/looks')
  holds(html, 'Sian Prosser', 'named in the consent', 'List of people at risk', 'Priya Nair')
})

test('levels are the words of the board, and none can be given before they are set', async () => {
  holds((await priya.get(`${at}/levels`)).html, 'has set no levels yet')
  holds((await priya.post(`${at}/levels`, { says: 'Red', because: 'x' })).html, 'one of your own levels')
  assert.equal((await priya.post('/registers/levels', { words: 'Red', because: 'x' })).status, 403)
  holds((await tom.post('/registers/levels', { words: 'Red\nRed', because: 'x' })).html, 'there once only')
  holds(
    (await goes(tom, '/registers/levels', { words: 'Red\nAmber', because: 'Board, 3 May' })).html,
    'Amber',
  )
  holds((await goes(priya, `${at}/levels`, { says: 'Red', because: 'Two bad weeks' })).html, 'Red, since')
  holds((await priya.get('/registers?level=Red')).html, 'Gwen Tallis')
  holds((await priya.get('/registers?level=Amber')).html, 'Nobody here is like this')
})

const found = { safe: 'Yes.', care: 'At school.', future: 'Nights.', hospital: 'No.' }

test('a review is asked for and held, with an expert by experience or why not, and she is told', async () => {
  const { today } = place
  const ask = { ...dayIn('on', today), why: 'A bed may be asked for', hasEhcPlan: 'no' }
  holds((await goes(priya, `${at}/reviews`, ask)).html, 'Care and treatment review', 'Not held yet')
  const held = { ...dayIn('on', today), tookPart: 'Gwen, Priya', ...found }
  holds((await priya.post(`${at}/reviews/1/held`, held)).html, 'Enter who knew it from their own life')
  const early = { ...held, ...dayIn('on', addDays(today, -1)), expert: 'Dee Farrow' }
  holds((await priya.post(`${at}/reviews/1/held`, early)).html, 'before the review was asked for')
  assert.equal((await priya.post(`${at}/reviews/1/actions`, { says: 'x' })).status, 422)
  await goes(priya, `${at}/reviews/1/held`, { ...held, expert: 'Dee Farrow' })
  holds((await priya.post(`${at}/reviews/1/held`, { ...held, expert: 'D' })).html, 'held already')
  const action = { says: 'Find two for the nights', owner: 'Priya Nair', ...dayIn('by', addDays(today, 7)) }
  holds((await goes(priya, `${at}/reviews/1/actions`, action)).html, 'Find two for the nights')
  holds((await goes(priya, `${at}/actions/1/done`, dayIn('on', today))).html, 'Done ')
  holds((await gwen.get(at)).html, 'Dee Farrow', 'At school.')
  holds((await gwen.get('/notices')).html, 'Your review on')
})

test('a day of a review is promised only by a figure that the board has set', async () => {
  const setting = {
    name: 'registers-again-days',
    value: '90',
    ...dayIn('from', place.today),
    because: 'Board',
  }
  await goes(tom, '/registers/settings', setting)
  holds((await priya.get(at)).html, `Next review at home, by`)
  const runs = await tryAs(place.database, place.priya, doing =>
    reviewRuns(doing, { person: null, ended: true }),
  )
  assert.deepEqual(
    runs.map(({ started_on, due_on, met_on }) => [started_on, due_on, met_on]),
    [
      [place.today, null, place.today],
      [place.today, addDays(place.today, 90), null],
    ],
  )
})

test('the list tells the same next review and day as the rule', async () => {
  const asked = { show: 'on', level: '', find: '', page: 1 } as const
  const { rows } = await tryAs(place.database, place.priya, doing => peopleListed(doing, asked))
  assert.deepEqual([rows[0]?.step, rows[0]?.dueOn], ['again', addDays(place.today, 90)])
})

test('a crisis says who spoke of a bed; a stay may lie before the list, and none twice', async () => {
  const { today } = place
  const crisis = { ...dayIn('on', today), happened: 'She did not sleep for three nights', bed: 'not-needed' }
  holds((await priya.post(`${at}/crises`, crisis)).html, 'Say who asked for a bed')
  holds((await goes(priya, `${at}/crises`, { ...crisis, bedSaidBy: 'Dr Iles' })).html, 'Said by Dr Iles')
  const stay = { hospital: 'Heron Ward, Saltmarsh Hospital', kind: 'agreed' }
  const before = { ...stay, ...dayIn('from', addDays(today, -90)), ...dayIn('until', addDays(today, -80)) }
  await goes(priya, `${at}/admissions`, before)
  const same = await priya.post(`${at}/admissions`, { ...stay, ...dayIn('from', addDays(today, -85)) })
  holds(same.html, 'in hospital already')
  holds((await priya.post(`${at}/leaving`, { ...dayIn('on', today), because: 'x' })).html, 'not in hospital')
  const inside = await goes(priya, `${at}/admissions`, { ...stay, ...dayIn('from', today) })
  holds(inside.html, 'Leaving hospital', 'Next review in hospital')
  holds((await priya.get('/registers?show=in-hospital')).html, 'Heron Ward', 'no day of leaving yet')
})

test('what is not there yet moves with the day of leaving, and the page says so', async () => {
  const { today } = place
  const need = { kind: 'team', says: 'Two people trained', owner: 'Priya Nair', daysBefore: '5' }
  holds((await goes(priya, `${at}/before`, need)).html, '5 days before')
  await goes(priya, `${at}/leaving`, { ...dayIn('on', addDays(today, 10)), because: 'The flat is ready' })
  holds(
    (await priya.post(`${at}/leaving`, { ...dayIn('on', addDays(today, 10)), because: 'x' })).html,
    'set already',
  )
  await goes(priya, `${at}/leaving`, { ...dayIn('on', addDays(today, 17)), because: 'The lift is late' })
  holds(
    (await priya.get(at)).html,
    'The day of leaving moved from',
    'These move with it',
    'Two people trained: from',
  )
  holds((await priya.get('/registers?show=leaving')).html, 'to leave')
  holds((await goes(priya, `${at}/before/1/there`, dayIn('on', today))).html, 'Everything is there')
  holds(
    (await goes(priya, `${at}/discharge`, { ...dayIn('on', today), toWhere: 'Her flat' })).html,
    'Her flat',
  )
})

test('the case of the budget is joined, and the officer is not shown what is not theirs', async () => {
  const join = { reference: place.reference, purpose: 'prevent-admission' }
  holds((await goes(priya, `${at}/budget`, join)).html, 'To stay out of hospital', 'The case PHB-')
  holds((await sian.get(at)).html, 'There is a budget', 'not yours to see')
  holds((await gwen.get(at)).html, 'Your budget, step by step')
})

test('a body that the newest yes does not name sees nothing from then on', async () => {
  await goes(priya, `${at}/consent`, {
    canDecide: 'yes',
    saidBy: 'the-person',
    ...dayIn('givenOn', place.today),
  })
  assert.equal(await rowsSeen(place.sian), 0)
  assert.equal((await sian.get(at)).status, 404)
  const again = { ...yesOf(place), bodies: place.council }
  await goes(priya, `${at}/consent`, again)
  assert.equal((await sian.get(at)).status, 200)
})

test('she says no herself: it ends at once, and the council sees nothing any more', async () => {
  holds((await gwen.get(`${at}/withdrawal`)).html, 'Gwen Tallis', 'Your care goes on')
  const tomorrow = await gwen.post(`${at}/withdrawal`, {
    saidBy: 'Gwen',
    ...dayIn('on', addDays(place.today, 1)),
  })
  holds(tomorrow.html, 'cannot be in the future')
  const no = await goes(gwen, `${at}/withdrawal`, { saidBy: 'Gwen Tallis', ...dayIn('on', place.today) })
  holds(no.html, 'The yes is taken back', 'Not on the list any more')
  assert.equal(await rowsSeen(place.sian), 0)
  assert.equal((await sian.get(at)).status, 404)
  assert.ok(!(await sian.get('/registers')).html.includes('Gwen'))
  holds((await priya.get('/registers?show=ended')).html, 'Gwen Tallis')
  holds(
    (await priya.post(`${at}/crises`, { ...dayIn('on', place.today), happened: 'x', bed: 'not-asked-for' }))
      .html,
    'no longer on the list',
  )
  holds((await gwen.get('/notices')).html, 'You are no longer on the list')
})
