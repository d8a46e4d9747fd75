import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { App } from '../src/app.ts'
import { board } from '../src/clocks/queries/board.ts'
import { runsOfPerson } from '../src/clocks/queries/runs.ts'
import { addDays, addYears, type PlainDate, sayDay, sayShortDay } from '../src/kernel/days.ts'
import type { Reference } from '../src/kernel/ids.ts'
import { addPerson, type PersonId, setSetting } from '../src/people/public.ts'
import { aRequest } from '../src/requests/examples.ts'
import { take } from '../src/requests/public.ts'
import { reconsiderationClocks, requestClocks } from '../src/requests/queries/clock-source.ts'
import { transitionClocks } from '../src/requests/queries/transition-source.ts'
import { appOn, doAs, doingIt, signedIn, someone, tryAs, type Visitor } from './harness.ts'
import { gwenAsks, type MillbrookAsks, millbrookAsks, priyaGrants } from './requests.ts'

let place: MillbrookAsks
let app: App
let gwen: Visitor
let priya: Visitor
let tom: Visitor
let today: PlainDate
let reference: Reference
const sources = [requestClocks, reconsiderationClocks, transitionClocks]
const everything = { group: null, clock: null, turn: null, body: null }

before(async () => {
  place = await millbrookAsks()
  app = await appOn(place.database)
  gwen = await signedIn(app, place.person)
  priya = await signedIn(app, place.priya)
  tom = await signedIn(app, place.tom)
  today = await doingIt(place.database, async doing => doing.today)
})

const holds = (html: string, ...parts: readonly (string | RegExp)[]): void => {
  for (const part of parts)
    assert.ok(typeof part === 'string' ? html.includes(part) : part.test(html), `${part}: ${html}`)
}
const lacks = (html: string, ...parts: readonly string[]): void => {
  for (const part of parts) assert.ok(!html.includes(part), part)
}
const clocksOf = (person: PersonId) =>
  tryAs(place.database, place.tom, doing => runsOfPerson(doing, sources, person))

test('with nothing open the board, the forecast and a person’s dates say so', async () => {
  holds((await tom.get('/clocks')).html, 'No clock runs.', 'Nothing falls due in the next 8 weeks', 'All (0)')
  holds((await tom.get('/clocks?show=overdue')).html, 'No clock runs here: overdue.')
  const own = await gwen.get(`/clocks/people/${place.gwen}`)
  holds(own.html, 'Your dates', 'Nothing is awaited now', 'Nothing has ended yet')
  holds((await gwen.get(`/clocks/people/${place.gwen}/drawing`)).html, 'No clock ran in these years')
})

test('one request starts what is expected on its pathway, and a local time that nobody has set', async () => {
  reference = (await gwenAsks(place)).reference
  const { html } = await tom.get('/clocks')
  holds(html, 'All (2)', 'No day known (1)', 'Decision on eligibility', 'Gwen Tallis', reference, 'the NHS')
  holds(html, sayShortDay(addDays(today, 28)), '28 days left')
  holds(html, 'Expected in most cases. It is not a limit in law.', 'A local time. We found no limit in law.')
  holds(html, 'No day is known, so none is promised', 'If nothing is done, 1 due day is reached')
  holds((await tom.get('/clocks?show=no-day')).html, 'PHB-REQUEST')
  lacks((await tom.get('/clocks?show=no-day')).html, '28 days left')
  lacks((await tom.get('/clocks?clock=CHC-DECISION')).html, 'No day is known')
  holds((await tom.get('/clocks?turn=family')).html, 'All (0)')
  holds((await tom.get('/clocks?clock=nonsense&turn=x&body=y&page=9')).html, 'All (2)')
})

test('board and dates are seen by the person, their caseload, their body, and nobody else', async () => {
  const page = `/clocks/people/${place.gwen}`
  assert.equal((await gwen.get('/clocks')).status, 404)
  assert.equal((await gwen.get('/clocks/export')).status, 404)
  const stranger = await signedIn(app, place.stranger)
  holds((await stranger.get('/clocks')).html, 'All (0)')
  for (const at of ['', '/drawing', '/export']) {
    assert.equal((await stranger.get(`${page}${at}`)).status, 404)
    assert.equal((await tom.get(`${page}${at}`)).status, 200)
  }
  assert.equal((await tom.get('/clocks/people/nobody')).status, 404)
  const kay = await someone(place.database, {
    name: 'Kay Odell',
    role: 'finance-officer',
    organisation: place.icb,
  })
  const finance = await signedIn(app, kay)
  const { html } = await finance.get('/clocks')
  holds(html, 'Gwen Tallis')
  lacks(html, '/clocks/people/')
  // Whoever sees the money only is not told which right was asked for.
  assert.equal((await finance.get(page)).status, 404)
})

test('row-level security holds with no where: no source tells another board’s clocks', async () => {
  const all = { filter: everything, page: 1 }
  const seenBy = (who: typeof place.tom) =>
    tryAs(place.database, who, async doing => (await board(doing, sources, all)).rows.length)
  assert.equal(await seenBy(place.tom), 2)
  assert.equal(await seenBy(place.person), 2)
  assert.equal(await seenBy(place.stranger), 0)
  // What nobody has taken yet waits for every case worker of its body.
  assert.equal(await seenBy(place.priya), 2)
  assert.equal(
    (await tryAs(place.database, place.stranger, doing => runsOfPerson(doing, sources, place.gwen))).length,
    0,
  )
})

