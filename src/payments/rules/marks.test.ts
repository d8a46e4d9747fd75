import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainDate } from '../../kernel/days.ts'
import { pence } from '../../kernel/money.ts'
import { byHandCsv } from './by-hand-csv.ts'
import { type Markable, type MarkProblem, readMarks } from './marks.ts'

const days = { releasedOn: plainDate('2026-06-08'), today: plainDate('2026-06-12') }
const aPayment = (about: Partial<Markable> = {}): Markable => ({
  endToEndId: 'PHB7K3M9QT-0000000000A1',
  amount: pence(112_000n),
  inFile: false,
  returned: false,
  byHand: null,
  ...about,
})
const head = 'reference,amount_gbp,paid_on,bank_reference'
const read = (rows: readonly string[], payments = [aPayment()]) =>
  readMarks([head, ...rows].join('\r\n'), payments, days)

const refusedFor = (row: string, about: Partial<Markable> = {}): readonly MarkProblem[] => {
  const found = read([row], [aPayment(about)])
  return found.ok ? found.refused.flatMap(({ because }) => because) : []
}

test('a row with the day and the bank’s reference is taken, in either way to write a day', () => {
  for (const day of ['2026-06-09', '09/06/2026', '9/6/2026'])
    assert.deepEqual(read([`PHB7K3M9QT-0000000000A1,1120.00,${day},FP-77`]), {
      ok: true,
      marks: [{ endToEndId: 'PHB7K3M9QT-0000000000A1', on: '2026-06-09', bankReference: 'FP-77' }],
      refused: [],
      already: 0,
      open: 0,
    })
})

test('each row that is not right is refused with every reason, both sides of each line', () => {
  const id = 'PHB7K3M9QT-0000000000A1'
  const table: readonly (readonly [string, Partial<Markable>, readonly MarkProblem[]])[] = [
    [`${id},1120.00,2026-06-08,FP-77`, {}, []],
    [`${id},1120.00,2026-06-07,FP-77`, {}, ['before-it-was-released']],
    [`${id},1120.00,2026-06-12,FP-77`, {}, []],
    [`${id},1120.00,2026-06-13,FP-77`, {}, ['in-the-future']],
    [`${id},1120.00,31/06/2026,FP-77`, {}, ['day-unreadable']],
    [`${id},1120.00,,FP-77`, {}, ['day-missing']],
    [`${id},1120.00,2026-06-09,`, {}, ['bank-reference-missing']],
    [`${id},1120.00,2026-06-09,${'x'.repeat(60)}`, {}, []],
    [`${id},1120.00,2026-06-09,${'x'.repeat(61)}`, {}, ['bank-reference-too-long']],
    [`${id},1120.01,2026-06-09,FP-77`, {}, ['amount-differs']],
    [`${id},,2026-06-09,FP-77`, {}, []],
    [`${id},eleven,2026-06-09,FP-77`, {}, ['amount-unreadable']],
    [`${id},1120.00,2026-06-09,FP-77`, { inFile: true }, ['in-a-file']],
    [`${id},1120.00,2026-06-09,FP-77`, { returned: true }, ['came-back']],
    ['PHBXXX,1120.00,,', {}, ['no-such-payment', 'day-missing', 'bank-reference-missing']],
    [`${id},1120.00`, {}, ['too-few-cells']],
  ]
  for (const [row, about, expected] of table) assert.deepEqual(refusedFor(row, about), expected, row)
})

test('what was noted before in the same words adds nothing, in other words it is refused', () => {
  const byHand = { on: plainDate('2026-06-09'), reference: 'FP-77' }
  const same = read(['PHB7K3M9QT-0000000000A1,1120.00,2026-06-09,FP-77'], [aPayment({ byHand })])
  assert.ok(same.ok && same.already === 1 && same.refused.length === 0)
  assert.deepEqual(refusedFor('PHB7K3M9QT-0000000000A1,1120.00,2026-06-10,FP-77', { byHand }), [
    'paid-otherwise',
  ])
})

test('of two rows for one payment the second is refused', () => {
  const row = 'PHB7K3M9QT-0000000000A1,1120.00,2026-06-09,FP-77'
  const found = read([row, row])
  assert.ok(found.ok)
  assert.deepEqual([found.marks.length, found.refused[0]?.because], [1, ['twice-in-this-file']])
})

test('a file without rows or without its columns is refused whole', () => {
  assert.deepEqual(readMarks('', [], days), { ok: false, because: 'empty', missing: [] })
  assert.deepEqual(readMarks('reference,amount_gbp\r\nA,1', [], days), {
    ok: false,
    because: 'columns-missing',
    missing: ['paid_on', 'bank_reference'],
  })
})

test('our own list comes back as it went out: nothing is paid, and nothing is refused', () => {
  const list = byHandCsv([
    {
      endToEndId: 'PHB7K3M9QT-0000000000A1',
      amount: pence(112_000n),
      to: { name: '=Ada', sortCode: '200000', accountNumber: '12345678' },
      leavesOn: plainDate('2026-06-08'),
      says: 'PHB-7K3M-9QT',
      byHand: null,
    },
  ])
  const found = readMarks(list, [aPayment()], days)
  assert.deepEqual(found, { ok: true, marks: [], refused: [], already: 0, open: 1 })
})

test('whatever is in a file, no payment is marked twice and every row is accounted for', () => {
  const ids = ['A', 'B', 'C'].map(letter => `PHB7K3M9QT-${letter.repeat(12)}`)
  const row = fc.record({
    id: fc.constantFrom(...ids, 'PHBOTHER'),
    day: fc.constantFrom('', '2026-06-09', '2026-06-30', 'soon'),
    reference: fc.constantFrom('', 'FP-1', 'FP-2'),
  })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), rows => {
      const payments = ids.map(endToEndId => aPayment({ endToEndId }))
      const found = read(
        rows.map(({ id, day, reference }) => `${id},,${day},${reference}`),
        payments,
      )
      assert.ok(found.ok)
      assert.equal(new Set(found.marks.map(one => one.endToEndId)).size, found.marks.length)
      assert.equal(found.marks.length + found.refused.length + found.open + found.already, rows.length)
    }),
  )
})

test('nothing that is sent makes the reader fail', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void readMarks(text, [aPayment()], days)))
})
