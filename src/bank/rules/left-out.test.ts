import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { camt, csvWithBalance, mt940, ofx, plainCsv, qif } from '../merge/fixtures/merging.ts'
import { emptyAccount, merge } from '../merge/merge.ts'
import type { Statement } from '../read/types.ts'
import { chosenBefore, keepOnly, manyIn, marksOf, sumWith } from './left-out.ts'

const numRuns = Number(process.env['OPENPHB_SEQUENCES'] ?? 500)
const [first] = csvWithBalance(
  100,
  '01 -4.00 TAXI',
  '02 -5.00 FOOD',
  '02 -6.00 RENT',
  '03 90.00 NHS',
  '04 -1.00 TEA',
)
const whole = first ?? assert.fail()

test('kept lines stay in their order, and between them stand counts and sums of what was left out', () => {
  const { statement, leftOut } = keepOnly(whole, new Set([0, 3]))
  assert.deepEqual(
    statement.lines.map(({ payee }) => payee),
    ['TAXI', 'NHS'],
  )
  assert.deepEqual(leftOut, [
    { after: 1, many: 2, sum: -1_100n },
    { after: 2, many: 1, sum: -100n },
  ])
  assert.equal(manyIn(leftOut), 3)
})

test('what was left out leaves no text and no day behind, in lines, refused rows or remarks', () => {
  const wrong = { ...whole, refused: [{ line: 4, why: 'We could not read “RENT 6.0.0”' }] }
  const kept = JSON.stringify(keepOnly(wrong, new Set([0])).statement, (_name, one) =>
    typeof one === 'bigint' ? String(one) : one,
  )
  assert.ok(kept.includes('TAXI') && !/FOOD|RENT|NHS|TEA/.test(kept))
})

test('nothing kept and everything kept are both whole statements', () => {
  const none = keepOnly(whole, new Set())
  assert.deepEqual(none.leftOut, [{ after: 0, many: 5, sum: 7_400n }])
  const all = keepOnly(whole, new Set([0, 1, 2, 3, 4]))
  assert.deepEqual([all.leftOut, all.statement.lines], [[], whole.lines])
  assert.deepEqual(none.statement.period, { from: '2026-05-01', to: '2026-05-04' })
  const [plain] = plainCsv('01 -4.00 TAXI', '02 -5.00 FOOD')
  assert.equal(keepOnly(plain ?? assert.fail(), new Set()).statement.period, null)
})

test('a line is known again by its surest mark: the id, then the balance, then day, sum and text', () => {
  const marks = ['id', 'balance', 'text']
  const table: readonly (readonly [known: Readonly<Record<string, boolean>>, answer: boolean | null])[] = [
    [{}, null],
    [{ text: false }, false],
    [{ text: false, balance: true }, true],
    [{ text: true, balance: true, id: false }, false],
  ]
  for (const [known, answer] of table)
    assert.equal(chosenBefore(marks, new Map(Object.entries(known))), answer, JSON.stringify(known))
})

test('of equal lines of a day each has a mark of its own; the format makes no difference', () => {
  const text = (statement: Statement | undefined) =>
    marksOf(statement ?? assert.fail()).map(marks => marks.at(-1))
  const [table] = plainCsv('01 -4.00 TAXI', '01 -4.00 TAXI', '01 -4.00 BUS')
  assert.equal(new Set(text(table)).size, 3)
  const [other] = qif('01 -4.00 TAXI', '01 -4.00 TAXI', '01 -4.00 BUS')
  assert.deepEqual(text(other), text(table))
})

const payment = fc.record({
  day: fc.integer({ min: 1, max: 12 }),
  sum: fc.constantFrom('-4.00', '-45.00', '90.00'),
  text: fc.constantFrom('TAXI', 'PHYSIO', 'RENT', 'FOOD'),
})
const truth = fc
  .array(payment, { maxLength: 14 })
  .map(all => all.toSorted((a, b) => a.day - b.day).map((one, at) => ({ ...one, at })))
const span = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
type True = readonly {
  readonly day: number
  readonly sum: string
  readonly text: string
  readonly at: number
}[]
const two = (day: number): string => String(day).padStart(2, '0')
const comma = (sum: number): string => sum.toFixed(2).replace('.', ',')

