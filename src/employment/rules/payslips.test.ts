import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { plainDate } from '../../kernel/days.ts'
import { anEngagement, aPayslip, aSheet, aTerm, spells } from '../examples.ts'
import { handOverFile, handOverOf } from './hand-over.ts'
import { payslipColumns, readPayslips, rowSays } from './payslips.ts'

const heading = payslipColumns.join(',')
const row =
  'PA-7K3M-9QT,2026-04-06,2026-05-03,2026-05-08,1238.40,38.20,21.00,112.64,23.00,23.00,0,1156.20,9.50,'
const read = (...rows: readonly string[]) => {
  const found = readPayslips([heading, ...rows, ''].join('\r\n'))
  assert.ok(found.ok)
  return found
}
const refusedFor = (text: string) => read(text).refused.flatMap(({ because }) => because)

test('a row is read to the penny, with days as 2026-05-08 or 08/05/2026', () => {
  const { id: _, givenAt: __, ...slip } = aPayslip()
  assert.deepEqual(read(row).rows, [{ line: 2, code: 'PA-7K3M-9QT', slip, correction: false }])
  const british = row.replace('2026-05-08', '08/05/2026').replace('1238.40', '"£1,238.40"')
  assert.deepEqual(read(british).rows[0]?.slip, slip)
  assert.equal(read(`${row}yes`).rows[0]?.correction, true)
})

test('each wrong row is set apart with every reason, and the right ones are kept', () => {
  assert.deepEqual(refusedFor(row.replace('2026-04-06', 'April')), ['period-unreadable'])
  assert.deepEqual(refusedFor(row.replace('2026-04-06', '2026-06-06')), ['ends-before-it-begins'])
  assert.deepEqual(refusedFor(row.replace('2026-05-08', '2026-02-30')), ['pay-day-unreadable'])
  assert.deepEqual(refusedFor(row.replace('1156.20', '1156.21')), ['does-not-add-up'])
  assert.deepEqual(refusedFor(row.replace('1238.40', 'lots')), ['sum-unreadable'])
  assert.deepEqual(refusedFor(row.replace('9.50', '-9.50')), ['sum-below-nought'])
  assert.deepEqual(refusedFor('PA-7K3M-9QT,2026-04-06'), ['too-few-cells'])
  const both = row.replace('2026-05-08', 'Friday').replace('9.50', '-9.50')
  assert.deepEqual(refusedFor(both), ['pay-day-unreadable', 'sum-below-nought'])
  const mixed = read(row, 'nonsense', row)
  assert.deepEqual([mixed.rows.length, mixed.refused.map(({ line }) => line)], [2, [3]])
  for (const says of Object.values(rowSays)) assert.match(says, /^[A-Z]/)
})

test('tax that is given back may be below nought', () => {
  const back = row.replace(',38.20,', ',-10.00,').replace('1156.20', '1204.40')
  assert.deepEqual(refusedFor(back), [])
})

test('a file without rows or without its columns is refused with what is missing', () => {
  assert.deepEqual(readPayslips(''), { ok: false, because: 'empty', missing: [] })
  const found = readPayslips('reference,net\r\nPA-1,5')
  assert.ok(!found.ok)
  assert.ok(found.missing.includes('gross') && !found.missing.includes('net'))
})

test('whatever is sent as payslips, reading it never throws, and no row is lost', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 60 }), (text, other) => {
      readPayslips(text)
      const found = readPayslips(`${heading}\n${other.replaceAll(/[\r\n"]/g, ' ')}\n${row}`)
      assert.ok(found.ok)
      assert.ok(found.rows.some(({ code }) => code === 'PA-7K3M-9QT'))
    }),
    { numRuns: 300 },
  )
})

const approved = {
  what: 'approved' as const,
  because: null,
  by: 'Gwen Tallis',
  on: plainDate('2026-04-13'),
  at: '2026-04-13T12:00:00.000Z' as never,
}

test('the file for payroll holds each unit at its rate, the gross, and no formula', () => {
  const one = anEngagement({
    assistant: '=Joan, Ellery',
    terms: [aTerm(), aTerm({ unit: 'mile', rate: 45n as never })],
    sheets: [
      aSheet({
        decided: approved,
        spells: [...spells([['2026-04-07', '7.5']]), ...spells([['2026-04-07', '12']], 'mile')],
      }),
    ],
  })
  const handed = handOverOf(one, plainDate('2026-05-03'))
  assert.ok(handed)
  const rows = parse(handOverFile([handed]), { bom: true, columns: true }) as Record<string, string>[]
  assert.deepEqual(
    rows.map(one => [
      one['unit'],
      one['units'],
      one['rate'],
      one['amount'],
      one['sort'],
      one['gross_of_all_lines'],
    ]),
    [
      ['hour', '7.5', '12.90', '96.75', 'pay', '96.75'],
      ['mile', '12', '0.45', '5.40', 'expense', '96.75'],
    ],
  )
  assert.equal(rows[0]?.['assistant'], "'=Joan, Ellery")
  assert.equal(handOverOf({ ...one, sheets: [] }, plainDate('2026-05-03')), null)
})
