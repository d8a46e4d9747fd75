import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvWithBalance, gaps, imported, mt940, ofx, plainCsv, qif } from './fixtures/merging.ts'

test('import 6: days between two stated periods are a gap, neighbouring periods leave none', () => {
  assert.deepEqual(gaps(imported(ofx(['01', '10']), ofx(['16', '31']))), ['11-15'])
  assert.deepEqual(gaps(imported(ofx(['01', '10']), ofx(['11', '31']))), [])
  assert.deepEqual(gaps(imported(ofx(['01', '20']), ofx(['05', '10']), ofx(['15', '31']))), [])
})

test('import 6: a statement that comes later closes its gap, in whatever order the files come', () => {
  const [a, b, c] = [ofx(['01', '10']), ofx(['11', '15']), ofx(['16', '31'])]
  assert.deepEqual(gaps(imported(c, a)), ['11-15'])
  assert.deepEqual(gaps(imported(c, a, b)), [])
  assert.deepEqual(gaps(imported(a, b, c)), [])
})

test('import 6: a table that opens at another balance than the one before closed shows a gap', () => {
  const first = csvWithBalance(100, '01 -5.00', '04 -5.00')
  assert.deepEqual(gaps(imported(first, csvWithBalance(70, '10 -1.00'))), ['05-09'])
  assert.deepEqual(gaps(imported(first, csvWithBalance(90, '10 -1.00'))), [])
  assert.deepEqual(gaps(imported(csvWithBalance(70, '10 -1.00'), csvWithBalance(90, '06 -20.00'), first)), [])
})

test('import 6: where the balance is carried over, days without a statement are no gap', () => {
  assert.deepEqual(
    gaps(
      imported(
        mt940(['01', '08'], ['100,00', '90,00'], '05 -10.00'),
        mt940(['11', '15'], ['90,00', '90,00']),
      ),
    ),
    [],
  )
  assert.deepEqual(
    gaps(
      imported(
        mt940(['01', '08'], ['100,00', '90,00'], '05 -10.00'),
        mt940(['11', '15'], ['80,00', '80,00']),
      ),
    ),
    ['09-10'],
  )
})

test(
  'import 6: a table that begins again on the last day of another takes up at any balance of ' + 'that day',
  () => {
    const first = csvWithBalance(100, '01 -5.00', '04 -5.00', '04 -6.00')
    assert.deepEqual(gaps(imported(first, csvWithBalance(95, '04 -5.00', '04 -6.00', '07 -1.00'))), [])
    assert.deepEqual(gaps(imported(first, csvWithBalance(84, '04 -2.00', '07 -1.00'))), [])
    assert.deepEqual(gaps(imported(first, csvWithBalance(50, '04 -2.00', '07 -1.00'))), ['04-04'])
  },
)

test('import 6: tables without balances show no gap themselves, and close those they speak for', () => {
  assert.deepEqual(gaps(imported(plainCsv('01 -1.00'), plainCsv('20 -1.00'))), [])
  assert.deepEqual(gaps(imported(ofx(['01', '10']), ofx(['20', '31']), qif('11 -1.00', '19 -2.00'))), [])
  assert.deepEqual(gaps(imported(ofx(['01', '10']), ofx(['20', '31']), qif('13 -1.00', '15 -2.00'))), [
    '11-12',
    '16-19',
  ])
})
