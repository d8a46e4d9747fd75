import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, plainDate } from '../../kernel/days.ts'
import { type Pence, pence } from '../../kernel/money.ts'
import {
  forecastOne,
  methodOfOne,
  monthEnds,
  type OneBudget,
  type WhyNoForecast,
  whyNoForecast,
  whyNoForecastSays,
} from './one-budget.ts'

const until = plainDate('2026-06-28')
/** £100 a week, paid every Sunday for 13 weeks up to the last day of evidence, £3,900 left on that day. */
const steady = (more: Partial<OneBudget> = {}): OneBudget => ({
  today: plainDate('2026-07-01'),
  year: { from: plainDate('2026-03-30'), until: plainDate('2027-03-28') },
  evidence: { from: plainDate('2026-03-30'), until },
  left: pence(390_000n),
  spent: Array.from({ length: 13 }, (_, week) => ({ on: addDays(until, -7 * week), sum: pence(10_000n) })),
  moreWeekly: pence(0n),
  ...more,
})
const sure = (one: OneBudget) => {
  const forecast = forecastOne(one)
  assert.ok(forecast.ok, forecast.ok ? '' : forecast.because.join())
  return forecast
}
const why = (more: Partial<OneBudget>): readonly WhyNoForecast[] => {
  const forecast = forecastOne(steady(more))
  return forecast.ok ? [] : forecast.because
}

test('a steady £100 a week lasts to the last day of the year, and leaves nothing', () => {
  const { weekly, lasts, lastsTheYear, leftAtEnd, low, high, over } = sure(steady())
  assert.deepEqual([weekly, lasts, lastsTheYear, leftAtEnd], [10_000n, '2027-03-28', true, 0n])
  assert.deepEqual([low, high], [0n, 0n])
  assert.deepEqual(over, { from: '2026-03-30', until: '2026-06-28' })
  assert.match(methodOfOne, /last 13 weeks/)
})

test('a pound a week less left runs out sooner, and says what is missing at the end', () => {
  const { lasts, lastsTheYear, leftAtEnd } = sure(steady({ left: pence(386_100n) }))
  assert.deepEqual([lasts, lastsTheYear, leftAtEnd], ['2027-03-25', false, -3_900n])
})

test('only the last 13 weeks count', () => {
  const spent = [...steady().spent, { on: addDays(until, -91), sum: pence(900_000n) }]
  const evidence = { from: addDays(until, -120), until }
  assert.equal(sure(steady({ spent, evidence })).weekly, 10_000n)
})

test('wages each 30 days weigh more in 13 weeks than in any four: the range holds the forecast', () => {
  const spent = [0, 30, 60, 90].map(ago => ({ on: addDays(until, -ago), sum: pence(40_000n) }))
  const { low, leftAtEnd, high } = sure(steady({ spent }))
  assert.ok(low <= leftAtEnd && leftAtEnd <= high, `${low} to ${high} holds ${leftAtEnd}`)
})

test('the range is that of the cheapest and the dearest four weeks', () => {
  const spent = steady().spent.map((one, week) => (week < 4 ? { ...one, sum: pence(12_500n) } : one))
  const { low, leftAtEnd, high } = sure(steady({ spent }))
  assert.equal(high, 0n)
  assert.equal(low, 390_000n - 39n * 12_500n)
  assert.ok(low < leftAtEnd && leftAtEnd < high)
})

test('one more night a week from tomorrow brings the day forward and takes its cost off the end', () => {
  const { lasts, leftAtEnd, weekly } = sure(steady({ moreWeekly: pence(7_000n) }))
  const daysToCome = 270n
  assert.deepEqual([weekly, leftAtEnd], [17_000n, -(daysToCome * 1_000n)])
  assert.equal(lasts, '2026-12-06')
  const fewer = sure(steady({ moreWeekly: pence(-7_000n) }))
  assert.deepEqual([fewer.lastsTheYear, fewer.leftAtEnd], [true, 270_000n])
  assert.equal(sure(steady({ moreWeekly: pence(-10_000n) })).lasts, null)
})

test('money that is gone already is said to have lasted until the evidence ends', () => {
  assert.equal(sure(steady({ left: pence(0n), moreWeekly: pence(100n) })).lasts, until)
})

test('there is no forecast without an agreement, or with no, too little or too old evidence', () => {
  assert.deepEqual(why({ year: null }), ['no-agreement'])
  assert.deepEqual(why({ evidence: null }), ['no-evidence'])
  assert.deepEqual(why({ evidence: { from: addDays(until, -55), until } }), [])
  assert.deepEqual(why({ evidence: { from: addDays(until, -54), until } }), ['too-little-evidence'])
  assert.deepEqual(why({ today: addDays(until, 91) }), [])
  assert.deepEqual(why({ today: addDays(until, 92) }), ['evidence-too-old'])
  const short = { from: addDays(until, -3), until }
  assert.deepEqual(why({ spent: [], evidence: short, today: addDays(until, 200) }), [
    'too-little-evidence',
    'evidence-too-old',
    'nothing-spent',
  ])
  for (const one of whyNoForecast) assert.ok(whyNoForecastSays[one].endsWith('.'))
})

test('evidence of the year before gives the pace, and the new year begins with its own money', () => {
  const year = { from: plainDate('2026-07-01'), until: plainDate('2027-06-30') }
  const { leftAtEnd, expected } = sure(steady({ year, left: pence(521_429n) }))
  assert.equal(leftAtEnd, 521_429n - 521_429n)
  assert.equal(expected[0]?.day, '2026-07-31')
})

test('what is expected is said for each month’s last day and the last day of the year', () => {
  const { expected } = sure(steady())
  assert.equal(expected.length, 10)
  assert.deepEqual(expected[0], { day: '2026-06-30', sum: (390_000n - 2_857n) as Pence })
  assert.deepEqual(expected.at(-1), { day: '2027-03-28', sum: 0n })
  const ends = monthEnds(plainDate('2026-01-31'), plainDate('2026-03-15'))
  assert.deepEqual(ends, ['2026-02-28', '2026-03-15'])
})
