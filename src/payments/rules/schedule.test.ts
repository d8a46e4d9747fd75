import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  daysBetween,
  daysInside,
  financialYear,
  type PlainDate,
  plainDate,
} from '../../kernel/days.ts'
import { type Pence, pence, plus } from '../../kernel/money.ts'
import {
  costByYear,
  levelMonth,
  moneyForDays,
  numberOf,
  periodAt,
  periodsDue,
  type Schedule,
} from './schedule.ts'

const day = plainDate
const aSchedule = (about: Partial<Schedule> = {}): Schedule => ({
  every: 'four-weeks',
  firstDueOn: day('2026-04-13'),
  weekly: pence(31_845n),
  from: day('2026-04-13'),
  until: null,
  inAdvance: true,
  method: 'level-months',
  ...about,
})
const amounts = (schedule: Schedule, by: string): readonly Pence[] =>
  periodsDue(schedule, day(by)).map(({ amount }) => amount)

test('V-16 four-weekly in advance, across the year end', () => {
  const year = periodsDue(aSchedule(), day('2027-03-31'))
  assert.equal(year.length, 13)
  assert.ok(year.every(({ amount }) => amount === 127_380n))
  assert.equal(year.at(-1)?.dueOn, '2027-03-15')
  const cash = plus(...year.map(({ amount }) => amount))
  assert.equal(cash, 1_655_940n)
  const last = year.at(-1)
  assert.ok(last)
  assert.deepEqual([last.from, last.until], ['2027-03-15', '2027-04-11'])
  const [earlierYear, laterYear] = costByYear(last)
  assert.deepEqual([earlierYear?.days, earlierYear?.cost, laterYear?.cost], [17, 77_338n, 50_042n])
  const cost = year.flatMap(costByYear).filter(one => one.year === 2026)
  assert.equal(plus(...cost.map(one => one.cost)), 1_605_898n)
})

test('V-17 monthly, part first month, nothing lost to rounding', () => {
  const gil = aSchedule({
    every: 'month',
    weekly: pence(24_500n),
    from: day('2026-04-16'),
    firstDueOn: day('2026-04-16'),
  })
  const year = periodsDue(gil, day('2027-03-31'))
  const [april, ...rest] = year
  assert.deepEqual([april?.days, april?.amount], [15, 52_500n])
  assert.deepEqual(
    rest.slice(0, 10).map(({ amount }) => amount),
    Array(10).fill(106_458n),
  )
  assert.equal(rest.at(-1)?.amount, 107_920n)
  assert.equal(rest.at(-1)?.how, 'rest-of-the-year')
  assert.equal(
    year.reduce((all, { days }) => all + days, 0),
    350,
  )
  assert.equal(plus(...year.map(({ amount }) => amount)), 1_225_000n)
})

test('a week is paid each week, a part week by its days, the last part week too', () => {
  const schedule = aSchedule({
    every: 'week',
    weekly: pence(10_000n),
    from: day('2026-04-15'),
    firstDueOn: day('2026-04-20'),
    until: day('2026-04-28'),
  })
  const periods = periodsDue(schedule, day('2026-12-31'))
  assert.deepEqual(
    periods.map(({ from, until, dueOn, amount }) => [from, until, dueOn, amount]),
    [
      ['2026-04-15', '2026-04-19', '2026-04-15', 7143n],
      ['2026-04-20', '2026-04-26', '2026-04-20', 10_000n],
      ['2026-04-27', '2026-04-28', '2026-04-27', 2857n],
    ],
  )
})

test('paid afterwards, a period is due on the day after its last', () => {
  const [first] = periodsDue(aSchedule({ inAdvance: false }), day('2026-05-11'))
  assert.deepEqual([first?.until, first?.dueOn], ['2026-05-10', '2026-05-11'])
  assert.equal(periodsDue(aSchedule({ inAdvance: false }), day('2026-05-10')).length, 0)
})

test('nothing is due on the day before, and the first payment on its day', () => {
  assert.equal(periodsDue(aSchedule(), day('2026-04-12')).length, 0)
  assert.equal(periodsDue(aSchedule(), day('2026-04-13')).length, 1)
})

test('the last day of a budget is inside, and nothing is due after it', () => {
  const ends = aSchedule({ until: day('2026-05-11') })
  assert.deepEqual(amounts(ends, '2027-01-01'), [127_380n, 4549n])
  assert.equal(periodAt(ends, 2), null)
})

