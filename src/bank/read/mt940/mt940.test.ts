import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moves, one, reading, whyWhole, words } from '../fixtures/reading.ts'

const entry = (line: string, about = 'ASHDALE CARE'): string => `:61:${line}\r\n:86:${about}\r\n`
const message = (entries: string, opening = 'C260501GBP100,00', closing = 'C260531GBP95,00'): string =>
  `:20:MILLBROOK\r\n:25:200000/12345678\r\n:28C:5/1\r\n:60F:${opening}\r\n${entries}:62F:${closing}\r\n-\r\n`

test('read 1: a credit comes in and a debit goes out; taken back, each goes the other way', () => {
  const marks = ['C', 'D', 'RC', 'RD', 'CR', 'DD']
  const read = one(message(marks.map(mark => entry(`2605010501${mark}5,00NTRFNONREF`)).join('')))
  assert.deepEqual(
    read.lines.map(({ amount }) => amount),
    ['5.00', '-5.00', '-5.00', '5.00', '5.00', '-5.00'],
  )
})

test('read 1: a sum may have nothing after its comma, or one figure, or noughts before it', () => {
  const read = one(
    message(['500,', '12,5', '000000025,00'].map(sum => entry(`260501D${sum}NTRFNONREF`)).join('')),
  )
  assert.deepEqual(
    read.lines.map(({ amount }) => amount),
    ['-500.00', '-12.50', '-25.00'],
  )
})

test('read 2: the text of a payment runs over lines, and its parts are found', () => {
  const read = one(
    message(entry('260501D5,00NTRFINV 7//B1\r\nMILLBROOK BRANCH', 'CARD PAYMENT\r\nASHDALE CO-OP')),
  )
  const [line] = read.lines
  assert.ok(words(line).includes('CARD PAYMENT ASHDALE CO-OP'))
  assert.ok(words(line).includes('MILLBROOK BRANCH'))
  assert.equal(line?.reference, 'INV 7')
  const named = one(
    message(entry('260501D5,00NTRFNONREF', '/BENM//NAME/HALE A/REMI/RENT MAY/ISDT/2026-05-01')),
  )
  assert.equal(named.lines[0]?.payee, 'HALE A')
  assert.equal(
    one(message(entry('260501D5,00NTRFNONREF', '106?20RENT?32HALE?33 A'))).lines[0]?.payee,
    'HALE A',
  )
})

test('read 3: the booking day counts; it takes its year from the value day, across New Year too', () => {
  const days = ['2605010502', '260501', '260501    ', '2512310102', '2601021231', '2602300302']
  const read = one(message(days.map(day => entry(`${day}D1,00NTRFNONREF`)).join('')))
  const expected = ['2026-05-02', '2026-05-01', '2026-05-01', '2026-01-02', '2025-12-31', '2026-03-02']
  assert.deepEqual(
    read.lines.map(({ date }) => date),
    expected,
  )
})

test('read 3: 30 February alone is refused', () => {
  const read = one(message(entry('260230D1,00NTRFNONREF') + entry('2602280230D1,00NTRFNONREF')))
  assert.deepEqual([read.lines.length, read.refused.length], [0, 2])
})

test('read 4: a payment only expected is no line; equal neighbours are lines of their own', () => {
  const read = one(message(entry('260501ED5,00NTRFNONREF') + entry('260501D5,00NTRFNONREF').repeat(3)))
  assert.deepEqual([read.lines.length, read.refused.length], [3, 1])
})

test('read 5: an entry that cannot be read is refused by its line', () => {
  const wrong = [
    '260501D5O,00NTRFNONREF',
    '260501X5,00NTRFNONREF',
    '260501D1,234NTRFNONREF',
    'hello',
    '260501D5.00NTRFNONREF',
  ]
  const read = one(message(wrong.map(line => `:61:${line}\r\n`).join('') + entry('260501D5,00NTRFNONREF')))
  assert.deepEqual(moves(read), ['2026-05-01 -5.00'])
  assert.deepEqual(
    read.refused.map(({ line }) => line),
    [5, 6, 7, 8, 9],
  )
})

test('read 6: statements that follow one another are each their own; pages of one are joined', () => {
  const { statements } = reading(
    message(entry('260501D5,00NTRFNONREF')) + message('', 'C260601GBP95,00', 'C260630GBP95,00'),
  )
  assert.deepEqual(
    statements.map(({ opening, closing, lines }) => [opening, closing, lines.length]),
    [
      ['100.00', '95.00', 1],
      ['95.00', '95.00', 0],
    ],
  )
  const first = message(entry('260501D5,00NTRFNONREF')).replace(':62F:', ':62M:')
  const second = message(entry('260502D1,00NTRFNONREF'), 'C260501GBP95,00', 'C260531GBP94,00').replace(
    ':60F:',
    ':60M:',
  )
  const whole = one(first + second)
  assert.deepEqual(
    [whole.opening, whole.closing, whole.lines.length, whole.arithmetic],
    ['100.00', '94.00', 2, 'agrees'],
  )
})

test('read 6: the account is an IBAN, a sort code and number, or what the bank wrote', () => {
  const number = (written: string) => one(message('').replace('200000/12345678', written)).account
  assert.deepEqual(number('200000/12345678'), { sortCode: '200000', accountNumber: '12345678', iban: null })
  assert.equal(number('GB33BUKB20201555555555')?.iban, 'GB33BUKB20201555555555')
  assert.equal(number('11111111')?.accountNumber, '11111111')
})

test('read 8: a balance marked D is below nought', () => {
  const read = one(message(entry('260501D5,00NTRFNONREF'), 'D260501EUR1,00', 'D260531EUR6,00'))
  assert.deepEqual(
    [read.opening, read.closing, read.currency, read.arithmetic],
    ['-1.00', '-6.00', 'EUR', 'agrees'],
  )
})

test('read 9: a statement that does not add up says by how much', () => {
  const read = one(message(entry('260501D9,12NTRFNONREF')))
  assert.deepEqual([read.arithmetic, read.outBy], ['does-not-agree', '4.12'])
})

test('read 11: the reference after two strokes is the bank id, NONREF is none', () => {
  const [line] = one(message(entry('260501D5,00NTRFNONREF//B77'))).lines
  assert.deepEqual([line?.bankId, line?.reference], ['B77', ''])
  assert.equal(one(message(entry('260501D5,00NTRFNONREF'))).lines[0]?.bankId, null)
})

test('read 12: a message in its SWIFT envelope is read, another kind of message is refused', () => {
  const head = '{1:F01MILLGB2LAXXX0000000000}{2:O9400000260531MILLGB2LAXXX00000000002605310000N}{4:\r\n'
  const wrapped = head + message(entry('260501D5,00NTRFNONREF')).replace(/-\r\n$/, '-}')
  assert.equal(one(wrapped).arithmetic, 'agrees')
  assert.match(whyWhole(wrapped.replace('O940', 'O103')), /MT103/)
  assert.match(whyWhole(':20:X\r\n:32A:260501GBP5,00\r\n'), /no opening or closing/)
})

test('read 14: a statement without entries is a statement with no lines', () => {
  const read = one(message('', 'C260501GBP95,00'))
  assert.deepEqual([read.lines, read.arithmetic], [[], 'agrees'])
})
