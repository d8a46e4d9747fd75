import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { nothing, type Pence, pence } from '../../kernel/money.ts'
import type { Line } from '../types.ts'
import { creditable, creditSays, type NewCreditNote, whyNotCredit } from './crediting.ts'

const day = plainDate
const line = (place: number, accepted: bigint, more: Partial<Line> & { pays?: 'holder' } = {}): Line =>
  ({
    place,
    settled: null,
    credited: nothing,
    ...more,
    decided: { accepted: pence(accepted), disputed: nothing, pays: more.pays ?? 'nhs' },
  }) as Line
const invoice = {
  supplierKey: 'fernwaycare',
  datedOn: day('2026-06-01'),
  lines: [
    line(1, 8_000n),
    line(2, 5_000n, { credited: pence(4_000n) }),
    line(3, 2_000n, { pays: 'holder' }),
    { ...line(4, 1_000n), decided: null },
  ],
}
const facts = { invoice, known: ['c1'], today: day('2026-06-08') }
const note = (more: Partial<NewCreditNote> = {}, sums: readonly [number, bigint][] = [[1, 2_000n]]) => ({
  supplier: 'Fernway Care Ltd',
  theirs: 'C-2',
  datedOn: day('2026-06-01'),
  total: pence(sums.reduce((sum, [, amount]) => sum + amount, 0n)),
  because: 'Two hours that were not given',
  lines: sums.map(([place, amount]) => ({ place, amount: amount as Pence })),
  ...more,
})
const why = (...asked: Parameters<typeof note>) =>
  whyNotCredit(note(...asked), facts).map(({ place, problem }) => `${place ?? ''} ${problem}`.trim())

test('a credit note is at most what we pay of each line, all of them together', () => {
  assert.deepEqual(why({}, [[1, 8_000n]]), [])
  assert.deepEqual(why({}, [[1, 8_001n]]), ['1 more-than-the-line'])
  assert.deepEqual(why({}, [[2, 1_000n]]), [])
  assert.deepEqual(why({}, [[2, 1_001n]]), ['2 more-than-the-line'])
  assert.equal(creditable(invoice.lines[1] as Line), 1_000n)
})

test('another supplier, a number twice, a day outside and sums that do not add up are refused', () => {
  assert.deepEqual(why({ supplier: 'Larkfield Physio' }), ['another-supplier'])
  assert.deepEqual(why({ supplier: 'FERNWAY CARE LIMITED' }), [])
  assert.deepEqual(why({ theirs: 'c 1' }), ['same-number'])
  assert.deepEqual(why({ theirs: '--' }), ['number-missing'])
  assert.deepEqual(why({ datedOn: day('2026-05-31') }), ['before-the-invoice'])
  assert.deepEqual(why({ datedOn: day('2026-06-09') }), ['in-the-future'])
  assert.deepEqual(why({ total: pence(1_999n) }), ['does-not-add-up'])
  assert.deepEqual(why({ because: ' ' }), ['say-why'])
  assert.deepEqual(why({}, []), ['nothing-credited'])
})

test('lines that nobody accepted, and lines that we do not pay, are not credited here', () => {
  assert.deepEqual(why({}, [[4, 100n]]), ['4 not-accepted'])
  assert.deepEqual(why({}, [[3, 100n]]), ['3 not-paid-by-us'])
  assert.deepEqual(why({}, [[9, 100n]]), ['9 not-accepted'])
  for (const says of Object.values(creditSays)) assert.match(says, /^[A-Z]/)
})
