import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvOf } from './csv.ts'

const line = (...cells: readonly (string | number | null)[]) => csvOf([cells]).slice(1)

test('a name that a spreadsheet would run as a formula is kept as a text', () => {
  for (const name of ['=1+1', '+44', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])
    assert.ok(/^"?'/.test(line(name)), name)
})

test('blanks before the formula do not hide it', () => {
  assert.equal(line('  =cmd()'), "'  =cmd()\r\n")
})

test('an ordinary name stays as it is', () => {
  assert.equal(line('Gwen Tallis', 'O’Neill-Okafor'), 'Gwen Tallis,O’Neill-Okafor\r\n')
})

test('commas, quotes and line breaks stay inside their cell', () => {
  assert.equal(line('a, "b"\nc'), '"a, ""b""\nc"\r\n')
})

test('a number is not made a text, not even below nought', () => {
  assert.equal(line(-12.5, null), '-12.5,\r\n')
})

test('the file says that it is UTF-8', () => {
  assert.equal(csvOf([]).charCodeAt(0), 0xfeff)
})
