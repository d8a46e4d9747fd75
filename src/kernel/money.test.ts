import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  costOf,
  larger,
  minus,
  negative,
  nothing,
  pence,
  plainMoney,
  plus,
  readMoney,
  readThousandths,
  sayMoney,
  sayThousandths,
  smaller,
  timesRoundedHalfUp,
} from './money.ts'

const anySum = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }).map(pence)
const thousandths = (text: string) => {
  const read = readThousandths(text)
  assert.ok(read !== null, text)
  return read
}

test('sums are added, taken away, turned round and compared to the penny', () => {
  assert.equal(plus(pence(1n), pence(2n), pence(-5n)), -2n)
  assert.equal(plus(), nothing)
  assert.equal(minus(pence(10n), pence(12n)), -2n)
  assert.equal(negative(pence(7n)), -7n)
  assert.equal(smaller(pence(3n), pence(4n)), 3n)
  assert.equal(larger(pence(3n), pence(4n)), 4n)
})

test('half a penny goes up, less than half goes down, and below nought it is the exact opposite', () => {
  const cases: [bigint, bigint, bigint, bigint][] = [
    [1n, 1n, 2n, 1n],
    [3n, 1n, 2n, 2n],
    [49n, 1n, 100n, 0n],
    [50n, 1n, 100n, 1n],
    [149n, 1n, 100n, 1n],
    [150n, 1n, 100n, 2n],
    [-1n, 1n, 2n, -1n],
    [-49n, 1n, 100n, 0n],
    [-50n, 1n, 100n, -1n],
    [50n, -1n, 100n, -1n],
    [-50n, -1n, 100n, 1n],
    [0n, 5n, 7n, 0n],
  ]
  for (const [sum, numerator, denominator, answer] of cases)
    assert.equal(
      timesRoundedHalfUp(sum, numerator, denominator),
      answer,
      `${sum} x ${numerator}/${denominator}`,
    )
})

test('a rounded fraction is never more than half a penny away from the true one', () => {
  const fraction = fc.bigInt({ min: 1n, max: 100_000n })
  fc.assert(
    fc.property(anySum, fraction, fraction, (sum, numerator, denominator) => {
      const off = timesRoundedHalfUp(sum, numerator, denominator) * denominator - sum * numerator
      assert.ok(2n * (off < 0n ? -off : off) <= denominator)
      assert.equal(
        timesRoundedHalfUp(-sum, numerator, denominator),
        -timesRoundedHalfUp(sum, numerator, denominator),
      )
    }),
  )
})

test('a fraction of nothing or less is a mistake of the programmer', () => {
  assert.throws(() => timesRoundedHalfUp(100n, 1n, 0n), RangeError)
  assert.throws(() => timesRoundedHalfUp(100n, 1n, -2n), RangeError)
})

test('units as agreed are read with up to three decimals and said back without idle noughts', () => {
  for (const [typed, count] of [
    ['37.5', 37_500n],
    ['0.125', 125n],
    ['12', 12_000n],
    ['-1.25', -1250n],
    [' 7 ', 7000n],
  ] as const) {
    assert.equal(readThousandths(typed), count, typed)
    assert.equal(sayThousandths(count), typed.trim())
  }
  for (const typed of [
    '',
    '.',
    '1.',
    '.5',
    '1.2345',
    '1,5',
    '1e3',
    '１',
    '1 2',
    '+1',
    '0x1',
    '1234567890123',
  ])
    assert.equal(readThousandths(typed), null, typed)
})

test('units times rate is rounded half up once', () => {
  assert.equal(costOf(thousandths('35'), pence(1740n)), 60_900n)
  assert.equal(costOf(thousandths('0.5'), pence(1n)), 1n)
  assert.equal(costOf(thousandths('0.499'), pence(1n)), 0n)
  assert.equal(costOf(thousandths('-0.5'), pence(1n)), -1n)
})

test('money is said with the sign, commas and pence, and plainly in files', () => {
  const cases = [
    [0n, '£0.00', '0.00'],
    [5n, '£0.05', '0.05'],
    [-500n, '-£5.00', '-5.00'],
    [120_410n, '£1,204.10', '1204.10'],
    [100_000_000n, '£1,000,000.00', '1000000.00'],
    [-99_999n, '-£999.99', '-999.99'],
  ] as const
  for (const [sum, said, plain] of cases) {
    assert.equal(sayMoney(pence(sum)), said)
    assert.equal(plainMoney(sum), plain)
  }
})

test('whatever sum we say or write, we read back as the same sum', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -99_999_999_999_999n, max: 99_999_999_999_999n }).map(pence), sum => {
      assert.equal(readMoney(sayMoney(sum)), sum)
      assert.equal(readMoney(plainMoney(sum)), sum)
    }),
  )
})

test('a sum is read as people type it', () => {
  const cases = [
    ['12', 1200n],
    ['12.5', 1250n],
    ['12.05', 1205n],
    [' £1,204.10 ', 120_410n],
    ['1204.1', 120_410n],
    ['-£5', -500n],
    ['£-5', -500n],
    ['0', 0n],
    ['999999999999', 99_999_999_999_900n],
    ['999,999,999,999.99', 99_999_999_999_999n],
  ] as const
  for (const [typed, sum] of cases) assert.equal(readMoney(typed), sum, typed)
})

test('anything else is not a sum, and is refused rather than guessed', () => {
  const refusals = [
    '',
    ' ',
    '£',
    '-',
    '.',
    '.5',
    '5.',
    '12.345',
    '1,20',
    '12,00',
    '1,2345',
    ',123',
    '1,234,',
    '1.204,10',
    '12p',
    'twelve',
    '1e3',
    '0x10',
    '１２',
    '٣',
    '--5',
    '+5',
    '12 50',
    '£1£2',
    '(5.00)',
    '5-',
    '1234567890123',
    '€5',
    'NaN',
    'Infinity',
    '1_000',
    '\u22125',
    '5\n6',
  ]
  for (const typed of refusals) assert.equal(readMoney(typed), null, JSON.stringify(typed))
})

test('more than twelve digits are refused with commas too', () => {
  assert.equal(readMoney('1,234,567,890,123'), null)
})
