import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { bookRange, bookYears, monthsOfYear } from './book-range.ts'

const on = (day: string) => plainDate(day)

test('a financial year begins on 1 April: the day before, the last one still runs', () => {
  assert.deepEqual(bookYears(on('2027-03-31')), [2025, 2026, 2027])
  assert.deepEqual(bookYears(on('2027-04-01')), [2026, 2027, 2028])
})

test('a year is read with the six months behind it, one yet to come with those behind this one', () => {
  const today = on('2026-11-29')
  assert.deepEqual(monthsOfYear(2026, today), { from: '2025-10-01', until: '2027-03-31' })
  assert.deepEqual(monthsOfYear(2025, today), { from: '2024-10-01', until: '2026-03-31' })
  assert.deepEqual(monthsOfYear(2027, today), { from: '2025-10-01', until: '2028-03-31' })
})

test('what is kept holds the months of every year that may be looked at', () => {
  const today = on('2026-11-29')
  const all = bookRange(today)
  for (const year of bookYears(today)) {
    const { from, until } = monthsOfYear(year, today)
    assert.ok(all.from <= from && until <= all.until, String(year))
  }
})
