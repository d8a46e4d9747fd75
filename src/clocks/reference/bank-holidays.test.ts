import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate, weekday } from '../../kernel/days.ts'
import { workingDayOnOrBefore } from '../../kernel/working-days.ts'
import { bankHolidays, bankHolidaysKnownUntil } from './bank-holidays.ts'

const inYear = (year: number): number => [...bankHolidays].filter(day => day.startsWith(`${year}-`)).length

test('England and Wales have eight bank holidays a year, ten in 2022 and nine in 2023', () => {
  const counts = Array.from({ length: 10 }, (_, place) => inYear(2019 + place))
  assert.deepEqual(counts, [8, 8, 8, 10, 9, 8, 8, 8, 8, 8])
  assert.equal(bankHolidays.size, 83)
})

test('no bank holiday falls on a weekend, because a substitute day takes its place', () => {
  assert.deepEqual(
    [...bankHolidays].filter(day => weekday(day) > 5),
    [],
  )
})

test('each year keeps Good Friday and the Monday after it', () => {
  for (let year = 2019; year <= 2028; year += 1) {
    const spring = [...bankHolidays].filter(day => day >= `${year}-03-20` && day <= `${year}-04-26`)
    assert.deepEqual(spring.map(weekday), [5, 1], `${year}`)
  }
})

test('the table ends where the published list ends', () => {
  const last = [...bankHolidays].sort().at(-1)
  assert.ok(last !== undefined && last <= bankHolidaysKnownUntil)
  assert.equal(bankHolidaysKnownUntil, plainDate('2028-12-31'))
})

test('V-20: the published holidays of 2026 move each payment to the same working day as the case', () => {
  const due = ['2026-04-03', '2026-05-01', '2026-05-04', '2026-08-31', '2026-12-25', '2026-12-28']
  assert.deepEqual(
    due.map(day => workingDayOnOrBefore(plainDate(day), bankHolidays)),
    ['2026-04-02', '2026-05-01', '2026-05-01', '2026-08-28', '2026-12-24', '2026-12-24'],
  )
})
