import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, plainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { nothing, pence, plus } from '../../kernel/money.ts'
import type { LineKey, LineSplit, Strand } from '../../needs/public.ts'
import { type AgreedSplit, type CostedLine, chargesFor } from './charges.ts'
import { correctionOf, type DisputedDays, type Issued, movedSums } from './corrections.ts'

const [board, council, school] = [
  newId<'organisation'>(),
  newId<'organisation'>(),
  newId<'organisation'>(),
] as const
const key = (name: string): LineKey => name as LineKey
const june = { from: plainDate('2026-06-01'), until: plainDate('2026-06-30') }
const line = (name: string, weekly: bigint): CostedLine => ({
  key: key(name),
  says: name,
  weekly: pence(weekly),
  from: plainDate('2026-04-01'),
  until: plainDate('2027-03-31'),
})
const byPercent = (name: string, health: bigint, care: bigint, education = 0n): LineSplit => ({
  key: key(name),
  way: 'percentage',
  parts: [
    { strand: 'health' as const, part: health },
    { strand: 'social-care' as const, part: care },
    { strand: 'education' as const, part: education },
  ].filter(({ part }) => part > 0n),
})
const bodies = new Map<Strand, typeof council>([
  ['health', board],
  ['social-care', council],
  ['education', school],
])
const agreedOn = plainDate('2026-08-01')
const split = (number: number, from: string, ...lines: readonly LineSplit[]): AgreedSplit => ({
  from: plainDate(from),
  number,
  agreedOn,
  lines: new Map(lines.map(one => [one.key, one])),
  bodies,
})

const nights = line('nights', 70_000n)
const half = split(1, '2026-04-01', byPercent('nights', 5_000n, 5_000n))

/** What a body was charged for June while some splits held. */
function issued(splits: readonly AgreedSplit[], lines: readonly CostedLine[], body = council): Issued {
  const charges = chargesFor({ body, period: june, lines, splits, disputes: [] })
  return {
    statement: newId<'recharge statement'>(),
    number: 1,
    body,
    period: june,
    charges: charges.map(one => ({ ...one, id: newId<'recharge'>(), dispute: null })),
  }
}
const noDispute = { open: [], settled: [] }
const corrected = (
  later: readonly AgreedSplit[],
  lines: readonly CostedLine[] = [nights],
  disputed: readonly DisputedDays[] = [],
) => correctionOf(issued([half], lines), { lines, splits: [half, ...later] }, { open: disputed, settled: [] })

test('a statement is corrected from the day from which the shares changed, and not before', () => {
  const from = (day: string) => corrected([split(2, day, byPercent('nights', 2_500n, 7_500n))])
  assert.deepEqual([from('2026-07-01'), from('2026-06-30')?.before], [null, 150_000n])
  const cases: readonly (readonly [day: string, after: bigint])[] = [
    ['2026-06-30', 152_500n],
    ['2026-06-16', 187_500n],
    ['2026-06-02', 222_500n],
    ['2026-06-01', 225_000n],
    ['2026-04-01', 225_000n],
  ]
  for (const [day, after] of cases) assert.equal(from(day)?.after, after, day)
})

test('nothing is corrected where the sums stay: the same shares again, or another line only', () => {
  assert.equal(corrected([split(2, '2026-06-16', byPercent('nights', 5_000n, 5_000n))]), null)
  const both = split(2, '2026-04-01', byPercent('nights', 5_000n, 5_000n), byPercent('meals', 10_000n, 0n))
  assert.equal(corrected([both], [nights, line('meals', 4_000n)]), null)
})

test('who carries nothing any more is charged nothing, and who is new is charged its part', () => {
  const toSchool = [split(2, '2026-06-01', byPercent('nights', 5_000n, 0n, 5_000n))]
  const gone = corrected(toSchool)
  assert.deepEqual([gone?.before, gone?.after, gone?.charges], [150_000n, nothing, []])
  const facts = { lines: [nights], splits: [half, ...toSchool] }
  const come = correctionOf(issued([half], [nights], school), facts, noDispute)
  assert.deepEqual([come?.before, come?.after], [nothing, 150_000n])
})

test('a line in dispute in these days is left as it is, and said; on other days it is not', () => {
  const later = [split(2, '2026-06-01', byPercent('nights', 2_500n, 7_500n), byPercent('meals', 0n, 10_000n))]
  const lines = [nights, line('meals', 7_000n)]
  const dispute = (from: string, until: string) => [
    { key: key('nights'), from: plainDate(from), until: plainDate(until) },
  ]
  const left = corrected(later, lines, dispute('2026-06-30', '2026-07-31'))
  assert.deepEqual([left?.before, left?.after, left?.leftOut], [nothing, 30_000n, ['nights']])
  const free = corrected(later, lines, dispute('2026-07-01', '2026-07-31'))
  assert.deepEqual([free?.before, free?.after, free?.leftOut], [150_000n, 255_000n, []])
})

test('what made up for a change from a past day stays charged as it was', () => {
  const before = issued([half], [nights])
  const [first] = before.charges
  assert.ok(first)
  const change = { ...first, id: newId<'recharge'>(), pence: pence(777n), change: newId() }
  const splits = [half, split(2, '2026-06-01', byPercent('nights', 0n, 10_000n))]
  const found = correctionOf({ ...before, charges: [first, change] }, { lines: [nights], splits }, noDispute)
  assert.deepEqual([found?.replaced, found?.before, found?.after], [[first], 150_000n, 300_000n])
})

const weight = fc.bigInt({ min: 0n, max: 10_000n })
const anySplit = fc.tuple(weight, weight, weight, fc.integer({ min: -61, max: 35 }))

test('whatever the shares become, in all nothing moves, and correcting again moves nothing', () => {
  fc.assert(
    fc.property(
      fc.array(anySplit, { minLength: 1, maxLength: 4 }),
      fc.array(fc.bigInt({ min: 1n, max: 10n ** 7n }), { minLength: 1, maxLength: 3 }),
      (all, sums) => {
        const lines = sums.map((weekly, at) => line(`line-${at}`, weekly))
        const later = all.map(([health, care, education, after], at): AgreedSplit => {
          const parts = lines.map(({ key: name }) => byPercent(name, health, care, education))
          return { ...split(at + 2, '2026-06-01', ...parts), from: addDays(june.from, after) }
        })
        const first = split(1, '2026-04-01', ...lines.map(one => byPercent(one.key, 3_333n, 3_333n, 3_334n)))
        const facts = { lines, splits: [first, ...later] }
        const statements = [council, school].map(body => issued([first], lines, body))
        const found = statements.flatMap(one => correctionOf(one, facts, noDispute) ?? [])
        const moved = movedSums(found, board)
        assert.equal(plus(nothing, ...moved.map(one => one.moved)), 0n)
        for (const { issued: of, charges, after } of found) {
          const next = charges.map(one => ({ ...one, id: newId<'recharge'>(), dispute: null }))
          assert.equal(correctionOf({ ...of, charges: next }, facts, noDispute), null)
          assert.equal(plus(nothing, ...charges.map(one => one.pence)), after)
          assert.ok(after >= 0n)
        }
      },
    ),
    { numRuns: Number(process.env.OPENPHB_SEQUENCES ?? 500) },
  )
})
