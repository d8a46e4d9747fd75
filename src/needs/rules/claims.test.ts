import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pence, readThousandths, sayMoney, type Thousandths } from '../../kernel/money.ts'
import { claimAgainstAgreed } from './claims.ts'

const units = (text: string): Thousandths => readThousandths(text) ?? (0n as Thousandths)

const walt = [
  { unit: 'night' as const, rate: pence(16825n), agreedWeekly: units('5'), claimed: units('19') },
  { unit: 'sleep-in' as const, rate: pence(7190n), agreedWeekly: units('2'), claimed: units('9') },
  { unit: 'mile' as const, rate: pence(45n), agreedWeekly: units('46'), claimed: units('181') },
]

test('V-13 nights, sleep-ins and miles stay what they are, and one above the agreement is flagged', () => {
  const answer = claimAgainstAgreed(walt, 4)
  assert.equal(sayMoney(answer.agreedWeekly), '£1,005.75')
  assert.equal(sayMoney(answer.agreed), '£4,023.00')
  assert.deepEqual(
    answer.lines.map(line => sayMoney(line.claimed)),
    ['£3,196.75', '£647.10', '£81.45'],
  )
  assert.equal(sayMoney(answer.claimed), '£3,925.30')
  assert.deepEqual(answer.above, [{ unit: 'sleep-in', units: 1000n, amount: 7190n }])
})

test('a claim of just what was agreed flags nothing', () => {
  assert.deepEqual(
    claimAgainstAgreed(
      walt.map(line => ({ ...line, claimed: (line.agreedWeekly * 4n) as Thousandths })),
      4,
    ).above,
    [],
  )
})
