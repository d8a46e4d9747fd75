import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { readNhsNumber, sayNhsNumber } from './nhs-number.ts'

// Any sequence of code units, halves of characters too.
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map(codes => String.fromCharCode(...codes))
const peer: { validate(number: string): boolean } = createRequire(import.meta.url)('nhs-number-validator')
const shared = process.env['OPENPHB_SHARED_DATA'] ?? resolve('../shared/data')
const tenDigits = fc.stringMatching(/^[0-9]{10}$/)

const answer = (text: string): string => {
  const read = readNhsNumber(text)
  return read.done ? read.value : (read.because[0] ?? '')
}

test('an NHS number is read with spaces or hyphens where people write them, and kept as ten digits', () => {
  for (const text of ['9990000018', '999 000 0018', '999-000-0018', ' 9990000018 ', '\t999 000 0018\n'])
    assert.equal(answer(text), '9990000018', text)
})

test('anything but ten plain digits in that pattern is refused', () => {
  const wrong = ['999000001', '99900000180', '99 9000 0018', '999 000-0018', '999  000 0018', '999000 0018']
  const stranger = [
    '９９９００００１８８',
    '+9990000018',
    '999000001X',
    '9990000018; 9990000026',
    '٩٩٩٠٠٠٠٠١٨',
    '<script>',
  ]
  for (const text of [...wrong, ...stranger]) assert.equal(answer(text), 'not-ten-digits', text)
  assert.equal(answer(''), 'no-nhs-number')
  assert.equal(answer('   '), 'no-nhs-number')
})

test('the last digit checks the others', () => {
  assert.equal(answer('9990000019'), 'check-digit-wrong')
  assert.equal(answer('9990000017'), 'check-digit-wrong')
  assert.equal(answer('9990000140'), 'check-digit-wrong')
})

test('one wrong digit and two swapped neighbours are always caught', () => {
  const valid = tenDigits.filter(digits => readNhsNumber(digits).done)
  fc.assert(
    fc.property(valid, fc.nat(9), fc.nat(9), (digits, place, digit) => {
      fc.pre(digits[place] !== String(digit))
      assert.equal(readNhsNumber(`${digits.slice(0, place)}${digit}${digits.slice(place + 1)}`).done, false)
    }),
    { numRuns: 200 },
  )
  fc.assert(
    fc.property(valid, fc.nat(8), (digits, place) => {
      fc.pre(digits[place] !== digits[place + 1])
      const two = `${digits[place + 1]}${digits[place]}`
      const swapped = `${digits.slice(0, place)}${two}${digits.slice(place + 2)}`
      assert.equal(readNhsNumber(swapped).done, false)
    }),
    { numRuns: 200 },
  )
})

test('an independent validator gives the same answer for any ten digits', () => {
  fc.assert(
    fc.property(tenDigits, digits => assert.equal(readNhsNumber(digits).done, peer.validate(digits))),
    {
      numRuns: 2000,
    },
  )
})

test('reading never fails on anything typed', () => {
  fc.assert(fc.property(anyText, text => assert.equal(typeof readNhsNumber(text).done, 'boolean')))
})

test('a number is said as it is printed', () => {
  const read = readNhsNumber('9990000018')
  assert.ok(read.done)
  assert.equal(sayNhsNumber(read.value), '999 000 0018')
})

test('the collected NHS numbers, good and bad, each get the answer that is written beside them', t => {
  const file = resolve(shared, 'nhs/nhs_numbers.csv')
  if (!existsSync(file)) return t.diagnostic('the collected numbers are not on this machine')
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true })
  assert.ok(rows.length > 80)
  for (const { input = '', valid, normalised = '' } of rows) {
    const read = readNhsNumber(input)
    assert.equal(read.done ? 'yes' : 'no', valid, input)
    if (read.done) assert.equal(read.value, normalised)
    if (/^[0-9]{10}$/.test(input)) assert.equal(peer.validate(input), read.done, input)
  }
})
