import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import {
  addDays,
  addMonths,
  addWeeks,
  addYears,
  ageOn,
  dayInEngland,
  dayOf,
  daysBetween,
  daysInside,
  earlier,
  financialYear,
  later,
  moment,
  type PlainDate,
  plainDate,
  reachesAge,
  readPlainDate,
  sayDay,
  sayMoment,
  sayMonth,
  sayShortDay,
  weekday,
} from './days.ts'

const day = plainDate
const anyDay = fc.integer({ min: 0, max: 80_000 }).map(days => addDays(day('1900-01-01'), days))
const at = (text: string) => moment(new Date(text))

test('only days of the calendar are read, in one shape', () => {
  for (const good of ['2024-02-29', '2000-02-29', '2026-12-31', '2026-01-01'])
    assert.equal(readPlainDate(good), good)
  const wrong = [
    '2026-02-29',
    '1900-02-29',
    '2026-02-31',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '01/04/2026',
    '20260401',
    '',
    ' 2026-04-01',
    '2026-04-01T00:00',
    '２０２６-04-01',
    '+002026-04-01',
  ]
  for (const text of wrong) assert.equal(readPlainDate(text), null, text)
  assert.throws(() => plainDate('2026-02-29'), RangeError)
})

test('a day is made of its three numbers, or is no day', () => {
  assert.equal(dayOf(2024, 2, 29), '2024-02-29')
  assert.equal(dayOf(2026, 2, 29), null)
  assert.equal(dayOf(2026, 0, 1), null)
  assert.equal(dayOf(2026, 1, 1.5), null)
  assert.equal(dayOf(-1, 1, 1), null)
  assert.equal(dayOf(Number.NaN, 1, 1), null)
})

test('leap years have 29 February and others go on to 1 March', () => {
  assert.equal(addDays(day('2024-02-28'), 1), '2024-02-29')
  assert.equal(addDays(day('2023-02-28'), 1), '2023-03-01')
  assert.equal(addDays(day('2100-02-28'), 1), '2100-03-01')
  assert.equal(addWeeks(day('2026-12-28'), 1), '2027-01-04')
  assert.equal(daysBetween(day('2024-01-01'), day('2025-01-01')), 366)
  assert.equal(daysBetween(day('2026-01-02'), day('2026-01-01')), -1)
})

test('months later is the same day of the month, or the last one where there is no such day (K3)', () => {
  const cases: [string, number, string][] = [
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-05-31', 1, '2026-06-30'],
    ['2026-03-15', 12, '2027-03-15'],
    ['2026-01-31', 3, '2026-04-30'],
    ['2026-03-31', -1, '2026-02-28'],
  ]
  for (const [from, months, until] of cases) assert.equal(addMonths(day(from), months), until)
  assert.equal(addYears(day('2024-02-29'), 1), '2025-02-28')
  assert.equal(addYears(day('2024-02-29'), 4), '2028-02-29')
})

test('days added can be taken away again, and the days between count them', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (from, days) => {
      const there = addDays(from, days)
      assert.equal(addDays(there, -days), from)
      assert.equal(daysBetween(from, there), days)
      assert.equal(there > from, days > 0)
    }),
  )
})

test('both ends are inside a period (K9)', () => {
  assert.equal(daysInside(day('2026-04-01'), day('2026-04-01')), 1)
  assert.equal(daysInside(day('2026-04-01'), day('2026-04-30')), 30)
})

test('the earlier and the later of two days', () => {
  assert.equal(earlier(day('2026-04-01'), day('2026-03-31')), '2026-03-31')
  assert.equal(later(day('2026-04-01'), day('2026-03-31')), '2026-04-01')
})

test('an age is reached when the birthday starts, on 1 March by those born on 29 February (K5)', () => {
  const cases: [string, string, number][] = [
    ['2010-09-12', '2026-09-11', 15],
    ['2010-09-12', '2026-09-12', 16],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2028-02-28', 19],
    ['2008-02-29', '2028-02-29', 20],
    ['2026-04-01', '2026-04-01', 0],
  ]
  for (const [born, on, age] of cases) assert.equal(ageOn(day(born), day(on)), age, `${born} on ${on}`)
})

test('the first day of an age is the day on which that age is first counted', () => {
  assert.equal(reachesAge(day('2010-09-12'), 16), '2026-09-12')
  assert.equal(reachesAge(day('2008-02-29'), 18), '2026-03-01')
  assert.equal(reachesAge(day('2008-02-29'), 20), '2028-02-29')
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 120 }), (born, years) => {
      const first = reachesAge(born, years)
      assert.equal(ageOn(born, first), years)
      assert.equal(ageOn(born, addDays(first, -1)), years - 1)
    }),
  )
})

test('the NHS financial year turns on 1 April (K7)', () => {
  assert.equal(financialYear(day('2026-03-31')), 2025)
  assert.equal(financialYear(day('2026-04-01')), 2026)
})

test('a moment belongs to the day that clocks in England show', () => {
  assert.equal(dayInEngland(at('2026-06-30T22:59:59Z')), '2026-06-30')
  assert.equal(dayInEngland(at('2026-06-30T23:00:00Z')), '2026-07-01')
  assert.equal(dayInEngland(at('2026-12-31T23:30:00Z')), '2026-12-31')
  assert.equal(sayMoment(at('2026-05-04T08:12:30Z')), '4 May 2026 at 09:12')
  assert.equal(sayMoment(at('2026-01-04T08:12:00Z')), '4 January 2026 at 08:12')
})

test('days are said as people say them', () => {
  const said: PlainDate = day('2026-07-14')
  assert.equal(weekday(said), 2)
  assert.equal(sayDay(said), 'Tuesday 14 July 2026')
  assert.equal(sayShortDay(day('2026-04-01')), '1 April 2026')
  assert.equal(sayDay(day('2026-11-22')), 'Sunday 22 November 2026')
  assert.equal(sayMonth(said), 'July 2026')
})

test('days are counted as the calendar has them, over leap years and centuries', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), days => {
      const started = Temporal.PlainDate.from('2026-06-08')
      const there = started.add({ days })
      assert.equal(addDays(day('2026-06-08'), days), there.toString())
      assert.equal(daysBetween(day('2026-06-08'), day(there.toString())), days)
      assert.equal(weekday(day(there.toString())), there.dayOfWeek)
    }),
  )
  assert.equal(addDays(day('0000-03-01'), -1), '0000-02-29')
  assert.throws(() => addDays(day('9999-12-31'), 1), RangeError)
})
