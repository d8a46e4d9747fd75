import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../kernel/days.ts'
import { pence } from '../kernel/money.ts'
import {
  choice,
  choices,
  day,
  type Field,
  form,
  money,
  optionalChoice,
  optionalDay,
  optionalText,
  text,
  ticked,
  typedDay,
  units,
  whole,
  yesNo,
} from './forms.ts'
import type { Typed } from './route.ts'

const read = <Value>(field: Field<Value>, typed: string | Typed) => {
  const got = field(typeof typed === 'string' ? { it: typed } : typed, 'it')
  return 'value' in got ? got.value : got.says
}
const name = text({ missing: 'Enter your name', most: 10, called: 'Your name' })
const date = (d: string, m: string, y: string): Typed => ({ 'it-day': d, 'it-month': m, 'it-year': y })

test('a text that must be there is asked for when it is empty, blank or left out', () => {
  for (const nothing of ['', '   ', '\n\t']) assert.equal(read(name, nothing), 'Enter your name')
  assert.equal(read(name, {}), 'Enter your name')
})

test('a text may be as long as said and no longer, counted as people count', () => {
  assert.equal(read(name, 'abcdefghij'), 'abcdefghij')
  assert.equal(read(name, 'abcdefghijk'), 'Your name must be 10 characters or fewer. You have 1 too many')
  assert.equal(read(name, '👍'.repeat(10)), '👍'.repeat(10))
  assert.match(String(read(name, 'x'.repeat(100_000))), /99990 too many/)
})

test('what people write is kept as it is: tags, emoji, right-to-left names, accents', () => {
  for (const kept of ['<script>', 'Zoë 🦉', 'محمد', 'Nguyễn', "O'Neill", '"; drop'])
    assert.equal(read(name, kept), kept)
})

test('a character that cannot be shown is refused: control characters and halves of pairs', () => {
  for (const bad of ['a\u0000b', 'a\u0007b', 'a\u001bb', 'a\u007fb', 'a\ud800b', 'a\udc00'])
    assert.equal(read(name, bad), 'Your name holds a character that cannot be shown. Type it again')
  assert.equal(read(name, 'a\r\nb\tc'), 'a\nb\tc')
})

test('a text that may be left out is nothing when empty, and held to the same limits', () => {
  assert.equal(read(optionalText(), ' '), null)
  assert.match(String(read(optionalText({ most: 2 }), 'abc')), /2 characters or fewer/)
})

test('an amount is read as people type it, and refused in one sentence when it is not one', () => {
  const amount = money({ missing: 'Enter how much', least: pence(1n), most: pence(100_000n) })
  assert.equal(read(amount, '£12.50'), 1250n)
  assert.equal(read(amount, '1,000.00'), 100_000n)
  assert.equal(read(amount, ''), 'Enter how much')
  for (const bad of ['twelve', '12.505', '1,00', '12..5', '1e3', 'NaN', '£', '12 pounds'])
    assert.equal(read(amount, bad), 'Enter an amount in pounds and pence, like 12.50')
  assert.equal(read(amount, '0'), 'The amount is too small')
  assert.equal(read(amount, '1000.01'), 'The amount is too large')
  assert.equal(read(money({ missing: '' }), '-1'), 'The amount cannot be less than nothing')
})

test('units are above nought, with up to three decimals', () => {
  const hours = units({ missing: 'Enter how many', most: 24n })
  assert.equal(read(hours, '7.5'), 7500n)
  assert.equal(read(hours, '24'), 24_000n)
  assert.equal(read(hours, '24.001'), 'The number is too large')
  assert.equal(read(hours, '0'), 'Enter a number above nought')
  assert.equal(read(hours, 'seven'), 'Enter a number, like 3 or 7.5')
  assert.equal(read(hours, '1.2345'), 'Enter a number, like 3 or 7.5')
})

test('a whole number stands between its two ends', () => {
  const visits = whole({ missing: 'Enter how many', least: 1, most: 7 })
  assert.deepEqual(
    ['1', '7', '0', '8', '1.5', 'x', ''].map(typed => read(visits, typed)),
    [
      1,
      7,
      'Enter a number from 1 to 7',
      'Enter a number from 1 to 7',
      'Enter a whole number, like 4',
      'Enter a whole number, like 4',
      'Enter how many',
    ],
  )
})

