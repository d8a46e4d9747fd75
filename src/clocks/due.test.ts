import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, type Moment, plainDate } from '../kernel/days.ts'
import { pence } from '../kernel/money.ts'
import { clockLimits, pathways } from '../rights/public.ts'
import { clocks, findClock, sayTurn } from './definitions.ts'
import { dueAt, dueOn, lastDay, whyNotPause } from './due.ts'
import { bookingWarning } from './reviews.ts'
import { transitionOn } from './transition.ts'
import { daysOverdue, standOn, whoseTurn } from './turn.ts'
import type { Pause } from './types.ts'

const on = plainDate
const pause = (from: string, until: string, more: Partial<Pause> = {}): Pause => ({
  ground: 'exceptional-circumstances',
  from: on(from),
  until: on(until),
  accepted: true,
  ...more,
})
const final = (...pauses: readonly Pause[]) =>
  dueOn(findClock('EHC-FINAL'), { start: on('2026-02-16'), pauses })

test('a limit that ends on a Sunday ends on that Sunday', () => {
  assert.equal(lastDay(on('2026-03-01'), { count: 28, unit: 'days' }), '2026-03-29')
})

test('three months from the last day of November end on the last day of February', () => {
  assert.equal(lastDay(on('2025-11-30'), { count: 3, unit: 'months' }), '2026-02-28')
})

test('working days leave out weekends and the holidays handed in', () => {
  const fiveDays = { count: 5, unit: 'working-days' } as const
  assert.equal(lastDay(on('2026-04-02'), fiveDays), '2026-04-09')
  assert.equal(
    lastDay(on('2026-04-02'), fiveDays, new Set([on('2026-04-03'), on('2026-04-06')])),
    '2026-04-13',
  )
})

test('somebody born on 29 February reaches 17 on 1 March', () => {
  assert.equal(lastDay(on('2008-02-29'), { count: 17, unit: 'years-of-age' }), '2025-03-01')
})

test('48 hours are 48 hours also on the night when the clocks go forward', () => {
  const start = '2026-03-28T16:30:00.000Z' as Moment
  assert.equal(dueAt(findClock('CHC-FT'), start), '2026-03-30T16:30:00.000Z')
  assert.throws(() => dueAt(findClock('CHC-DECISION'), start), /no limit in hours/)
})

test('a pause counts only if accepted, long enough for an absence, and begun while the clock runs', () => {
  assert.equal(final(pause('2026-03-01', '2026-03-10'))?.pauseDays, 10)
  assert.equal(final(pause('2026-03-01', '2026-03-10', { accepted: false }))?.pauseDays, 0)
  assert.equal(final(pause('2026-03-01', '2026-03-27', { ground: 'absence' }))?.pauseDays, 0)
  assert.equal(final(pause('2026-03-01', '2026-03-28', { ground: 'absence' }))?.pauseDays, 28)
  assert.equal(final(pause('2026-07-06', '2026-07-10'))?.pauseDays, 5)
  assert.equal(final(pause('2026-07-07', '2026-07-10'))?.pauseDays, 0)
  assert.equal(final(pause('2026-02-10', '2026-02-16'))?.pauseDays, 0)
  assert.deepEqual(whyNotPause(pause('2026-03-10', '2026-03-01')), ['ends-before-it-begins'])
})

test('two pauses that overlap add each day once', () => {
  const twice = final(pause('2026-03-01', '2026-03-10'), pause('2026-03-06', '2026-03-15'))
  assert.equal(twice?.pauseDays, 15)
  const inside = final(pause('2026-03-01', '2026-03-20'), pause('2026-03-06', '2026-03-10'))
  assert.equal(inside?.pauseDays, 20)
})

test('a pause never brings a due day forward, whatever its days', () => {
  const days = fc.integer({ min: -60, max: 300 })
  fc.assert(
    fc.property(days, days, (a, b) => {
      const [from, until] = [addDays(on('2026-02-16'), a), addDays(on('2026-02-16'), b)]
      const found = final({ ground: 'school-holiday', from, until, accepted: true })
      return found !== null && found.withPause >= found.due
    }),
  )
})

