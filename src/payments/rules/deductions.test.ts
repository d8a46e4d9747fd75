import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, plainDate } from '../../kernel/days.ts'
import { minus, nothing, pence, plus } from '../../kernel/money.ts'
import { withTakenOff } from './deductions.ts'

const monday = plainDate('2026-06-08')
const payment = (week: number, amount = 36_500n, say: Partial<{ part: string; schedule: null }> = {}) => ({
  reference: 'PHB-7K3M-9QT',
  part: 'direct-payment',
  schedule: 's1' as string | null,
  dueOn: addDays(monday, week * 7),
  amount: pence(amount),
  ...say,
})
const deduction = (amount: bigint, week = 0, part = 'direct-payment') => ({
  id: `d${week}`,
  reference: 'PHB-7K3M-9QT',
  part,
  amount: pence(amount),
  from: addDays(monday, week * 7),
  because: 'Unused money',
})
const sums = (all: readonly { amount: bigint }[]) => all.map(({ amount }) => amount)

test('it comes off the first payment that is due on its day or later, and off no other', () => {
  const three = [payment(0), payment(1), payment(2)]
  assert.deepEqual(sums(withTakenOff(three, [deduction(10_000n)])), [26_500n, 36_500n, 36_500n])
  assert.deepEqual(sums(withTakenOff(three, [deduction(10_000n, 1)])), [36_500n, 26_500n, 36_500n])
  const dayAfter = { ...deduction(10_000n), from: addDays(monday, 1) }
  assert.deepEqual(sums(withTakenOff(three, [dayAfter])), [36_500n, 26_500n, 36_500n])
  assert.deepEqual(sums(withTakenOff(three, [deduction(10_000n, 3)])), sums(three))
})

test('never off something owed once, another part or another budget', () => {
  const others = [
    payment(0, 36_500n, { schedule: null }),
    payment(0, 36_500n, { part: 'third-party' }),
    { ...payment(0), reference: 'PHB-0000-000' },
  ]
  assert.deepEqual(sums(withTakenOff(others, [deduction(10_000n)])), sums(others))
})

test('a penny of the payment is always left, and what it cannot bear comes off no second one', () => {
  const table: readonly (readonly [taken: bigint, first: bigint])[] = [
    [36_499n, 1n],
    [36_500n, 1n],
    [99_999n, 1n],
    [36_498n, 2n],
  ]
  for (const [taken, first] of table)
    assert.deepEqual(sums(withTakenOff([payment(0), payment(1)], [deduction(taken)])), [first, 36_500n])
  assert.deepEqual(sums(withTakenOff([payment(0, 1n)], [deduction(5n)])), [1n])
})

test('whatever comes off, a penny is paid at least, never more, and one deduction off one payment', () => {
  const sum = fc.bigInt({ min: 1n, max: 100_000n })
  fc.assert(
    fc.property(
      fc.array(sum, { maxLength: 6 }),
      fc.array(fc.tuple(sum, fc.nat(8)), { maxLength: 4 }),
      (all, off) => {
        const payments = all.map((amount, week) => payment(week, amount))
        const found = withTakenOff(
          payments,
          off.map(([amount, week]) => deduction(amount, week)),
        )
        for (const [at, one] of found.entries()) {
          const before = payments[at]?.amount ?? nothing
          assert.ok(one.amount >= 1n && one.amount <= before)
          const taken = 'takenOff' in one ? (one.takenOff as { amount: typeof before }).amount : nothing
          assert.equal(minus(before, taken), one.amount)
        }
        const taken = plus(
          nothing,
          ...payments.map(({ amount }, at) => minus(amount, found[at]?.amount ?? nothing)),
        )
        assert.ok(taken <= plus(nothing, ...off.map(([amount]) => pence(amount))))
      },
    ),
  )
})