test('a day is read from three boxes, and the wrong box is named', () => {
  const born = day({
    missing: 'Enter the day',
    called: 'Your date of birth',
    until: plainDate('2026-05-01'),
    tooLate: 'It must be in the past',
  })
  assert.equal(read(born, date('6', '4', '2020')), '2020-04-06')
  assert.equal(read(born, date('31', '2', '2020')), 'Your date of birth must be a day of the calendar')
  assert.equal(read(born, date('29', '2', '2023')), 'Your date of birth must be a day of the calendar')
  assert.equal(read(born, date('29', '2', '2024')), '2024-02-29')
  assert.equal(read(born, date('1', '5', '2026')), '2026-05-01')
  assert.equal(read(born, date('2', '5', '2026')), 'It must be in the past')
  assert.equal(read(born, date('1', '1', '1899')), 'Your date of birth is too long ago')
  assert.deepEqual(born(date('1', '', '2020'), 'it'), {
    says: 'Your date of birth must include a month',
    field: 'it-month',
  })
  assert.deepEqual(born(date('x', '1', '2020'), 'it'), {
    says: 'Your date of birth: the day must be a number',
    field: 'it-day',
  })
  assert.deepEqual(born(date('1', '1', '20'), 'it'), {
    says: 'Your date of birth: the year must be a number of four digits',
    field: 'it-year',
  })
  assert.deepEqual(born({}, 'it'), { says: 'Enter the day', field: 'it-day' })
  assert.equal(read(optionalDay({}), {}), null)
  assert.equal(read(optionalDay({}), { 'it-day': '1' }), 'The date must include a month')
})

test('a day goes into its boxes and comes out the same', () => {
  assert.equal(read(day({ missing: '' }), typedDay('it', plainDate('2026-04-06'))), '2026-04-06')
  assert.deepEqual(typedDay('it', null), {})
})

test('one of a list is one of the list, whatever was typed into the address', () => {
  const way = choice(['notional', 'direct'], 'Choose a way')
  assert.equal(read(way, 'direct'), 'direct')
  for (const bad of ['', 'Direct', 'constructor', '__proto__', 'toString'])
    assert.equal(read(way, bad), 'Choose a way')
  assert.equal(read(optionalChoice(['a']), 'b'), null)
  assert.deepEqual(read(choices(['a', 'b']), { it: ['b', 'x', 'a'] }), ['b', 'a'])
  assert.equal(read(choices(['a'], 'Choose one'), { it: ['x'] }), 'Choose one')
})

test('yes, no and a ticked box are read, and nothing else is', () => {
  assert.deepEqual(
    ['yes', 'no', 'maybe'].map(typed => read(yesNo('Say yes or no'), typed)),
    [true, false, 'Say yes or no'],
  )
  assert.deepEqual(
    [read(ticked(), 'yes'), read(ticked(), 'on'), read(ticked('Tick it'), '')],
    [true, false, 'Tick it'],
  )
})

test('a form gives all its errors at once, in its order, or all its values', () => {
  const asked = form({
    name,
    amount: money({ missing: 'Enter how much' }),
    on: day({ missing: 'Enter the day' }),
  })
  const empty = asked.read({})
  assert.deepEqual(empty.ok ? [] : empty.errors.map(({ field }) => field), ['name', 'amount', 'on-day'])
  const full = asked.read({ name: 'Pat', amount: '1', 'on-day': '1', 'on-month': '1', 'on-year': '2026' })
  assert.deepEqual(full, { ok: true, value: { name: 'Pat', amount: 100n, on: '2026-01-01' } })
})

test('a field that was sent twice counts once, and a form of odd names reads as empty', () => {
  assert.equal(read(name, { it: ['first', 'second'] }), 'first')
  assert.equal(read(name, JSON.parse('{"__proto__": {"it": "x"}}')), 'Enter your name')
})
