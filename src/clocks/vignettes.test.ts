import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Moment, plainDate } from '../kernel/days.ts'
import { pence } from '../kernel/money.ts'
import { type Backed, mustReconsider, type Setting, together } from '../rights/public.ts'
import { complaintTimes } from './complaints.ts'
import { findClock, sayStanding } from './definitions.ts'
import { type Due, dueAt, dueOn, type Run } from './due.ts'
import { bookingWarning, nextReview } from './reviews.ts'
import { transitionDates, transitionOn } from './transition.ts'
import type { Pause } from './types.ts'

const on = plainDate
const shows = (parts: readonly Backed[], ...expected: readonly string[]): void =>
  assert.deepEqual([...together(...parts).confidences].sort(), [...expected].sort())
function due(id: string, run: Run): Due {
  const found = dueOn(findClock(id), run)
  assert.ok(found)
  return found
}

test('V-05 the family has at least 15 days to comment on the draft plan and ask', () => {
  const comments = due('EHC-DRAFT', { start: on('2026-05-06') })
  assert.equal(comments.due, '2026-05-21')
  assert.ok(on('2026-05-11') <= comments.due)
  shows([comments], 'secondary')
})

test('V-25 three lanes and a council lane', () => {
  const firstPaid = on('2026-01-30')
  const first = nextReview({ firstPaid, held: [], of: 'icb' })
  const next = nextReview({ firstPaid, held: [on('2026-04-21')], of: 'icb' })
  const council = nextReview({ firstPaid, held: [], of: 'council' })
  assert.deepEqual([first.due, next.due, council.due], ['2026-04-30', '2027-04-21', '2026-07-30'])
  const booking = bookingWarning(
    (['plan-review', 'money-audit', 'eligibility'] as const).map(lane => ({ lane, on: on('2027-03-09') })),
  )
  assert.equal(booking.warning, 'three-lanes-on-one-day')
  assert.deepEqual(booking.lanes, ['plan-review', 'money-audit', 'eligibility'])
  shows([first, next, council, booking], 'secondary', 'forerunner')
})

test('V-26 the next review before and after one that an event brought about', () => {
  const firstPaid = on('2025-11-10')
  const before = nextReview({ firstPaid, held: [on('2026-02-10')], of: 'icb' })
  const after = nextReview({ firstPaid, held: [on('2026-06-24'), on('2026-02-10')], of: 'icb' })
  assert.deepEqual([before.due, after.due], ['2027-02-10', '2027-06-24'])
  shows([before, after], 'forerunner', 'secondary')
})

test('V-27 six, sixteen and twenty weeks, and a pause', () => {
  const abroad: Pause = { ground: 'absence', from: on('2026-04-20'), until: on('2026-05-17'), accepted: true }
  const request = { start: on('2026-02-16'), pauses: [abroad] }
  const decide = due('EHC-DECIDE', { ...request, met: on('2026-03-24') })
  const advice = due('EHC-ADVICE', { start: on('2026-04-01'), pauses: [abroad] })
  const refuse = due('EHC-REFUSE', request)
  const final = due('EHC-FINAL', request)
  assert.deepEqual([decide.due, decide.withPause], ['2026-03-30', '2026-03-30'])
  assert.deepEqual([advice.due, advice.withPause], ['2026-05-13', '2026-06-10'])
  assert.deepEqual([refuse.due, refuse.withPause], ['2026-06-08', '2026-07-06'])
  assert.deepEqual([final.due, final.withPause, final.pauseDays], ['2026-07-06', '2026-08-03', 28])
  shows([decide, advice, refuse, final], 'secondary')
})

test('V-28 28 days and 48 hours, which are expectations', () => {
  const decision = due('CHC-DECISION', { start: on('2026-03-02') })
  assert.equal(decision.due, '2026-03-30')
  assert.equal(dueAt(findClock('CHC-FT'), '2026-03-06T16:30:00.000Z' as Moment), '2026-03-08T16:30:00.000Z')
  for (const id of ['CHC-DECISION', 'CHC-FT'])
    assert.equal(sayStanding(findClock(id)), 'Expected in most cases. It is not a limit in law.')
  shows([decision], 'secondary')
})

test('V-29 a complaint with Easter in the way', () => {
  const times = complaintTimes({
    happened: on('2025-04-10'),
    received: on('2026-04-02'),
    holidays: new Set(['2026-04-03', '2026-04-06'].map(on)),
  })
  assert.deepEqual(
    [times.lastDayToComplain, times.inTime, times.acknowledgeBy, times.explainIfNoReplyBy],
    ['2026-04-10', true, '2026-04-09', '2026-10-02'],
  )
  shows([times], 'secondary')
})

test('V-30 the time for the answer is a local one', () => {
  const standard: Setting = {
    key: 'reconsideration-answer-working-days',
    value: 20,
    from: on('2025-04-01'),
    until: null,
    owner: 'Millbrook ICB',
    because: 'Service standard',
  }
  const answer = due('DP-DEC-07', { start: on('2026-02-03'), settings: [standard] })
  assert.deepEqual([answer.due, answer.setting?.owner], ['2026-03-03', 'Millbrook ICB'])
  assert.equal(dueOn(findClock('DP-DEC-07'), { start: on('2026-02-03') }), null)
  assert.equal(sayStanding(findClock('DP-DEC-07')), 'A local time. We found no limit in law.')
  const must = mustReconsider({
    subject: 'direct-payment-refused',
    asked: on('2026-02-03'),
    reconsidered: [],
    settings: [standard],
  })
  assert.equal(must.answerTime.statutoryLimit, 'none-found')
  shows([answer, must], 'statute-read', 'general-knowledge')
})

test('V-34 four ages of a child with continuing care', () => {
  const born = on('2008-11-03')
  const dates = transitionDates(born)
  assert.deepEqual(
    [dates.supportFrom, dates.checklistReferral, dates.decisionInPrinciple, dates.packageReady],
    ['2022-11-03', '2024-11-03', '2025-11-03', '2026-11-03'],
  )
  const adult = { decided: null, granted: false }
  const birthday = transitionOn({ born, weekly: pence(87000n), adult }, on('2026-11-03'))
  assert.deepEqual(
    [birthday.childrensRight, birthday.adultRight, birthday.paymentGoesOn, birthday.weekly, birthday.alarm],
    ['ended', 'to-be-decided-afresh', true, 87000n, 'adult-decision-overdue'],
  )
  shows([dates, birthday], 'secondary', 'statute-read', 'general-knowledge')
})
