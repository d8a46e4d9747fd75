import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainDate } from '../../kernel/days.ts'
import { type Cells, isEmpty, readDay, readLine } from './lines.ts'
import { readLinesCsv } from './lines-csv.ts'

const bounds = {
  earliest: plainDate('2013-04-01'),
  latest: plainDate('2026-12-31'),
  keys: new Map([
    ['line-1', 'Mornings'],
    ['line-2', 'Physio'],
  ]),
}
const right: Cells = {
  what: 'Morning',
  on: '04/05/2026',
  from: '8:00',
  to: '10.30',
  units: '2.5',
  unit: 'hours',
  rate: '£20.01',
  amount: '50.03',
  line: 'mornings',
}
const problems = (cells: Partial<Cells>): readonly string[] => {
  const read = readLine({ ...right, ...cells }, bounds)
  return 'problems' in read ? read.problems.map(one => `${one.cell}: ${one.says}`) : []
}

test('a line is read as people type it: days, times, units and names of lines in many forms', () => {
  const read = readLine(right, bounds)
  assert.ok('line' in read)
  const { units, rate, amount, ...rest } = read.line
  assert.deepEqual([units, rate, amount], [2_500n, 2_001n, 5_003n])
  assert.deepEqual(rest, {
    says: 'Morning',
    on: '2026-05-04',
    begins: '08:00',
    ends: '10:30',
    unit: 'hour',
    lineKey: 'line-1',
  })
  for (const on of ['2026-05-04', '4.5.2026', '4 5 2026', '04-05-2026'])
    assert.equal(readDay(on), '2026-05-04')
  for (const on of ['31/02/2026', '4/5/26', 'May', '']) assert.equal(readDay(on), null)
})

test('an amount that is left out is worked out, and one that is a penny off is not taken', () => {
  assert.deepEqual(problems({ amount: '' }), [])
  assert.deepEqual(problems({ amount: '50.02' }), [
    'amount: 2.5 x £20.01 comes to £50.03, not £50.02. Check all three on the paper',
  ])
})

test('everything wrong with a line is said at its own cell, in a sentence', () => {
  assert.deepEqual(
    problems({
      what: ' ',
      on: 'x',
      from: '25:00',
      units: '0',
      unit: 'fortnight',
      rate: '-1',
      amount: 'x',
      line: 'Garden',
    }),
    [
      'what: Say what it is for',
      'on: Enter the day, like 04/05/2026',
      'from: Enter the time as hours and minutes, like 09:30',
      'units: Enter how many, as a number above nought, like 3 or 7.5',
      'unit: Choose what is counted: hour, night, sleep-in, visit, session, day, week, month, mile, item',
      'rate: Enter the rate for one in pounds and pence, like 21.50',
      'amount: Enter the amount in pounds and pence, like 64.50',
      'line: Choose the line of the plan that it belongs to, or none',
    ],
  )
  assert.deepEqual(problems({ to: '' }), ['to: Enter both times, or leave both out'])
  assert.deepEqual(problems({ from: '', to: '', line: 'none' }), [])
  assert.deepEqual(problems({ line: '' }), ['line: Choose the line of the plan that it belongs to, or none'])
  assert.deepEqual(problems({ on: '31/03/2013' }), ['on: Enter a day from 1 April 2013 to 31 December 2026'])
  assert.deepEqual(problems({ units: '0.001', rate: '0.01', amount: '' }), [
    'amount: The line comes to nothing',
  ])
})

const csv = (text: string) => readLinesCsv(new TextEncoder().encode(text), bounds)

test('a file of lines is read with other names of columns, semicolons, and blank lines', () => {
  const read = csv(
    '\uFEFFDate,Start,End,Description,Hours,Unit,Price,Total,Plan line\r\n' +
      '04/05/2026,08:00,10:00,"Morning, two hours",2,hour,20,40,Mornings\r\n\r\n' +
      '05/05/2026,,,Visit,1,visit,45,,line-2\r\n',
  )
  assert.deepEqual(read.problems, [])
  assert.deepEqual(
    read.lines.map(one => [one.on, one.says, one.amount, one.lineKey]),
    [
      ['2026-05-04', 'Morning, two hours', 4_000n, 'line-1'],
      ['2026-05-05', 'Visit', 4_500n, 'line-2'],
    ],
  )
  assert.equal(csv('date;what;units;unit;rate\n04/05/2026;Visit;1;visit;45\n').lines.length, 1)
})

test('a file that cannot be read says which line of it, and what is missing', () => {
  assert.deepEqual(csv('date,what\n1/5/2026,x\n').problems, [
    'The first row must name the columns. Missing: units, unit, rate',
  ])
  assert.deepEqual(csv('date,what,units,unit,rate\n').problems, [
    'The file holds no lines under its first row',
  ])
  assert.deepEqual(csv('').problems.length, 1)
  assert.deepEqual(csv('date,what,units,unit,rate\n1/5/2026,x,1,hour,20\nx,y,1,hour,20\n').problems, [
    'Line 3 of the file: Enter the day, like 04/05/2026',
  ])
  const many = csv(`date,what,units,unit,rate\n${'x,y,1,hour,20\n'.repeat(30)}`)
  assert.deepEqual([many.problems.length, many.problems.at(-1)], [21, 'And 10 more'])
})

test('no text breaks the reading of a line or of a file', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('9:00', '1', '-1', '04/05/2026', '"', ',', '\u0000'))
  fc.assert(
    fc.property(fc.array(cell, { minLength: 9, maxLength: 9 }), texts => {
      const [
        what = '',
        on = '',
        from = '',
        to = '',
        units = '',
        unit = '',
        rate = '',
        amount = '',
        line = '',
      ] = texts
      const cells = { what, on, from, to, units, unit, rate, amount, line }
      const read = readLine(cells, bounds)
      assert.ok('line' in read || read.problems.length > 0 || isEmpty(cells))
      csv(`date,from,to,what,units,unit,rate,amount,line\n${texts.join(',')}`)
    }),
  )
})
