import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Statement } from '../read/types.ts'
import { camt, csvWithBalance, gaps, mt940, ofx, plainCsv, qif } from './fixtures/merging.ts'
import { emptyAccount, merge } from './merge.ts'

/** How many sequences are tried; a long run asks for more: OPENPHB_SEQUENCES=20000 npm test -- merge/order */
const numRuns = Number(process.env['OPENPHB_SEQUENCES'] ?? 500)

/** What truly happened: a few payments on a few days, many of them equal. */
const payment = fc.record({
  day: fc.integer({ min: 1, max: 12 }),
  sum: fc.constantFrom('-4.00', '-45.00', '90.00'),
  text: fc.constantFrom('TAXI', 'PHYSIO'),
})
const truth = fc
  .array(payment, { maxLength: 14 })
  .map(all => all.toSorted((a, b) => a.day - b.day).map((one, at) => ({ ...one, at })))
const span = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
const kind = fc.constantFrom('plain', 'balance', 'ofx', 'qif', 'camt', 'mt940')

type True = readonly {
  readonly day: number
  readonly sum: string
  readonly text: string
  readonly at: number
}[]
const comma = (sum: number): string => sum.toFixed(2).replace('.', ',')
const two = (day: number): string => String(day).padStart(2, '0')

/** The statement that a bank would give of some days, in one of its formats. */
function statementOf(all: True, [from, to]: readonly [number, number], format: string): readonly Statement[] {
  const inside = all.filter(({ day }) => day >= from && day <= to)
  const before = all.filter(({ day }) => day < from).reduce((sum, one) => sum + Number(one.sum), 1000)
  const rows = inside.map(({ day, sum, text }) => `${two(day)} ${sum} ${text}`)
  if (format === 'balance') return csvWithBalance(before, ...rows)
  if (format === 'qif') return qif(...rows)
  if (format === 'plain') return plainCsv(...rows)
  const days = [two(from), two(to)] as const
  if (format === 'mt940') {
    const after = inside.reduce((sum, one) => sum + Number(one.sum), before)
    return mt940(days, [comma(before), comma(after)], ...rows)
  }
  const withIds = inside.map(({ day, sum, text, at }) => `${two(day)} ${sum} F${at} ${text}`)
  return format === 'camt' ? camt(days, ...withIds) : ofx(days, ...withIds)
}

const scene = fc.record({
  truth,
  spans: fc.array(fc.tuple(span, kind), { minLength: 1, maxLength: 6 }),
  shuffle: fc.array(fc.nat(100), { minLength: 6, maxLength: 6 }),
  cut: fc.nat(6),
})

const shuffled = <Item>(items: readonly Item[], by: readonly number[]): readonly Item[] =>
  items
    .map((item, at) => [by[at] ?? 0, at, item] as const)
    .toSorted((a, b) => a[0] - b[0] || b[1] - a[1])
    .map(([, , item]) => item)

test('import 5: whatever the order of files, and in one command or several, the account is the same', () => {
  fc.assert(
    fc.property(scene, ({ truth, spans, shuffle, cut }) => {
      const files = spans.map(([days, format]) => statementOf(truth, days, format))
      const atOnce = merge(emptyAccount, files.flat())
      const mixed = shuffled(files, shuffle)
      const first = merge(emptyAccount, mixed.slice(0, cut).flat())
      const second = merge(first.account, mixed.slice(cut).flat())
      const third = merge(second.account, files.flat())
      assert.deepEqual(second.account.lines, atOnce.account.lines)
      assert.deepEqual(gaps(second.account), gaps(atOnce.account))
      assert.deepEqual([third.added, third.account.lines], [0, atOnce.account.lines])
    }),
    { numRuns },
  )
})

test('import 3: overlapping statements of one truth give each payment of the days they cover, once', () => {
  fc.assert(
    fc.property(scene, ({ truth, spans }) => {
      const files = spans.map(([days, format]) => statementOf(truth, days, format))
      const covered = truth.filter(({ day }) => spans.some(([[from, to]]) => day >= from && day <= to))
      const { account, added, already } = merge(emptyAccount, files.flat())
      const found = account.lines.map(({ date, amount }) => `${Number(date.slice(8))} ${amount}`).toSorted()
      assert.deepEqual(
        found,
        covered.map(({ day, sum }) => `${day} ${Math.round(Number(sum) * 100)}`).toSorted(),
      )
      assert.equal(added, covered.length)
      assert.equal(
        added + already,
        files.flat().reduce((count, { lines }) => count + lines.length, 0),
      )
    }),
    { numRuns },
  )
})