test('the due day is in time and the day after is not', () => {
  const due = on('2026-03-30')
  assert.equal(standOn(due, null, on('2026-03-29')), 'waiting')
  assert.equal(standOn(due, null, due), 'due-today')
  assert.equal(standOn(due, null, on('2026-03-31')), 'overdue')
  assert.equal(standOn(due, due, on('2026-04-05')), 'met-in-time')
  assert.equal(standOn(due, on('2026-03-31'), on('2026-04-05')), 'met-late')
  assert.equal(standOn(due, on('2026-04-04'), on('2026-04-01')), 'overdue')
  assert.deepEqual([daysOverdue(due, due), daysOverdue(due, on('2026-04-02'))], [0, 3])
})

test('whose turn it is: due first comes first, undated last, and what is met is gone', () => {
  const turns = whoseTurn(
    [
      { clock: findClock('PHB-REQUEST'), run: { start: on('2026-03-02') } },
      { clock: findClock('CHC-APPEAL'), run: { start: on('2026-01-05') } },
      { clock: findClock('CHC-DECISION'), run: { start: on('2026-03-02') } },
      { clock: findClock('COMPLAINT-ACK'), run: { start: on('2026-03-02'), met: on('2026-03-03') } },
    ],
    on('2026-04-01'),
  )
  assert.deepEqual(
    turns.map(({ clock, by, stand, daysOverdue }) => [clock.id, by, stand, daysOverdue]),
    [
      ['CHC-DECISION', '2026-03-30', 'overdue', 2],
      ['CHC-APPEAL', '2026-07-05', 'waiting', 0],
      ['PHB-REQUEST', null, 'waiting', 0],
    ],
  )
  assert.equal(turns[1] && sayTurn(turns[1].turn), 'you')
})

test('each clock and review of a pathway that can be walked to the end is a clock here', () => {
  const whole = pathways.filter(({ steps }) => steps.includes('review'))
  assert.ok(whole.length >= 10)
  for (const { clocks, reviews } of whole)
    for (const id of [...clocks, ...reviews.filter(one => one !== 'DP-REV-06')])
      assert.ok(findClock(id).awaits)
})

test('every limit of the rules has its clock', () => {
  const ids = new Set(clocks.map(({ id }) => id))
  assert.deepEqual(
    clockLimits.map(({ id }) => id).filter(id => !ids.has(id)),
    [],
  )
})

test('two lanes on one day are warned of, lanes on their own days are not', () => {
  const plan = { lane: 'plan-review', on: on('2027-03-09') } as const
  assert.equal(
    bookingWarning([plan, { lane: 'money-audit', on: on('2027-03-09') }]).warning,
    'two-lanes-on-one-day',
  )
  assert.equal(bookingWarning([plan, { lane: 'money-audit', on: on('2027-03-10') }]).warning, null)
})

test('after the adult decision the child’s package moves on, or stops with notice, never by itself', () => {
  const facts = { born: on('2008-11-03'), weekly: pence(87000n) }
  const before = transitionOn({ ...facts, adult: { decided: null, granted: false } }, on('2026-11-02'))
  assert.deepEqual([before.childrensRight, before.alarm], ['goes-on', null])
  const granted = transitionOn(
    { ...facts, adult: { decided: on('2026-10-01'), granted: true } },
    on('2026-11-03'),
  )
  assert.deepEqual(
    [granted.adultRight, granted.next, granted.alarm],
    ['granted', 'move-to-adult-package', null],
  )
  const refused = transitionOn(
    { ...facts, adult: { decided: on('2026-12-01'), granted: false } },
    on('2026-12-01'),
  )
  assert.deepEqual(
    [refused.adultRight, refused.paymentGoesOn, refused.next],
    ['refused', true, 'stop-with-notice'],
  )
  assert.ok(refused.rules.includes('DP-STOP-N1'))
})
