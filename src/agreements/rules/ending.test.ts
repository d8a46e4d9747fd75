import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { pence } from '../../kernel/money.ts'
import { type EndFacts, earliestEnd, mustStop, whyNotEnd } from './ending.ts'
import { leftAfter, moneyFor, yearsBegun } from './year.ts'

const on = plainDate
const facts = (say: Partial<EndFacts> = {}): EndFacts => ({
  today: on('2026-09-07'),
  ends: on('2026-10-05'),
  ground: 'spent-outside-plan',
  because: '£96.00 was spent outside the plan.',
  noticeOn: on('2026-09-07'),
  noticeDays: 28,
  from: on('2026-04-06'),
  diedOn: null,
  ...say,
})

test('V-24: consent withdrawn must stop without waiting; the rest may, after the notice', () => {
  assert.equal(mustStop('capable-adult-without-consent'), true)
  assert.equal(mustStop('representative-withdraws-and-nobody-else-consents'), true)
  assert.equal(mustStop('representative-or-nominee-unsuitable'), false)
  assert.equal(mustStop('spent-outside-plan'), false)
  assert.equal(earliestEnd('capable-adult-without-consent', on('2026-09-07'), 28), on('2026-09-07'))
  assert.equal(earliestEnd('spent-outside-plan', on('2026-09-07'), 28), on('2026-10-05'))
})

test('notice is counted from the day after it is given: the 28th day is in time, the 27th is not', () => {
  assert.deepEqual(whyNotEnd(facts()), [])
  assert.deepEqual(whyNotEnd(facts({ ends: on('2026-10-04') })), ['notice-too-short'])
  assert.deepEqual(whyNotEnd(facts({ ends: on('2026-09-07'), ground: 'capable-adult-without-consent' })), [])
  assert.deepEqual(whyNotEnd(facts({ ends: on('2026-09-07'), ground: 'asked-by-the-person' })), [])
})

test('a death is its own ground, must be recorded first, and needs no agreed notice', () => {
  const died = { ground: 'patient-died', ends: on('2026-09-01') } as const
  assert.deepEqual(whyNotEnd(facts(died)), ['death-not-recorded'])
  assert.deepEqual(whyNotEnd(facts({ ...died, diedOn: on('2026-09-01') })), [])
  assert.deepEqual(whyNotEnd(facts({ diedOn: on('2026-09-01') })), ['person-has-died'])
})

test('every reason is given: no reasons written, notice in the future, an end before the beginning', () => {
  assert.deepEqual(whyNotEnd(facts({ because: ' ', noticeOn: on('2026-09-08'), ends: on('2026-04-05') })), [
    'reason-missing',
    'notice-in-the-future',
    'notice-too-short',
    'ends-before-it-began',
  ])
})

test('a budget year is twelve months and its money is weekly times its days by seven (K8)', () => {
  const [first, second] = yearsBegun(on('2026-04-06'), on('2027-04-06'))
  assert.deepEqual([first?.until, second?.from], [on('2027-04-05'), on('2027-04-06')])
  assert.equal(yearsBegun(on('2026-04-06'), on('2027-04-05')).length, 1)
  assert.equal(moneyFor(pence(70_000n), on('2026-04-06'), on('2027-04-05')), 3_650_000n)
  const of = { from: on('2026-04-06'), weekly: pence(70_000n) }
  assert.equal(leftAfter(of, on('2027-04-05'), 1), 0n)
  assert.equal(leftAfter(of, on('2027-03-29'), 1), 70_000n)
  assert.equal(leftAfter(of, on('2026-04-01'), 1), 3_650_000n)
})
