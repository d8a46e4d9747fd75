import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import type { App } from '../src/app.ts'
import { enterByFeed } from '../src/clocks/queries/feed.ts'
import { addDays, type PlainDate } from '../src/kernel/days.ts'
import type { Reference } from '../src/kernel/ids.ts'
import { take } from '../src/requests/public.ts'
import { readCalendar } from './calendar.ts'
import { appOn, doAs, doingIt, signedIn, tryAs, Visitor } from './harness.ts'
import { gwenAsks, type MillbrookAsks, millbrookAsks } from './requests.ts'

let place: MillbrookAsks
let app: App
let gwen: Visitor
let today: PlainDate
let reference: Reference

before(async () => {
  place = await millbrookAsks()
  app = await appOn(place.database)
  gwen = await signedIn(app, place.person)
  today = await doingIt(place.database, async doing => doing.today)
  reference = (await gwenAsks(place)).reference
})

const addressIn = (html: string): string => {
  const found = /\/clocks\/calendar\/[\w-]{43}\.ics/.exec(html)?.[0]
  assert.ok(found, html)
  return found
}
const make = async (visitor: Visitor, names = 'nobody') => {
  const made = await visitor.post('/clocks/calendar', { names })
  assert.equal(made.status, 200)
  assert.match(made.html, /We do not keep it and cannot show it again/)
  return addressIn(made.html)
}
const asked = (address: string) => new Visitor(app.server).get(address)
const eventsAt = async (address: string) => {
  const answered = await asked(address)
  assert.equal(answered.status, 200)
  return readCalendar(answered.html).events
}

test('an address is shown once; a calendar without a session reads its owner’s dates', async () => {
  assert.match((await gwen.get('/clocks/calendar')).html, /You have no address now/)
  const address = await make(gwen)
  const after = (await gwen.get('/clocks/calendar')).html
  assert.match(after, /You have an address since/)
  assert.doesNotMatch(after, /\.ics/)
  const [event, more] = await eventsAt(address)
  assert.equal(event?.['SUMMARY'], 'Decision on eligibility')
  assert.equal(event?.['DTSTART'], addDays(today, 28).replaceAll('-', ''))
  assert.match(event?.['DESCRIPTION'] ?? '', /Whose turn: the NHS\.\nExpected in most cases/)
  assert.equal(more, undefined)
  const { rows } = await doingIt(place.database, doing =>
    sql<{ hash: string }>`select hash from clocks.feed`.execute(doing.transaction),
  )
  assert.ok(rows.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash) && !address.includes(hash)))
})

test('nothing chosen is said at its field, and makes no address', async () => {
  const sent = await gwen.post('/clocks/calendar', { names: 'everything' })
  assert.equal(sent.status, 422)
  assert.match(sent.html, /Choose what an entry says/)
})

test('a new address stops the old one; a stopped or wrong one is a page that is not there', async () => {
  const old = await make(gwen)
  const fresh = await make(gwen, 'reference')
  assert.equal((await asked(old)).status, 404)
  assert.match((await eventsAt(fresh))[0]?.['SUMMARY'] ?? '', new RegExp(`\\(${reference}\\)`))
  const sent = await gwen.post('/clocks/calendar/ending')
  assert.equal(sent.to, '/clocks/calendar?done=stopped')
  assert.match((await gwen.get(sent.to ?? '')).html, /The address is stopped/)
  assert.equal((await gwen.post('/clocks/calendar/ending')).to, '/clocks/calendar')
  const plain = (html: string) => html.replaceAll(/value="[^"]*"|\/clocks[\w/.?=%-]*|\/nowhere/g, '')
  const nowhere = await asked('/nowhere')
  for (const address of [
    fresh,
    fresh.replace(/.{5}\.ics$/, 'AAAAA.ics'),
    '/clocks/calendar/x',
    fresh.slice(0, -4),
  ]) {
    const answered = await asked(address)
    assert.equal(answered.status, 404)
    assert.equal(plain(answered.html), plain(nowhere.html))
  }
})

test('staff get their own caseload and not all that their role lets them see', async () => {
  const tom = await signedIn(app, place.tom)
  const priya = await signedIn(app, place.priya)
  assert.deepEqual(await eventsAt(await make(tom)), [])
  const address = await make(priya, 'first-name')
  assert.deepEqual(await eventsAt(address), [])
  await doAs(place.database, place.priya, doing => take(doing, reference))
  assert.equal((await eventsAt(address))[0]?.['SUMMARY'], 'Decision on eligibility (Gwen)')
})

test('a calendar that asks again and again is one look a day in the record', async () => {
  const priya = await signedIn(app, place.priya)
  const address = await make(priya)
  for (const _ of [1, 2, 3]) await eventsAt(address)
  const { rows } = await doingIt(place.database, doing =>
    sql<{ actor_name: string; on_behalf_of: string | null }>`select actor_name, on_behalf_of
      from access.happening where what = 'calendar feed' and kind = 'look'
        and subject_id is null and person_id = ${place.gwen}`.execute(doing.transaction),
  )
  // One for each of Priya's two addresses; Gwen's own is no look.
  assert.deepEqual(
    rows.map(row => row.actor_name),
    ['Priya Nair', 'Priya Nair'],
  )
})

test('an address gives nothing more once its owner has lost their sight or their account', async () => {
  const colleague = await signedIn(app, place.colleague)
  const address = await make(colleague)
  await doingIt(place.database, doing =>
    sql`update access.actor set ended_at = now() where id = ${place.colleague.id}`.execute(doing.transaction),
  )
  assert.equal((await asked(address)).status, 404)
})

test('nobody reads, makes or ends the address of somebody else', async () => {
  await make(gwen)
  const rowsFor = (who: typeof place.tom) =>
    tryAs(place.database, who, async doing => {
      const { rows } = await sql<{ actor_id: string }>`select actor_id from clocks.feed`.execute(
        doing.transaction,
      )
      return new Set(rows.map(row => row.actor_id))
    })
  assert.deepEqual(await rowsFor(place.person), new Set([place.person.id]))
  assert.deepEqual(await rowsFor(place.stranger), new Set())
  const feed = await doingIt(place.database, async doing => {
    const { rows } = await sql<{ id: string }>`select id from clocks.feed where actor_id = ${place.person.id}
      order by made_at desc limit 1`.execute(doing.transaction)
    return rows[0]?.id
  })
  const endBy = (as: string) =>
    tryAs(place.database, place.stranger, doing =>
      sql`insert into clocks.feed_ended values (${feed}, ${as}, 'stopped', ${today})`.execute(
        doing.transaction,
      ),
    )
  await assert.rejects(endBy(place.person.id), /somebody else|row-level security/)
  await assert.rejects(endBy(place.stranger.id), /somebody else/)
  assert.equal(await tryAs(place.database, place.stranger, doing => enterByFeed(doing, 'x'.repeat(43))), null)
})
