import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCalendar } from '../../../test/calendar.ts'
import { type Moment, plainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { clocks } from '../definitions.ts'
import { aRun } from '../examples.ts'
import { calendarOf, escaped, folded } from './ics.ts'
import type { FeedNames } from './types.ts'

const now = '2026-11-29T17:20:00.000Z' as Moment
const mine = (say: Parameters<typeof aRun>[0] & { first_name?: string } = {}) => ({
  first_name: 'Gwen',
  ...aRun(say),
  ...say,
})
const calendar = (runs: readonly ReturnType<typeof mine>[], names: FeedNames = 'nobody') =>
  calendarOf(runs, { names, now, to: 'family', addressOf: path => `https://phb.example${path}` })

test('every line has at most 75 octets and comes back whole, also with letters of several octets', () => {
  for (const text of ['', 'x'.repeat(75), 'x'.repeat(76), `${'é'.repeat(40)}${'𝒢'.repeat(30)}end`]) {
    const lines = folded(text).split('\r\n')
    for (const line of lines) assert.ok(Buffer.byteLength(line) <= 75, `${Buffer.byteLength(line)}`)
    assert.equal(lines.map((line, place) => (place === 0 ? line : line.slice(1))).join(''), text)
  }
  assert.equal(folded('x'.repeat(75)).includes('\r\n'), false)
})

test('what divides values is marked, and no value can begin a line of its own', () => {
  assert.equal(escaped('a;b,c\\d\ne\r\nf'), 'a\\;b\\,c\\\\d\\ne\\nf')
  assert.equal(escaped('a\u0000b\u0007c'), 'abc')
  const [event] = readCalendar(
    calendar([mine({ first_name: 'Zoë;\r\nEND:VEVENT, \\' })], 'first-name'),
  ).events
  assert.equal(event?.['SUMMARY'], 'Decision on the request (Zoë;\nEND:VEVENT, \\)')
})

test('a clock is one whole day, with whose turn it is and how sure the day is', () => {
  const { head, events } = readCalendar(
    calendar([mine(), mine({ due_on: null, paused_due_on: null }), mine({ clock: 'CHC-DECISION' })]),
  )
  assert.equal(head['VERSION'], '2.0')
  assert.equal(events.length, 2)
  const [first, second] = events
  assert.equal(first?.['DTSTART'], '20261130')
  assert.equal(first?.['DTEND'], '20261201')
  assert.equal(first?.['DTSTAMP'], '20261129T172000Z')
  assert.equal(first?.['SUMMARY'], 'Decision on the request')
  assert.match(
    first?.['DESCRIPTION'] ?? '',
    /Whose turn: the NHS\.\nA local time\. We found no limit in law\./,
  )
  assert.match(second?.['DESCRIPTION'] ?? '', /Expected in most cases\. It is not a limit in law\./)
  assert.deepEqual(readCalendar(calendar([])).events, [])
})

test('both days are told where a pause counted', () => {
  const paused = mine({ clock: 'EHC-FINAL', paused_due_on: plainDate('2026-12-28') })
  const [event] = readCalendar(calendar([paused])).events
  assert.equal(event?.['DTSTART'], '20261228')
  assert.match(event?.['DESCRIPTION'] ?? '', /Without the pauses it was Monday 30 November 2026\./)
})

test('the same clock keeps its UID when its day moves; another has another', () => {
  const one = mine()
  const uid = (run: ReturnType<typeof mine>) => readCalendar(calendar([run])).events[0]?.['UID']
  assert.equal(uid(one), uid({ ...one, paused_due_on: plainDate('2027-01-04') }))
  for (const other of [
    { person_id: newId<'person'>() },
    { clock: 'CHC-DECISION' },
    { started_on: plainDate('2026-11-03') },
    { href: '/requests/PHB-OTHER' },
  ])
    assert.notEqual(uid(one), uid({ ...one, ...other }))
})

test('an entry names nobody unless its owner chose so, and never a rule', () => {
  const said = (names: FeedNames) => calendar([mine()], names)
  assert.doesNotMatch(said('nobody'), /Gwen|PHB-/)
  assert.match(said('reference'), /\(PHB-7K3M-9QT\)/)
  assert.doesNotMatch(said('reference'), /Gwen/)
  assert.match(said('first-name'), /\(Gwen\)/)
  const all = calendar(clocks.map(({ id }) => mine({ clock: id })))
  assert.doesNotMatch(all, /CHC|CYPCC|WHEELCHAIR|DP-/)
  assert.equal(readCalendar(all).events.length, clocks.length)
})
