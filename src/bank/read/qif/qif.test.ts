import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moves, one, reading, whyWhole, words } from '../fixtures/reading.ts'

const qif = (...records: readonly string[]): string =>
  `!Type:Bank\n${records.map(record => `${record}\n^\n`).join('')}`

test('read 1: QIF sums are signed, with commas between thousands', () => {
  assert.deepEqual(moves(one(qif('D01/05/2026\nT-5.00\nPA', 'D02/05/2026\nT2,500.00\nPB'))), [
    '2026-05-01 -5.00',
    '2026-05-02 2500.00',
  ])
})

test('read 2: what stands escaped in QIF is read in its letters', () => {
  const read = one(Buffer.from(qif('D01/05/2026\nT-5.00\nPR&amp;D CAFÉ\nMlunch\nN000123'), 'latin1'))
  assert.deepEqual(
    [read.lines[0]?.payee, read.lines[0]?.memo, read.lines[0]?.reference],
    ['R&D CAFÉ', 'lunch', '000123'],
  )
})

test('read 3: QIF days are day first in every form', () => {
  const days = [
    '03/04/2026',
    '3/4/26',
    "3/4'26",
    "03/04'2026",
    ' 3/ 4/26',
    '03.04.2026',
    '2026-04-03',
    '03-04-26',
  ]
  const read = one(qif(...days.map(day => `D${day}\nT-1.00`)))
  assert.deepEqual(
    read.lines.map(({ date }) => date),
    days.map(() => '2026-04-03'),
  )
})

test(
  'read 3: a day that only fits month first is refused, unless the whole file is written the ' +
    'American way',
  () => {
    const british = one(qif('D01/05/2026\nT-1.00', 'D12/13/2026\nT-2.00', 'D31/02/2026\nT-3.00'))
    assert.deepEqual([moves(british), british.refused.length], [['2026-05-01 -1.00'], 2])
    const american = one(qif("D2/14'2026\nT-1.00", "D2/3'2026\nT-2.00"))
    assert.deepEqual(moves(american), ['2026-02-14 -1.00', '2026-02-03 -2.00'])
    const both = one(qif("D2/14'2026\nT-1.00", 'D14/02/2026\nT-2.00'))
    assert.deepEqual([moves(both), both.refused.length], [['2026-02-14 -2.00'], 1])
  },
)

test('read 4: a split payment is one line', () => {
  const read = one(qif("D01/05/2026\nT-100.00\nPASHDALE\nSFood\nEhalf\n$-50.00\nSCare\nD1/10'2020\n$-50.00"))
  assert.deepEqual(moves(read), ['2026-05-01 -100.00'])
  assert.ok(words(read.lines[0]).includes('half'))
})

test('read 4: the last record counts without its mark', () => {
  assert.equal(one('!Type:Bank\nD01/05/2026\nT-1.00\n^\nD02/05/2026\nT-2.00').lines.length, 2)
})

test('read 5: records without a day or a readable sum are refused by their line', () => {
  const read = one(
    qif('D01/05/2026\nT5O.00', 'T-1.00\nPB', 'D02/05/2026\nPC', 'D02/05/2026\nT1,23', 'D03/05/2026\nT-1.00'),
  )
  assert.deepEqual(
    read.refused.map(({ line }) => line),
    [2, 5, 8, 11],
  )
  assert.deepEqual(moves(read), ['2026-05-03 -1.00'])
})

test('read 6: each account of a QIF file is a statement, and other lists are passed over', () => {
  const text =
    '!Option:AutoSwitch\n!Account\nNCurrent 20-00-00 ' +
    '12345678\nTBank\n^\n!Type:Bank\nD01/05/2026\nT-1.00\n^\n' +
    '!Account\nNSaver\nTBank\n^\n!Type:Bank\nD02/05/2026\nT2.00\n^\n!Type:Cat\nNFood\n^\n'
  const { statements } = reading(text)
  assert.deepEqual(statements.map(moves), [['2026-05-01 -1.00'], ['2026-05-02 2.00']])
  assert.deepEqual(
    statements.map(({ account }) => account?.accountNumber ?? null),
    ['12345678', null],
  )
})

test('read 7: QIF states no currency, so it is pounds, and no balance, so nobody can tell', () => {
  const read = one(qif('D01/05/2026\nT-1.00'))
  assert.deepEqual(
    [read.currency, read.opening, read.closing, read.arithmetic],
    ['GBP', null, null, 'cannot-tell'],
  )
})

test('read 12: a QIF file of investments or categories alone is refused', () => {
  assert.match(whyWhole('!Type:Cat\nNFood\n^\n'), /without payments/)
})

test('read 14: a QIF file with its heading and no records is a statement with no lines', () => {
  assert.deepEqual(one('!Type:CCard\n').lines, [])
})