test('a month that ends a budget takes the difference of its year', () => {
  const schedule = aSchedule({
    every: 'month',
    weekly: pence(24_500n),
    from: day('2026-05-01'),
    firstDueOn: day('2026-05-01'),
    until: day('2026-07-20'),
  })
  const paid = amounts(schedule, '2026-12-31')
  assert.equal(plus(...paid), moneyForDays(pence(24_500n), daysInside(day('2026-05-01'), day('2026-07-20'))))
  assert.equal(paid[0], levelMonth(pence(24_500n)))
})

test('a new agreement cuts a period in two, each part by its days', () => {
  const before = aSchedule({ until: day('2026-04-30') })
  const after = aSchedule({ from: day('2026-05-01'), weekly: pence(40_000n) })
  assert.deepEqual(amounts(before, '2026-12-31'), [moneyForDays(pence(31_845n), 18)])
  const [rest, whole] = periodsDue(after, day('2026-06-01'))
  assert.deepEqual([rest?.from, rest?.until, rest?.amount], ['2026-05-01', '2026-05-10', 57_143n])
  assert.deepEqual([whole?.from, whole?.amount], ['2026-05-11', 160_000n])
})

const anyDay = fc.integer({ min: 0, max: 1500 }).map(days => addDays(day('2025-01-01'), days))
const anySchedule = fc
  .record({
    every: fc.constantFrom('week', 'four-weeks', 'month'),
    method: fc.constantFrom('level-months', 'by-days'),
    inAdvance: fc.boolean(),
    weekly: fc.bigInt({ min: 1n, max: 500_000n }).map(pence),
    from: anyDay,
    offset: fc.integer({ min: 0, max: 27 }),
    lasts: fc.integer({ min: 0, max: 900 }),
  })
  .map(({ offset, lasts, ...about }) => ({
    ...about,
    firstDueOn: addDays(about.from, offset),
    until: addDays(about.from, lasts),
  })) as fc.Arbitrary<Schedule & { until: PlainDate }>

test('every day of a schedule is in exactly one period, whatever the rhythm', () => {
  fc.assert(
    fc.property(anySchedule, schedule => {
      const periods = periodsDue(schedule, day('2040-01-01'))
      assert.equal(periods[0]?.from, schedule.from)
      assert.equal(periods.at(-1)?.until, schedule.until)
      for (const [place, period] of periods.entries()) {
        assert.equal(numberOf(schedule, period.from), place)
        assert.equal(period.days, daysInside(period.from, period.until))
        const next = periods[place + 1]
        if (next) assert.equal(daysBetween(period.until, next.from), 1)
        if (next) assert.ok(next.dueOn >= period.dueOn)
      }
    }),
  )
})

test('the payments of any weeks come to days x daily money, within half a penny for each part period', () => {
  fc.assert(
    fc.property(anySchedule, schedule => {
      if (schedule.every === 'month' && schedule.method === 'level-months') return
      const periods = periodsDue(schedule, day('2040-01-01'))
      const paid = plus(...periods.map(({ amount }) => amount))
      const days = BigInt(daysInside(schedule.from, schedule.until))
      const off = paid * 7n - schedule.weekly * days
      const parts = BigInt(periods.filter(({ days: count }) => count % 7 !== 0).length)
      assert.ok((off < 0n ? -off : off) * 2n <= 7n * parts)
    }),
  )
})

test('the level months of a whole financial year come to days x daily money, to the penny', () => {
  fc.assert(
    fc.property(anySchedule, about => {
      const schedule = { ...about, every: 'month', method: 'level-months', until: null } as const
      const year = financialYear(schedule.from)
      const end = day(`${year + 1}-03-31`)
      const periods = periodsDue(schedule, day('2040-01-01')).filter(({ until }) => until <= end)
      assert.equal(
        plus(...periods.map(({ amount }) => amount)),
        moneyForDays(schedule.weekly, daysInside(schedule.from, end)),
      )
    }),
    { numRuns: 50 },
  )
})

test('the cost of a period is shared between its years and nothing is lost', () => {
  fc.assert(
    fc.property(anySchedule, schedule => {
      for (const period of periodsDue(schedule, day('2028-01-01'))) {
        const parts = costByYear(period)
        assert.equal(plus(...parts.map(({ cost }) => cost)), period.amount)
        assert.equal(
          parts.reduce((all, { days }) => all + days, 0),
          period.days,
        )
      }
    }),
    { numRuns: 30 },
  )
})
