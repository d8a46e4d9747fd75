import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { pathwayOf, type Setting, type SettingKey } from '../../rights/public.ts'
import { daysLate, reconsiderationLimit, requestLimits } from './clock.ts'

const day = plainDate
const local = (key: SettingKey, from: string): Setting => ({
  key,
  value: 20,
  from: day(from),
  until: null,
  owner: 'NHS Millbrook ICB',
  because: 'Board of 4 December 2025',
})

test('the local standard comes first and is called local; what is expected is not called law', () => {
  const asked = { pathway: 'adult-continuing-healthcare', receivedOn: day('2026-03-03') } as const
  const limits = requestLimits(asked, [local('request-answer-working-days', '2026-01-01')])
  assert.deepEqual(limits, [
    { by: '2026-03-31', label: 'local standard, no limit in law found' },
    { by: '2026-03-31', label: 'expected in most cases, not a limit in law' },
  ])
})

test('bank holidays are no working days: 20 of them from 18 March 2026 end on 17 April', () => {
  const asked = { pathway: 'not-sure', receivedOn: day('2026-03-18') } as const
  const [limit] = requestLimits(asked, [local('request-answer-working-days', '2026-01-01')])
  assert.equal(limit?.by, '2026-04-17')
})

test('a setting that began after the request came does not count, and without any no day is promised', () => {
  const asked = { pathway: 'not-sure', receivedOn: day('2026-03-03') } as const
  assert.deepEqual(requestLimits(asked, [local('request-answer-working-days', '2026-03-04')]), [])
  assert.equal(requestLimits(asked, [local('request-answer-working-days', '2026-03-03')]).length, 1)
  assert.equal(reconsiderationLimit(day('2026-02-03'), []), null)
})

test('V-30: the time for the answer is a local setting of 20 working days, and is labelled so', () => {
  const settings = [local('reconsideration-answer-working-days', '2026-01-01')]
  assert.deepEqual(reconsiderationLimit(day('2026-02-03'), settings), {
    by: '2026-03-03',
    label: 'local standard, no limit in law found',
  })
})

test('a child’s request is expected to be decided within six weeks', () => {
  const receivedOn = day('2026-03-03')
  assert.deepEqual(
    requestLimits({ pathway: 'childrens-continuing-care', receivedOn }, []).map(({ by }) => by),
    ['2026-04-14'],
  )
  assert.deepEqual(requestLimits({ pathway: 'fast-track', receivedOn }, []), [])
})

test('the fast track never gets the 28 days of a full assessment, whatever a board has set', () => {
  const receivedOn = day('2026-03-03')
  const days = (pathway: string, settings: readonly Setting[] = []) =>
    requestLimits({ pathway, receivedOn }, settings).map(({ label }) => label)
  assert.deepEqual(days('fast-track'), [])
  assert.deepEqual(days('adult-continuing-healthcare'), ['expected in most cases, not a limit in law'])
  assert.deepEqual(days('fast-track', [local('request-answer-working-days', '2026-01-01')]), [
    'local standard, no limit in law found',
  ])
  const { clocks, decideBy } = pathwayOf('fast-track')
  assert.deepEqual([clocks.includes('CHC-DECISION'), decideBy], [false, null])
})

test('the due day itself is in time; the day after is one day late', () => {
  assert.equal(daysLate(day('2026-03-31'), day('2026-03-31')), 0)
  assert.equal(daysLate(day('2026-03-31'), day('2026-04-01')), 1)
  assert.equal(daysLate(null, day('2026-04-01')), 0)
})
