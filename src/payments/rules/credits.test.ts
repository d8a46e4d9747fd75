import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { pence } from '../../kernel/money.ts'
import { type Credit, withCredits } from './credits.ts'

type One = {
  readonly reference: string
  readonly amount: ReturnType<typeof pence>
  readonly supplier: { readonly name: string; readonly key: string } | null
  readonly lines: readonly { readonly line_key: string; readonly amount: ReturnType<typeof pence> }[]
}
const payment = (amount: bigint, more: { of?: string; to?: string; line?: string } = {}): One => ({
  reference: more.of ?? 'PHB-A',
  amount: pence(amount),
  supplier: { name: 'Fernway', key: more.to ?? 'fernway' },
  lines: [{ line_key: more.line ?? 'line-1', amount: pence(amount) }],
})
const credit = (left: bigint): Credit => ({
  id: 'c',
  reference: 'PHB-A',
  supplierKey: 'fernway',
  lineKey: 'line-1',
  left: pence(left),
})
const net = (payments: readonly One[], credits: readonly Credit[]) =>
  withCredits(payments, credits, one => one.lines).map(({ amount }) => amount)

test('a credit comes off the next payment to its supplier for its line, the rest off the one after', () => {
  assert.deepEqual(net([payment(8_000n), payment(8_000n)], [credit(2_000n)]), [6_000n, 8_000n])
  assert.deepEqual(net([payment(8_000n), payment(8_000n)], [credit(9_000n)]), [1n, 6_999n])
})

test('never off another budget, another supplier, another line or a holder’s payment', () => {
  const others = [
    payment(8_000n, { of: 'PHB-B' }),
    payment(8_000n, { to: 'larkfield' }),
    payment(8_000n, { line: 'line-2' }),
    { ...payment(8_000n), supplier: null },
  ]
  assert.deepEqual(net(others, [credit(2_000n)]), [8_000n, 8_000n, 8_000n, 8_000n])
})

test('to the penny: what is paid and what is taken off is what was owed, and no more than the credit', () => {
  fc.assert(
    fc.property(
      fc.array(fc.bigInt(1n, 9_000n), { maxLength: 8 }),
      fc.array(fc.bigInt(1n, 9_000n), { maxLength: 4 }),
      (owed, credits) => {
        const all = credits.map((left, place) => ({ ...credit(left), id: String(place) }))
        const found = withCredits(
          owed.map(amount => payment(amount)),
          all,
          one => one.lines,
        )
        const taken = found.flatMap(one => (one as { credited?: { amount: bigint }[] }).credited ?? [])
        const sum = (some: readonly { amount: bigint }[]) =>
          some.reduce((total, one) => total + one.amount, 0n)
        assert.equal(
          sum(found) + sum(taken),
          owed.reduce((total, one) => total + one, 0n),
        )
        assert.ok(sum(taken) <= credits.reduce((total, one) => total + one, 0n))
        assert.ok(found.every(({ amount }) => amount > 0n))
      },
    ),
  )
})
