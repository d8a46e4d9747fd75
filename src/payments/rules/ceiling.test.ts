import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, plainDate } from '../../kernel/days.ts'
import { pence } from '../../kernel/money.ts'
import {
  checkUse,
  leftOfRepeat,
  monthsOf,
  type Repeat,
  sayLeft,
  sayStop,
  sayWarning,
  type Use,
} from './ceiling.ts'

const day = plainDate
/** Physiotherapy: twelve sessions, £600.00 in a year. */
const physio: Repeat = {
  ceiling: pence(60_000n),
  mostTimes: 12,
  from: day('2026-04-01'),
  until: day('2027-03-31'),
  agreed: true,
  ended: false,
}
const use = (on = '2026-06-08', amount = 5_000n, times = 1): Use => ({
  on: day(on),
  times,
  amount: pence(amount),
})
const six = ['05-01', '05-08', '06-01', '06-02', '07-01', '07-08'].map(on => use(`2026-${on}`))

test('each stop has two sides, and every reason is given', () => {
  const table: readonly (readonly [string, Partial<Repeat>, readonly Use[], Use, readonly string[]])[] = [
    ['agreed', {}, [], use(), []],
    ['not agreed', { agreed: false }, [], use(), ['not-agreed']],
    ['ended', { ended: true }, [], use(), ['has-ended']],
    ['the first day', {}, [], use('2026-04-01'), []],
    ['the day before', {}, [], use('2026-03-31'), ['outside-the-days']],
    ['the last day', {}, [], use('2027-03-31'), []],
    ['the day after', {}, [], use('2027-04-01'), ['outside-the-days']],
    ['all that is left', {}, six, use('2026-08-01', 30_000n), []],
    ['a penny more', {}, six, use('2026-08-01', 30_001n), ['more-than-the-ceiling']],
    ['the twelfth', { ceiling: pence(90_000n) }, [...six, ...six.slice(1)], use(), []],
    ['the thirteenth', { ceiling: pence(90_000n) }, [...six, ...six], use(), ['more-times-than-agreed']],
    ['nothing', {}, [], use('2026-06-08', 0n), ['amount-is-nothing']],
    [
      'ended and too much',
      { ended: true },
      six,
      use('2026-08-01', 30_001n),
      ['has-ended', 'more-than-the-ceiling'],
    ],
  ]
  for (const [says, about, uses, one, stops] of table)
    assert.deepEqual(checkUse({ ...physio, ...about }, uses, one).stops, stops, says)
})

test('a month may take more than its even share of the whole: a warning, never a stop', () => {
  const share = checkUse(physio, [], use('2026-06-08', 5_000n))
  const more = checkUse(physio, [], use('2026-06-08', 5_001n))
  assert.deepEqual([share.warnings, more.warnings, more.stops], [[], ['more-than-a-month'], []])
  assert.equal(monthsOf(physio), 12)
})

test('a second one on a day and little left are looked at first', () => {
  assert.deepEqual(checkUse(physio, [use()], use()).warnings, ['more-than-a-month', 'same-day-before'])
  const nearly = [use('2026-05-01', 43_000n)]
  assert.deepEqual(checkUse(physio, nearly, use('2026-06-08', 5_000n)).warnings, [])
  assert.deepEqual(checkUse(physio, nearly, use('2026-06-08', 5_001n)).warnings, [
    'more-than-a-month',
    'little-left',
  ])
})

test('what is little is the body’s own figure of the day', () => {
  const nearly = [use('2026-05-01', 43_000n)]
  const warned = (little: number, amount: bigint) =>
    checkUse({ ...physio, little }, nearly, use('2026-06-08', amount)).warnings.includes('little-left')
  assert.deepEqual(
    [warned(25, 2_000n), warned(25, 2_001n), warned(10, 11_000n), warned(10, 11_001n)],
    [false, true, false, true],
  )
  assert.match(sayWarning('little-left', { ...physio, little: 25 }), /less than 25 % of £600\.00 is left/)
  assert.match(sayWarning('little-left', physio), /less than 20 %/)
})

test('what is left is said in words, and so is every reason', () => {
  assert.equal(sayLeft(physio, six), '6 of 12 times and £300.00 of £600.00 are left, until 31 March 2027.')
  assert.match(sayStop('more-than-the-ceiling', physio, six), /£300\.00 of £600\.00/)
  assert.match(sayStop('outside-the-days', physio, six), /1 April 2026 to 31 March 2027/)
  assert.match(sayWarning('more-than-a-month', physio), /£50\.00/)
})

test('a ceiling is never passed, in whatever order uses are asked for', () => {
  const one = fc.record({
    amount: fc.bigInt(0n, 30_000n),
    times: fc.integer({ min: 0, max: 4 }),
    day: fc.integer({ min: -20, max: 400 }),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 40 }), asked => {
      const taken: Use[] = []
      for (const { amount, times, day: after } of asked) {
        const next = { on: addDays(physio.from, after), times, amount: pence(amount) }
        if (checkUse(physio, taken, next).stops.length === 0) taken.push(next)
        const left = leftOfRepeat(physio, taken)
        assert.ok(left.left >= 0n && left.timesLeft >= 0)
        assert.equal(left.used + left.left, physio.ceiling)
      }
    }),
  )
})
