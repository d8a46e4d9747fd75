import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainDate } from '../../kernel/days.ts'
import { nothing, type Pence, pence, plus } from '../../kernel/money.ts'
import type { ObligationId } from '../types.ts'
import { type Advance, leftOf, netAll, netOne, nextPart, sayAdvance } from './netting.ts'

const day = plainDate
const anAdvance = (about: Partial<Advance> = {}): Advance => ({
  id: 'one' as ObligationId,
  amount: pence(30_000n),
  taken: nothing,
  times: 0,
  parts: 3,
  floor: pence(80_000n),
  from: day('2026-07-01'),
  ...about,
})
const paid = (amount: bigint, dueOn = '2026-07-06') => ({ dueOn: day(dueOn), amount: pence(amount) })
const sums = (advance: Advance, all: readonly bigint[]) =>
  netAll(
    all.map(amount => paid(amount)),
    [advance],
  ).map(({ amount }) => amount)

test('an advance is taken off in equal parts, and the first ones take the odd pennies', () => {
  assert.deepEqual(sums(anAdvance(), [112_000n, 112_000n, 112_000n, 112_000n]), [
    102_000n,
    102_000n,
    102_000n,
    112_000n,
  ])
  const odd = anAdvance({ amount: pence(10_000n) })
  assert.deepEqual(sums(odd, [112_000n, 112_000n, 112_000n]), [108_666n, 108_667n, 108_667n])
})

test('no payment goes below its floor, to the penny, and what does not fit is taken later', () => {
  const table: readonly (readonly [bigint, bigint])[] = [
    [90_000n, 80_000n],
    [90_001n, 80_001n],
    [89_999n, 80_000n],
    [80_000n, 80_000n],
    [79_999n, 79_999n],
  ]
  for (const [amount, left] of table)
    assert.equal(netOne(paid(amount), [anAdvance()]).amount, left, String(amount))
  assert.deepEqual(sums(anAdvance(), [85_000n, 112_000n, 112_000n, 112_000n]), [
    80_000n,
    99_500n,
    99_500n,
    112_000n,
  ])
})

test('payments due before the day that was agreed are paid whole', () => {
  assert.equal(netOne(paid(112_000n, '2026-06-30'), [anAdvance()]).amount, 112_000n)
  assert.equal(netOne(paid(112_000n, '2026-07-01'), [anAdvance()]).amount, 102_000n)
})

test('two advances are taken off after each other, and neither passes the other’s floor', () => {
  const other = anAdvance({ id: 'two' as ObligationId, floor: pence(95_000n) })
  const { amount, taken } = netOne(paid(112_000n), [anAdvance(), other])
  assert.deepEqual([amount, taken.map(one => one.amount)], [95_000n, [10_000n, 7_000n]])
})

test('once all parts are over the rest is one part', () => {
  assert.equal(nextPart(anAdvance({ taken: pence(29_000n), times: 3 })), 1_000n)
  assert.equal(nextPart(anAdvance({ taken: pence(30_000n), times: 3 })), nothing)
})

const money = (least: bigint, most: bigint) => fc.bigInt(least, most).map(sum => sum as Pence)
const advances = fc.array(
  fc.record({
    amount: money(1n, 200_000n),
    parts: fc.integer({ min: 1, max: 24 }),
    floor: money(1n, 150_000n),
  }),
  { minLength: 1, maxLength: 4 },
)
const made = (all: readonly { amount: Pence; parts: number; floor: Pence }[]): readonly Advance[] =>
  all.map((one, place) => anAdvance({ ...one, id: `a${place}` as ObligationId }))

test('under any parts, floors, changes of amount and endings no penny is lost or taken twice', () => {
  fc.assert(
    fc.property(advances, fc.array(money(1n, 150_000n), { maxLength: 40 }), (some, amounts) => {
      const all = made(some)
      const netted = netAll(
        amounts.map(amount => paid(amount)),
        all,
      )
      for (const [place, { amount, taken }] of netted.entries()) {
        assert.equal(plus(amount, ...taken.map(one => one.amount)), amounts[place])
        for (const { obligation } of taken)
          assert.ok(amount >= (all.find(({ id }) => id === obligation)?.floor ?? nothing))
        assert.ok(amount > nothing)
      }
      for (const one of all) {
        const own = netted.flatMap(({ taken }) => taken.filter(({ obligation }) => obligation === one.id))
        const sum = plus(nothing, ...own.map(({ amount }) => amount))
        assert.ok(leftOf({ amount: one.amount, taken: sum }) >= nothing)
      }
    }),
  )
})

test('where the floor never bites, an advance is over after just so many payments, a penny apart', () => {
  fc.assert(
    fc.property(money(24n, 100_000n), fc.integer({ min: 1, max: 24 }), (amount, parts) => {
      const one = anAdvance({ amount, parts, floor: pence(1n) })
      const taken = netAll(Array(parts + 1).fill(paid(200_000n)), [one]).map(netted =>
        plus(nothing, ...netted.taken.map(part => part.amount)),
      )
      assert.equal(plus(...taken), amount)
      assert.equal(taken.at(-1), nothing)
      const [most, least] = [taken[0] ?? nothing, taken[parts - 1] ?? nothing]
      assert.ok(most - least <= 1n && most >= least)
    }),
  )
})

test('the holder is told in words what is taken off and where it stops', () => {
  assert.equal(
    sayAdvance(anAdvance()),
    'You need not send it back. We take £300.00 off your next 3 payments, £100.00 each time. ' +
      'No payment goes below £800.00 for it: what does not fit is taken later.',
  )
})
