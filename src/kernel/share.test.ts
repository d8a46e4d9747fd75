import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  costOf,
  minus,
  nothing,
  type Pence,
  pence,
  plus,
  readThousandths,
  share,
  timesRoundedHalfUp,
} from './money.ts'

const anySum = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }).map(pence)
const anyWeights = fc
  .array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: 1, maxLength: 12 })
  .filter(weights => weights.some(weight => weight > 0n))

test('shares always add up to the sum, whatever the weights', () => {
  fc.assert(
    fc.property(anySum, anyWeights, (sum, weights) => assert.equal(plus(...share(sum, weights)), sum)),
  )
})

test('no share is a penny or more away from its exact part, and a weight of nought pays nothing', () => {
  fc.assert(
    fc.property(anySum, anyWeights, (sum, weights) => {
      const all = weights.reduce((a, b) => a + b, 0n)
      for (const [place, part] of share(sum, weights).entries()) {
        const off = part * all - sum * (weights[place] ?? 0n)
        assert.ok((off < 0n ? -off : off) < all)
        if (weights[place] === 0n) assert.equal(part, 0n)
      }
    }),
  )
})

test('the same funders in another order share the same sum, each to within a penny', () => {
  fc.assert(
    fc.property(anySum, anyWeights, (sum, weights) => {
      const turned = share(sum, [...weights].reverse())
      assert.equal(plus(...turned), sum)
      for (const [place, part] of [...turned].reverse().entries()) {
        const off = part - (share(sum, weights)[place] ?? 0n)
        assert.ok(off >= -1n && off <= 1n)
      }
    }),
  )
})

test('weights in another unit (percent, or parts of a thousand) give the same shares', () => {
  fc.assert(
    fc.property(anySum, anyWeights, fc.bigInt({ min: 1n, max: 1000n }), (sum, weights, times) =>
      assert.deepEqual(
        share(
          sum,
          weights.map(weight => weight * times),
        ),
        share(sum, weights),
      ),
    ),
  )
})

test('a reversal is shared as the exact opposite', () => {
  fc.assert(
    fc.property(anySum, anyWeights, (sum, weights) =>
      assert.deepEqual(
        share(pence(-sum), weights),
        share(sum, weights).map(part => pence(-part)),
      ),
    ),
  )
})

test('of equal remainders the funder named first carries the odd penny', () => {
  assert.deepEqual(share(pence(100n), [1n, 1n, 1n]), [34n, 33n, 33n])
  assert.deepEqual(share(pence(101n), [1n, 1n, 1n]), [34n, 34n, 33n])
  assert.deepEqual(share(pence(1n), [0n, 1n, 1n]), [0n, 1n, 0n])
  assert.deepEqual(share(pence(-100n), [1n, 1n, 1n]), [-34n, -33n, -33n])
  assert.deepEqual(share(nothing, [3n, 7n]), [0n, 0n])
})

test('nobody to share with, weights of nought and a negative weight are mistakes of the programmer', () => {
  for (const weights of [[], [0n], [0n, 0n], [5n, -1n]])
    assert.throws(() => share(pence(10n), weights), RangeError)
})

test('V-11: £1,284.37 at 46, 38 and 16 per cent, and what the council pays of its share', () => {
  const [icb, socialCare, education] = share(pence(128_437n), [46n, 38n, 16n])
  assert.deepEqual([icb, socialCare, education], [59_081n, 48_806n, 20_550n])
  assert.equal(plus(icb ?? nothing, socialCare ?? nothing, education ?? nothing), 128_437n)
  assert.equal(minus(socialCare ?? nothing, pence(4520n)), 44_286n)
})

test('V-12: three equal shares of £1,064.86 give the penny to the funder listed first', () => {
  const cost = (units: string, rate: bigint): Pence => {
    const count = readThousandths(units)
    return count === null ? nothing : costOf(count, pence(rate))
  }
  const lines = [cost('35', 1740n), cost('14', 1985n), cost('2', 6850n)]
  assert.deepEqual(lines, [60_900n, 27_790n, 13_700n])
  const contingency = timesRoundedHalfUp(plus(...lines), 4n, 100n)
  assert.equal(contingency, 4096n)
  const weekly = plus(...lines, contingency)
  assert.equal(weekly, 106_486n)
  assert.deepEqual(share(weekly, [1n, 1n, 1n]), [35_496n, 35_495n, 35_495n])
})
