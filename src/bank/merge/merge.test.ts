import assert from 'node:assert/strict'
import { test } from 'node:test'
import { file, statementsOf } from '../read/fixtures/reading.ts'
import { csvWithBalance, csvWithIds, imported, ofx, plainCsv, qif, shown } from './fixtures/merging.ts'
import { emptyAccount, merge } from './merge.ts'

const may = ['01', '31'] as const

test('import 1: the same id is one payment, though its text and day have changed', () => {
  const account = imported(
    ofx(['01', '10'], '09 -5.00 F1 PENDING CAFE'),
    ofx(['09', '20'], '11 -5.00 F1 ASHDALE CAFE'),
  )
  assert.deepEqual(shown(account), ['11 -5.00 ASHDALE CAFE'])
})

test('import 1: different ids are two payments, however alike', () => {
  assert.equal(
    imported(ofx(['01', '10'], '09 -5.00 F1 CAFE'), ofx(['09', '20'], '09 -5.00 F2 CAFE')).lines.length,
    2,
  )
  assert.equal(imported(csvWithIds('09 -5.00 T1 CAFE'), csvWithIds('09 -5.00 T2 CAFE')).lines.length, 2)
})

test('import 1: an id that the bank gave to two sums is two payments', () => {
  assert.equal(imported(ofx(may, '09 -5.00 0 CAFE', '09 -6.00 0 CAFE')).lines.length, 2)
})

test('import 1: ids of two kinds decide nothing between them', () => {
  assert.equal(imported(ofx(may, '09 -5.00 F1 CAFE'), csvWithIds('09 -5.00 T1 ASHDALE CAFE')).lines.length, 1)
})

test('import 2: the same day, sum and running balance are one payment, whatever the text', () => {
  const account = imported(
    csvWithBalance(100, '09 -5.00 CAFE', '09 -5.00 CAFE'),
    csvWithBalance(95, '09 -5.00 ASHDALE CAFE', '10 -1.00 BUS'),
  )
  assert.deepEqual(shown(account).length, 3)
})

test('import 2: another running balance is another payment', () => {
  assert.equal(
    imported(csvWithBalance(100, '09 -5.00 CAFE'), csvWithBalance(80, '09 -5.00 CAFE')).lines.length,
    2,
  )
})

test('import 2: within one file equal rows are separate, also where the balance comes round again', () => {
  const round = csvWithBalance(100, '09 -5.00 CAFE', '09 5.00 REFUND', '09 -5.00 CAFE')
  assert.equal(imported(round).lines.length, 3)
  assert.equal(
    imported(round, csvWithBalance(100, '09 -5.00 CAFE', '09 5.00 REFUND', '09 -5.00 CAFE', '10 -1.00 BUS'))
      .lines.length,
    4,
  )
})

test('import 3: of equal rows on a day there are as many as the statement that shows most', () => {
  const taxis = imported(
    plainCsv('04 -4.00 TAXI', '04 -4.00 TAXI'),
    plainCsv('04 -4.00 TAXI', '04 -4.00 TAXI', '04 -4.00 TAXI'),
    qif('04 -4.00 TAXI'),
  )
  assert.equal(taxis.lines.length, 3)
})

test('import 3: between formats the day and the sum make rows equal, within one format the text too', () => {
  assert.equal(
    imported(plainCsv('04 -45.00 ASHDALE PHYSIOTHERAPY LTD'), qif('04 -45.00 ASHDALE PHY')).lines.length,
    1,
  )
  assert.equal(imported(plainCsv('04 -45.00 PHYSIO'), plainCsv('04 -45.00 SWIMMING')).lines.length, 2)
  assert.equal(
    imported(plainCsv('04 -45.00 PHYSIO'), plainCsv('04 -45.00 SWIMMING'), qif('04 -45.00 A', '04 -45.00 B'))
      .lines.length,
    2,
  )
})

test('import 3: a table with balances and one without word a payment apart, and it is one payment', () => {
  const named = csvWithBalance(100, '04 -45.00 CARD PAYMENT TO PHYSIO')
  assert.equal(imported(named, plainCsv('04 -45.00 PHYSIO')).lines.length, 1)
  assert.equal(imported(named, plainCsv('04 -45.00 PHYSIO', '04 -45.00 SWIMMING')).lines.length, 2)
})

