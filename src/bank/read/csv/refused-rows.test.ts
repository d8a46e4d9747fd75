import assert from 'node:assert/strict'
import { test } from 'node:test'
import { file, moves, one } from '../fixtures/reading.ts'

const table = (...rows: readonly string[]) => one(file('Date,Description,Paid out,Paid in,Balance', ...rows))
const single = (...rows: readonly string[]) => one(file('Date,Description,Amount,Balance', ...rows))
const linesRefused = (read: { refused: readonly { line: number }[] }) => read.refused.map(({ line }) => line)

test(
  'read 1: sums may carry a pound sign, commas, a plus, a space after the sign, or lack ' + 'their pence',
  () => {
    const sums = [
      '"£1,204.10"',
      '+ £5.00',
      '- 2',
      '-£0.50',
      '£-7.00',
      '29.5',
      '12.00-',
      '12.00 CR',
      '12.00 DR',
      '(12.00)',
      '-.50',
      '12.00 GBP',
    ]
    const read = one(file('Date;Description;Amount', ...sums.map(sum => `01/05/2026;Ashdale;${sum}`)))
    const expected = [
      '1204.10',
      '5.00',
      '-2.00',
      '-0.50',
      '-7.00',
      '29.50',
      '-12.00',
      '12.00',
      '-12.00',
      '-12.00',
      '-0.50',
      '12.00',
    ]
    assert.deepEqual(
      read.lines.map(({ amount }) => amount),
      expected,
    )
  },
)

test(
  'read 1: money out may be written below nought, if the whole column is; a stray minus ' + 'is refused',
  () => {
    assert.deepEqual(moves(table('01/05/2026,A,-5.00,,', '02/05/2026,B,-6.00,,')), [
      '2026-05-01 -5.00',
      '2026-05-02 -6.00',
    ])
    assert.deepEqual(linesRefused(table('01/05/2026,A,-5.00,,', '02/05/2026,B,6.00,,')), [2])
  },
)

test('read 5: nothing is read out of half a number', () => {
  const sums = [
    '12abc',
    '"1,23"',
    '5O.00',
    '12..5',
    '12.',
    '1.234',
    '"1,2345.00"',
    '--5',
    '-5.00-',
    '1 2',
    '5.00 XYZ',
    '=5',
    '0x10',
    '1e3',
    '٥',
  ]
  const read = one(
    file('Date,Description,Amount', ...sums.map(sum => `01/05/2026,A,${sum}`), '01/05/2026,B,-1.00'),
  )
  assert.deepEqual(moves(read), ['2026-05-01 -1.00'])
  assert.deepEqual(
    linesRefused(read),
    sums.map((_, at) => at + 2),
  )
  assert.match(read.refused[0]?.why ?? '', /"12abc" is not an amount/)
})

test('read 5: both or neither of two amounts is refused; a nought beside a sum counts as empty', () => {
  const read = table(
    '01/05/2026,A,5.00,6.00,',
    '01/05/2026,B,,,',
    '01/05/2026,C,0.00,6.00,',
    '01/05/2026,D,7.00,0.00,',
    '01/05/2026,E,0.00,0.00,',
  )
  assert.deepEqual(moves(read), ['2026-05-01 6.00', '2026-05-01 -7.00'])
  assert.deepEqual(linesRefused(read), [2, 3, 6])
})

test('read 5: a row with more or fewer values than the heading is refused, and no column is shifted', () => {
  const read = one(
    file(
      'date,description,type,money in,money out,balance',
      '2026-05-01,ASHDALE, THE SHOP,VISA,,3.00,47.00',
      '2026-05-02,MILLBROOK,VISA,,3.00',
      '2026-05-03,MILLBROOK,VISA,,3.00,41.00,',
      '2026-05-04,MILLBROOK,VISA,,1.00,40.00',
    ),
  )
  assert.deepEqual(moves(read), ['2026-05-04 -1.00'])
  assert.deepEqual(linesRefused(read), [2, 3, 4])
})

test('read 5: where every row ends with a comma of its own, the rows are read', () => {
  const read = one('Date,Description,Amount\n01/05/2026,A,-1.00,\n02/05/2026,B,-2.00,\n')
  assert.deepEqual(moves(read), ['2026-05-01 -1.00', '2026-05-02 -2.00'])
})

test('read 5: lines are counted as an editor does, blank lines and line breaks in quotes included', () => {
  const text =
    'Title\n\nDate,Description,Amount\n\n01/05/2026,"Ashdale\nCare\nLtd",-1.00\n\n32/05/2026,B,' +
    '-2.00\r\n02/05/2026,C,-2.00\r03/05/2026,D,oops'
  const read = one(text)
  assert.deepEqual(linesRefused(read), [9, 11])
  assert.equal(read.lines[0]?.payee, 'Ashdale Care Ltd')
})

test('read 5: a quotation mark that is never closed costs its own row only', () => {
  const read = single(
    '01/05/2026,"A,-1.00,9.00',
    '02/05/2026,B,-2.00,7.00',
    '03/05/2026,"C ""the"" D",-3.00,4.00',
  )
  assert.deepEqual(moves(read), ['2026-05-02 -2.00', '2026-05-03 -3.00'])
  assert.deepEqual(linesRefused(read), [2])
  assert.equal(read.lines[1]?.payee, 'C "the" D')
  assert.equal(single('01/05/2026,"Joe" Shop,-1.00,').lines[0]?.payee, '"Joe" Shop')
})

test('read 5: without headings the first row is data, and a wrong row is refused', () => {
  const read = one(file('31/02/2026,A,-1.00', '02/05/2026,B,-2.00'))
  assert.deepEqual([moves(read), linesRefused(read)], [['2026-05-02 -2.00'], [1]])
})
