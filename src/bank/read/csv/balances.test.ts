import assert from 'node:assert/strict'
import { test } from 'node:test'
import { file, moves, one, reading, words } from '../fixtures/reading.ts'

const single = (...rows: readonly string[]) => one(file('Date,Description,Amount,Balance', ...rows))
const linesRefused = (read: { refused: readonly { line: number }[] }) => read.refused.map(({ line }) => line)

test('read 8: opening and closing follow the order of the file, whichever way it runs', () => {
  const oldest = single('01/05/2026,A,-1.00,99.00', '02/05/2026,B,-2.00,97.00', '02/05/2026,C,-3.00,94.00')
  const newest = single('02/05/2026,C,-3.00,94.00', '02/05/2026,B,-2.00,97.00', '01/05/2026,A,-1.00,99.00')
  const oneDay = single('02/05/2026,C,-3.00,94.00', '02/05/2026,B,-2.00,97.00', '02/05/2026,A,-1.00,99.00')
  for (const read of [oldest, newest, oneDay]) {
    assert.deepEqual(
      [read.opening, read.closing, read.arithmetic, read.outBy],
      ['100.00', '94.00', 'agrees', '0.00'],
    )
  }
})

test('read 8: interest booked out of the order of its days moves neither end', () => {
  const read = single(
    '30/04/2026,A,-30.00,70.00',
    '01/06/2026,B,-30.00,40.00',
    '31/05/2026,INTEREST,1.00,41.00',
    '30/06/2026,INTEREST,1.00,32.00',
    '01/07/2026,C,-10.00,31.00',
  )
  assert.deepEqual([read.opening, read.closing, read.arithmetic], ['100.00', '32.00', 'agrees'])
})

test('read 8: an empty balance on the oldest row does not hide the opening', () => {
  const read = single('03/05/2026,C,-3.00,94.00', '02/05/2026,B,-2.00,97.00', '01/05/2026,A,-1.00,')
  assert.deepEqual([read.opening, read.closing, read.arithmetic], ['100.00', '94.00', 'agrees'])
})

test('read 9: a hole in the running balance is reported, not repaired', () => {
  const read = single('02/05/2026,B,-2.00,90.88', '01/05/2026,A,-3.00,97.00')
  assert.deepEqual([read.arithmetic, read.outBy], ['does-not-agree', '4.12'])
})

test('read 9: refused rows leave the sum out by what they moved', () => {
  const read = single('01/05/2026,A,-1.00,99.00', '02/05/2026,B,5O.00,49.00', '03/05/2026,C,-1.00,48.00')
  assert.deepEqual([read.arithmetic, read.outBy], ['does-not-agree', '50.00'])
  const last = single('01/05/2026,A,-1.00,99.00', '02/05/2026,B,5O.00,49.00')
  assert.deepEqual([last.closing, last.arithmetic, last.outBy], ['49.00', 'does-not-agree', '50.00'])
  const dayless = single('31/04/2026,A,-1.00,99.00', '02/05/2026,B,-2.00,97.00')
  assert.deepEqual([dayless.opening, dayless.outBy], ['100.00', '1.00'])
})

test('read 9: without balances nobody can tell', () => {
  const read = one(file('Date,Description,Amount', '01/05/2026,A,-1.00'))
  assert.deepEqual(
    [read.opening, read.closing, read.arithmetic, read.outBy],
    [null, null, 'cannot-tell', null],
  )
})

test('read 10: a fee in its own column leaves the account with its payment', () => {
  const read = one(
    file(
      'Date,Description,Amount,Fee,Balance',
      '01/05/2026,A,-50.00,0.50,49.50',
      '02/05/2026,B,-1.00,,48.50',
      '03/05/2026,C,-1.00,x,47.50',
    ),
  )
  assert.deepEqual(moves(read), ['2026-05-01 -50.50', '2026-05-02 -1.00'])
  assert.deepEqual(linesRefused(read), [4])
})

test('read 13: a table is csv whatever divides its columns', () => {
  for (const mark of [',', ';', '\t', '|']) {
    const read = reading(
      `${['Date', 'Description', 'Amount'].join(mark)}\n${['01/05/2026', 'A', '-1.00'].join(mark)}`,
    )
    assert.deepEqual([read.format, read.statements[0]?.lines.length], ['csv', 1])
  }
})

test('read 14: a heading and no rows is a statement with no lines', () => {
  const read = single()
  assert.deepEqual([read.lines, read.refused, read.arithmetic, read.currency], [[], [], 'cannot-tell', 'GBP'])
})

test('read 2: the kind of payment stands in the memo', () => {
  const read = one(file('Date,Type,Description,Amount', '01/05/2026,DD,Ashdale Water,-9.00'))
  assert.deepEqual([read.lines[0]?.payee, read.lines[0]?.memo], ['Ashdale Water', 'DD'])
  assert.ok(words(read.lines[0]).includes('DD'))
})
