import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, plainDate } from './days.ts'
import { addWorkingDays, type Holidays, isWorkingDay, workingDayOnOrBefore } from './working-days.ts'

const holidays: Holidays = new Set(
  ['04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'].map(day => plainDate(`2026-${day}`)),
)
const anyDay = fc.integer({ min: 0, max: 364 }).map(days => addDays(plainDate('2026-01-01'), days))

test('Monday to Friday are working days, weekends and holidays are not (K4)', () => {
  assert.equal(isWorkingDay(plainDate('2026-04-02'), holidays), true)
  assert.equal(isWorkingDay(plainDate('2026-04-03'), holidays), false)
  assert.equal(isWorkingDay(plainDate('2026-04-04'), holidays), false)
  assert.equal(isWorkingDay(plainDate('2026-04-05'), holidays), false)
  assert.equal(isWorkingDay(plainDate('2026-04-06'), holidays), false)
  assert.equal(isWorkingDay(plainDate('2026-04-07'), holidays), true)
})

test('V-20: a payment that falls on a weekend or holiday leaves on the working day before', () => {
  const leaves = {
    '2026-04-03': '2026-04-02',
    '2026-05-01': '2026-05-01',
    '2026-05-04': '2026-05-01',
    '2026-08-31': '2026-08-28',
    '2026-12-25': '2026-12-24',
    '2026-12-28': '2026-12-24',
  }
  for (const [due, left] of Object.entries(leaves))
    assert.equal(workingDayOnOrBefore(plainDate(due), holidays), left, due)
})

test('the working day on or before is a working day, never later, with none left out between', () => {
  fc.assert(
    fc.property(anyDay, due => {
      const found = workingDayOnOrBefore(due, holidays)
      assert.ok(found <= due && isWorkingDay(found, holidays))
      for (let between = addDays(found, 1); between <= due; between = addDays(between, 1))
        assert.equal(isWorkingDay(between, holidays), false)
    }),
  )
})

test('working days are counted from the day after the event (K4)', () => {
  assert.equal(addWorkingDays(plainDate('2026-04-02'), 1, holidays), '2026-04-07')
  assert.equal(addWorkingDays(plainDate('2026-04-01'), 1, holidays), '2026-04-02')
  assert.equal(addWorkingDays(plainDate('2026-05-01'), 5, holidays), '2026-05-11')
  assert.equal(addWorkingDays(plainDate('2026-05-02'), 1, holidays), '2026-05-05')
  assert.equal(addWorkingDays(plainDate('2026-05-01'), 0, holidays), '2026-05-01')
})