function statementOf(all: True, [from, to]: readonly [number, number], format: string): readonly Statement[] {
  const inside = all.filter(({ day }) => day >= from && day <= to)
  const before = all.filter(({ day }) => day < from).reduce((sum, one) => sum + Number(one.sum), 1000)
  const rows = inside.map(({ day, sum, text }) => `${two(day)} ${sum} ${text}`)
  if (format === 'balance') return csvWithBalance(before, ...rows)
  if (format === 'qif') return qif(...rows)
  if (format === 'plain') return plainCsv(...rows)
  const days = [two(from), two(to)] as const
  const after = inside.reduce((sum, one) => sum + Number(one.sum), before)
  if (format === 'mt940') return mt940(days, [comma(before), comma(after)], ...rows)
  const withIds = inside.map(({ day, sum, text, at }) => `${two(day)} ${sum} F${at} ${text}`)
  return format === 'camt' ? camt(days, ...withIds) : ofx(days, ...withIds)
}

const aboutBudget = (line: { readonly payee: string; readonly memo: string; readonly reference: string }) =>
  /TAXI|PHYSIO/.test(`${line.payee}${line.memo}${line.reference}`)

/**
 * Files one after another, as the holder sends them: what is asked about is chosen once, by what it is for.
 */
function sendAll(files: readonly (readonly Statement[])[]) {
  const chosen = new Map<string, boolean>()
  const kept: Statement[] = []
  let asked = 0
  for (const statement of files.flat()) {
    const marks = marksOf(statement)
    const places = statement.lines.flatMap((line, at) => {
      const before = chosenBefore(marks[at] ?? [], chosen)
      if (before === null) asked += 1
      return (before ?? aboutBudget(line)) ? [at] : []
    })
    for (const [at, line] of statement.lines.entries())
      for (const mark of marks[at] ?? []) if (!chosen.has(mark)) chosen.set(mark, aboutBudget(line))
    const reduced = keepOnly(statement, new Set(places))
    if (statement.opening !== null && statement.closing !== null)
      assert.equal(
        statement.opening + sumWith(reduced.statement.lines, reduced.leftOut),
        statement.closing,
        'the balance is proved without the lines that were left out',
      )
    kept.push(reduced.statement)
  }
  return { asked, lines: merge(emptyAccount, kept).account.lines }
}

const scene = fc.record({
  truth,
  spans: fc.array(fc.tuple(span, fc.constantFrom('plain', 'balance', 'ofx', 'qif', 'camt', 'mt940')), {
    minLength: 1,
    maxLength: 5,
  }),
})

const shown = (lines: readonly { readonly date: string; readonly amount: bigint }[]) =>
  lines.map(({ date, amount }) => `${Number(date.slice(8))} ${amount}`).toSorted()

test('any order of overlapping statements keeps the same lines: those about the budget, once each', () => {
  fc.assert(
    fc.property(scene, fc.array(fc.nat(100), { minLength: 5, maxLength: 5 }), ({ truth, spans }, order) => {
      const files = spans.map(([days, format]) => statementOf(truth, days, format))
      const mixed = files.map((file, at) => [order[at] ?? 0, file] as const).toSorted((a, b) => a[0] - b[0])
      const [one, other] = [sendAll(files), sendAll(mixed.map(([, file]) => file))]
      const wanted = truth.filter(
        ({ day, text }) => /TAXI|PHYSIO/.test(text) && spans.some(([[from, to]]) => day >= from && day <= to),
      )
      const sums = wanted.map(({ day, sum }) => `${day} ${Math.round(Number(sum) * 100)}`).toSorted()
      assert.deepEqual(shown(one.lines), sums)
      assert.deepEqual(shown(other.lines), sums)
    }),
    { numRuns },
  )
})

test('the same days again, in the same format, are not asked about again', () => {
  fc.assert(
    fc.property(truth, span, fc.constantFrom('plain', 'balance', 'ofx', 'qif'), (all, days, format) => {
      const file = statementOf(all, days, format)
      const wider = statementOf(all, [1, 12], format)
      const once = sendAll([wider]).asked
      assert.equal(sendAll([wider, file]).asked, once)
      assert.equal(sendAll([file, wider]).asked, once)
    }),
    { numRuns },
  )
})
