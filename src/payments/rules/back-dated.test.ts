import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysInside, plainDate } from '../../kernel/days.ts'
import { costOf, pence, type Thousandths } from '../../kernel/money.ts'
import { type DatedRate, previewBackDated, rateKnownOn } from './back-dated.ts'

const day = plainDate
const units = 30_000n as Thousandths

test('V-18 preview of arrears before anything is posted', () => {
  const rates: readonly DatedRate[] = [
    { rate: pence(1680n), from: day('2026-04-06'), recordedOn: day('2026-04-01') },
    { rate: pence(1735n), from: day('2026-04-06'), recordedOn: day('2026-06-22') },
  ]
  const preview = previewBackDated({
    units,
    before: pence(1680n),
    after: pence(1735n),
    from: day('2026-04-06'),
    paidUntil: day('2026-06-28'),
    weights: [57n, 43n],
    nextDays: 28,
  })
  assert.equal(preview.days / 7, 12)
  assert.equal(preview.arrears, 19_800n)
  assert.deepEqual(preview.shares, [11_286n, 8514n])
  assert.equal(preview.arrearsUntil, '2026-06-28')
  assert.equal(preview.nextPayment, 208_200n)
  assert.deepEqual(preview.nextShares, [118_674n, 89_526n])
  const known = (knownOn: string) => rateKnownOn(rates, { day: day('2026-05-03'), knownOn: day(knownOn) })
  assert.equal(known('2026-05-03'), 1680n)
  assert.equal(costOf(units, known('2026-05-03') ?? pence(0n)), 50_400n)
  assert.equal(known('2026-06-21'), 1680n)
  assert.equal(known('2026-06-22'), 1735n)
  assert.equal(known('2026-03-31'), null)
})

test('a rate that did not change brings no arrears', () => {
  const [from, paidUntil] = [day('2026-04-06'), day('2026-05-03')]
  const change = { units, before: pence(1680n), after: pence(1680n), from, paidUntil }
  const preview = previewBackDated({ ...change, weights: [1n], nextDays: daysInside(from, paidUntil) })
  assert.deepEqual([preview.arrears, preview.shares], [0n, [0n]])
})