test('import 3: two equal names in one format find two payments of another, whichever fits', () => {
  const account = imported(
    qif('04 -45.00 PHYSIO', '04 -45.00 SWIMMING'),
    plainCsv('04 -45.00 SWIMMING'),
    plainCsv('04 -45.00 PHYSIO'),
  )
  assert.deepEqual(shown(account).toSorted(), ['04 -45.00 PHYSIO', '04 -45.00 SWIMMING'])
})

test('import 4: the same sum on another day is another payment, for the same payee too', () => {
  const visits = imported(plainCsv('01 -45.00 PHYSIO'), plainCsv('04 -45.00 PHYSIO'), qif('05 -45.00 PHYSIO'))
  assert.equal(visits.lines.length, 3)
})

test('import 4: weekly equal wages in overlapping statements are each one payment', () => {
  const account = imported(
    plainCsv('01 -90.00 WAGE', '08 -90.00 WAGE'),
    plainCsv('08 -90.00 WAGE', '15 -90.00 WAGE'),
  )
  assert.deepEqual(shown(account), ['01 -90.00 WAGE', '08 -90.00 WAGE', '15 -90.00 WAGE'])
})

test('import 5: an older row that turns up in a later file is added, also above others of its day', () => {
  const account = imported(
    plainCsv('03 -1.00 BUS', '05 -90.00 WAGE'),
    plainCsv('02 -7.00 LATE', '05 -45.00 PHYSIO', '05 -90.00 WAGE'),
  )
  assert.deepEqual(shown(account), ['02 -7.00 LATE', '03 -1.00 BUS', '05 -45.00 PHYSIO', '05 -90.00 WAGE'])
})

test('import 5: the same file again adds nothing, and says so', () => {
  const statements = csvWithBalance(100, '01 -1.00', '01 -1.00', '02 -2.00')
  const first = merge(emptyAccount, statements)
  const again = merge(first.account, statements)
  assert.deepEqual([first.added, first.already, again.added, again.already], [3, 0, 0, 3])
  assert.deepEqual(again.account.lines, first.account.lines)
  const twice = merge(emptyAccount, [...statements, ...statements])
  assert.deepEqual([twice.added, twice.already], [3, 3])
})

test('import 5: refused rows are handed on, and the rest is imported', () => {
  const { added, refused } = merge(emptyAccount, plainCsv('01 5O.00', '02 -2.00'))
  assert.deepEqual([added, refused.map(({ line }) => line)], [1, [2]])
})

test('import 5: another currency or account of the same file is left out, with a sentence', () => {
  const row = (currency: string, sum: string) =>
    `CARD,Current,2026-05-01 10:00:00,2026-05-01 10:00:00,A,${sum},0.00,${currency},COMPLETED,10.00`
  const head = 'Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance'
  const money = merge(
    emptyAccount,
    statementsOf(file(head, row('EUR', '-1.00'), row('EUR', '-2.00'), row('GBP', '-3.00'))),
  )
  assert.deepEqual(shown(money.account), ['01 -3.00 A'])
  assert.match(money.refused[0]?.why ?? '', /EUR/)
  const two = file(
    'Date,Account Number,Description,Amount',
    '01/05/2026,11111111,A,-1.00',
    '01/05/2026,22222222,B,-1.00',
    '02/05/2026,22222222,C,-1.00',
  )
  const accounts = merge(emptyAccount, statementsOf(two))
  assert.deepEqual(shown(accounts.account), ['01 -1.00 B', '02 -1.00 C'])
  assert.match(accounts.refused[0]?.why ?? '', /11111111/)
})

test('import 3: each line names the rows that show it, so that it is known again', () => {
  const before = imported(plainCsv('04 -45.00 PHYSIO'))
  const after = imported(plainCsv('04 -45.00 PHYSIO'), ofx(may, '04 -45.00 F1 PHYSIO LTD'))
  const evidence = before.lines[0]?.evidence ?? []
  assert.ok(evidence.every(name => after.lines[0]?.evidence.includes(name)))
  assert.equal(after.lines[0]?.bankId, 'F1')
})
