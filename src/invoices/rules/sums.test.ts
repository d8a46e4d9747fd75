import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Pence, pence, plus, type Thousandths } from '../../kernel/money.ts'
import { type Outcome, outcomes } from '../types.ts'
import { lineAddsUp, settle, splitLine, sumsOf } from './sums.ts'

type Part = Parameters<typeof sumsOf>[0][number]

test('units x rate is the amount, half a penny up, and a penny off is not', () => {
  const line = (units: bigint, rate: bigint, amount: bigint) =>
    lineAddsUp({ units: units as Thousandths, rate: pence(rate), amount: pence(amount) })
  assert.ok(line(1500n, 2001n, 3002n))
  assert.ok(!line(1500n, 2001n, 3001n))
  assert.ok(line(250n, 2002n, 501n))
})

test('a dispute is settled in full, in part, with nothing, or by a credit note', () => {
  const all = outcomes.map(outcome => settle(outcome, pence(1000n), pence(300n)))
  assert.deepEqual(
    all.map(({ paid, credited, refused }) => [paid, credited, refused]),
    [
      [1000n, 0n, 0n],
      [300n, 0n, 700n],
      [0n, 0n, 1000n],
      [700n, 300n, 0n],
    ],
  )
})

const penny = (most: bigint) => fc.bigInt({ min: 0n, max: most })
type Step = { readonly line: number; readonly outcome: Outcome; readonly part: bigint }
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({ line: fc.nat(5), outcome: fc.constantFrom(...outcomes), part: penny(100n) }),
  { maxLength: 30 },
)

/** The next thing that may happen to a line: it is decided, then its dispute is settled, then nothing. */
function next(line: Part, { outcome, part }: Step): Part {
  const of = (sum: Pence): Pence => pence((sum * part) / 100n)
  if (line.decided === null) return { ...line, decided: splitLine(line.amount, of(line.amount)) }
  if (line.settled !== null || line.decided.disputed === 0n) return line
  const { disputed } = line.decided
  return { ...line, settled: settle(outcome, disputed, of(disputed)) }
}

test('whatever is accepted, disputed, settled and credited: it adds up to what was invoiced', () => {
  fc.assert(
    fc.property(fc.array(penny(10_000_000n), { minLength: 1, maxLength: 6 }), steps, (amounts, all) => {
      const lines: Part[] = amounts.map(amount => ({ amount: pence(amount), decided: null, settled: null }))
      for (const step of all) {
        const at = step.line % lines.length
        const line = lines[at]
        if (line) lines[at] = next(line, step)
        const { open, accepted, disputed, refused, invoiced } = sumsOf(lines)
        assert.equal(plus(open, accepted, disputed, refused), invoiced)
        for (const sum of [open, accepted, disputed, refused]) assert.ok(sum >= 0n)
        if (lines.every(one => one.decided !== null))
          assert.equal(plus(accepted, disputed, refused), invoiced)
      }
    }),
  )
})