test('the family reads what is awaited, from whom, by when, how sure that is and what to do', async () => {
  holds((await gwen.get('/home')).html, `/clocks/people/${place.gwen}`, 'Your dates')
  holds((await gwen.get(`/cases/${reference}`)).html, `href="/clocks/people/${place.gwen}"`)
  const { html } = await gwen.get(`/clocks/people/${place.gwen}`)
  holds(html, 'Decision on eligibility', 'The NHS', sayDay(addDays(today, 28)), 'you can complain to the NHS')
  holds(
    html,
    'href="/rights/rules/CHC-DECISION"',
    'It is not a limit in law',
    `href="/requests/${reference}"`,
  )
  const drawn = await gwen.get(`/clocks/people/${place.gwen}/drawing`)
  holds(drawn.html, '<svg', 'Decision on eligibility (CHC-DECISION)', 'The same in words', 'Today')
  holds((await gwen.get(`/clocks/people/${place.gwen}/drawing?back=4`)).html, 'No clock ran', 'a year later')
  holds((await gwen.get(`/clocks/people/${place.gwen}/export`)).html, 'CHC-DECISION,NHS,the NHS')
})

test('the list is saved as a table, with its filters, and the record says so', async () => {
  const { html } = await tom.get('/clocks/export?clock=CHC-DECISION')
  holds(html, 'What is awaited,Clock', `Decision on eligibility,CHC-DECISION,Gwen Tallis,${reference}`)
  lacks(html, 'PHB-REQUEST')
})

test('a look at somebody’s dates is in their record', async () => {
  await tom.get(`/clocks/people/${place.gwen}`)
  holds((await gwen.get('/access/looks')).html, 'Tom Birkett', 'Dates')
})

test('a local time gives the day, and a decision ends both clocks, in time or late', async () => {
  await doingIt(place.database, async doing => {
    await setSetting(doing, {
      organisation: place.icb,
      name: 'request-answer-working-days',
      value: '20',
      from: addYears(today, -1),
      because: 'Board of Millbrook, March',
    })
  })
  lacks((await tom.get('/clocks')).html, 'No day is known, so none')
  await priyaGrants(place, reference)
  const marek = await signedIn(app, place.colleague)
  assert.equal((await marek.get(`/clocks/people/${place.gwen}`)).status, 404)
  const runs = await clocksOf(place.gwen)
  assert.deepEqual(
    runs.map(run => [run.clock, run.met_on]),
    [
      ['PHB-REQUEST', today],
      ['CHC-DECISION', today],
    ].sort(() => ((runs[0]?.clock ?? '') === 'PHB-REQUEST' ? 0 : -1)),
  )
  holds((await gwen.get(`/clocks/people/${place.gwen}`)).html, 'Nothing is awaited now', 'Done in time')
  holds((await tom.get('/clocks')).html, 'All (0)')
})

test('many clocks are shown page by page, with every one counted', async () => {
  const made = await doingIt(place.database, async doing => {
    const found: Reference[] = []
    for (let number = 0; number < 30; number += 1) {
      const added = await addPerson(doing, { organisation: place.icb, fullName: `Orla Finch ${number}` })
      assert.ok(added.done)
      found.push((await aRequest(doing, { organisation: place.icb, person: added.value })).reference)
    }
    return found
  })
  await doAs(place.database, place.priya, async doing => {
    for (const one of made) await take(doing, one)
  })
  const first = await priya.get('/clocks')
  holds(first.html, 'All (60)', '1 to 50 of 60', 'In the 4 weeks after that (60)')
  holds((await priya.get('/clocks?page=2')).html, '51 to 60 of 60')
  assert.equal((await priya.get('/clocks/export')).html.trim().split('\r\n').length, 61)
  holds((await tom.get('/clocks?turn=icb&show=month&page=2')).html, 'show=month&amp;turn=icb')
})

test('of the move to adult care a child has the next day, and those that are near or late', async () => {
  const child = async (name: string, born: PlainDate) => {
    const person = await doingIt(place.database, async doing => {
      const added = await addPerson(doing, { organisation: place.icb, fullName: name, bornOn: born })
      assert.ok(added.done)
      await aRequest(doing, {
        organisation: place.icb,
        person: added.value,
        pathway: 'childrens-continuing-care',
      })
      return added.value
    })
    const runs = await clocksOf(person)
    return runs
      .filter(one => one.clock.startsWith('CYPCC-ADULT'))
      .map(one => [one.clock.slice(-2), one.due_on])
  }
  const born = (years: number, days = 0) => addDays(addYears(today, -years), days)
  const at = (day: PlainDate, age: number) => [String(age), addYears(day, age)]
  const little = born(5, 40)
  assert.deepEqual(await child('Idris Quill', little), [at(little, 14)])
  const teen = born(16, 40)
  assert.deepEqual(await child('Nia Quill', teen), [at(teen, 14), at(teen, 16), at(teen, 17)])
  const grown = born(18, -1)
  assert.deepEqual((await child('Ewan Quill', grown)).at(-1), at(grown, 18))
  const { html } = await tom.get('/clocks?show=overdue')
  holds(html, 'Adult care is ready', '1 day overdue', 'Birth')
})
