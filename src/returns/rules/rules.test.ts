import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, type PlainDate, plainDate } from '../../kernel/days.ts'
import { findRule, ways } from '../../rights/public.ts'
import type { Counts, Holding } from '../types.ts'
import { type CheckProblem, checkFigures, checkSays } from './checks.ts'
import { countHeld, countQuarter, quarterOf, yearTo } from './counts.ts'
import { returnDue } from './due.ts'
import { afterQuarter, whyNotTurnover } from './turnover.ts'

const day = plainDate
const none: ReadonlySet<PlainDate> = new Set()

test('quarters and the year to date begin in April', () => {
  assert.deepEqual(
    [1, 2, 3, 4].map(at => quarterOf(2026, at as 1).until),
    ['2026-06-30', '2026-09-30', '2026-12-31', '2027-03-31'],
  )
  assert.equal(quarterOf(2026, 4).from, '2027-01-01')
  assert.deepEqual(
    [yearTo(day('2027-03-31')).from, yearTo(day('2027-04-01')).from],
    ['2026-04-01', '2027-04-01'],
  )
})

test('one budget is counted as the rule of the register says', () => {
  const { cases } = findRule('RETURN-TWO-MEASURES')
  assert.ok(cases.length >= 6)
  for (const { facts, answer, says } of cases) {
    const { firstDay, lastDay, quarterEnds } = facts as Record<string, PlainDate>
    const one = { person: 'P', way: 'notional', from: firstDay, until: lastDay } as Holding
    const { yearToDate, live } = countQuarter([one], quarterEnds as PlainDate)
    const said = ['neither', 'year to date', 'year to date and live'][yearToDate.people + live.people]
    assert.equal(said, answer, says)
  }
})

test('two ways on one day are mixed; one after the other is a change', () => {
  const span = quarterOf(2026, 1)
  const of = (last: string, first: string) =>
    countHeld(
      [
        { person: 'P', way: 'notional', from: day('2026-04-01'), until: day(last) },
        { person: 'P', way: 'direct-payment', from: day(first), until: null },
      ],
      span,
    )
  assert.deepEqual([of('2026-05-03', '2026-05-04').mixed, of('2026-05-03', '2026-05-04').changed], [0, 1])
  assert.deepEqual([of('2026-05-04', '2026-05-04').mixed, of('2026-05-04', '2026-05-04').changed], [1, 0])
  assert.equal(of('2026-05-04', '2026-05-04').people, 1)
})

test('the same way twice at once is not mixed, and a last day before the first covers nothing', () => {
  const one: Holding = { person: 'P', way: 'notional', from: day('2026-05-04'), until: null }
  assert.deepEqual(countHeld([one, one], quarterOf(2026, 1)), {
    people: 1,
    byWay: { notional: 1, 'third-party': 0, 'direct-payment': 0 },
    mixed: 0,
    changed: 0,
  })
  assert.equal(countHeld([{ ...one, until: day('2026-05-03') }], quarterOf(2026, 1)).people, 0)
  assert.equal(countHeld([{ ...one, until: day('2026-05-04') }], quarterOf(2026, 1)).people, 1)
})

test('a quarter that ends before a weekend is due on Monday', () => {
  assert.equal(returnDue(day('2027-12-31'), none).due, '2028-01-03')
  assert.equal(returnDue(day('2027-12-31'), new Set([day('2028-01-03')])).due, '2028-01-04')
})

test('a turnover that cannot have been is refused, and one at the line is not', () => {
  const before = { live: 2, yearToDate: 3 }
  const why = (starts: number, ends: number, startsCountedAlready: number) =>
    whyNotTurnover(before, { starts, ends, startsCountedAlready })
  assert.deepEqual(why(1, 3, 1), [])
  assert.deepEqual(why(1, 4, 2), ['more-ends-than-budgets', 'more-counted-than-starts'])
  assert.deepEqual(why(1.5, 0, 0), ['not-a-count'])
  assert.throws(() => afterQuarter(before, { starts: 0, ends: 3, startsCountedAlready: 0 }), /more-ends/)
})

const counts = (people: number, more: Partial<Counts> = {}): Counts => ({
  people,
  byWay: { notional: people, 'third-party': 0, 'direct-payment': 0 },
  mixed: 0,
  changed: 0,
  ...more,
})
const check = (yearToDate: Counts, live: Counts, more = {}): readonly CheckProblem[] =>
  checkFigures({
    now: { yearToDate, live },
    before: { yearToDate: counts(40), live: counts(40) },
    sameYear: true,
    mostChangePercent: 100,
    ...more,
  })

test('the checks of a return, on both sides of each line', () => {
  assert.deepEqual(check(counts(44), counts(44)), [])
  assert.deepEqual(check(counts(43), counts(44)), ['year-to-date-below-live'])
  assert.deepEqual(check(counts(40), counts(40)), [])
  assert.deepEqual(check(counts(39), counts(39)), ['year-to-date-fell'])
  assert.deepEqual(check(counts(39), counts(39), { sameYear: false }), [])
  const byWay = (notional: number, direct: number) => ({
    byWay: { notional, 'third-party': 0, 'direct-payment': direct },
  })
  assert.deepEqual(check(counts(44, byWay(44, 1)), counts(44)), [])
  assert.deepEqual(check(counts(44, byWay(45, 0)), counts(44)), ['way-above-people'])
  assert.deepEqual(check(counts(44, byWay(43, 0)), counts(44)), ['ways-below-people'])
})

test('a big move and a quarter left out are explained, not mended', () => {
  assert.deepEqual(check(counts(80), counts(79)), [])
  assert.deepEqual(check(counts(80), counts(80)), ['changed-a-lot'])
  assert.deepEqual(check(counts(40), counts(1)), [])
  assert.deepEqual(check(counts(40), counts(0)), ['changed-a-lot'])
  assert.deepEqual(check(counts(80), counts(80), { mostChangePercent: null }), [])
  assert.deepEqual(check(counts(80), counts(80), { before: null }), ['last-quarter-missing'])
  assert.deepEqual(
    [checkSays['changed-a-lot'].grade, checkSays['way-above-people'].grade],
    ['explain', 'mend'],
  )
})

const anyDay = fc.integer({ min: 0, max: 900 }).map(days => addDays(day('2025-01-01'), days))
const anyHolding: fc.Arbitrary<Holding> = fc.record({
  person: fc.constantFrom('P', 'Q', 'R', 'S', 'T'),
  way: fc.constantFrom(...ways),
  from: anyDay,
  until: fc.option(anyDay),
})

test('year to date is never below live, and the order of the holdings is nothing', () => {
  fc.assert(
    fc.property(fc.array(anyHolding, { maxLength: 20 }), anyDay, (holdings, ends) => {
      const found = countQuarter(holdings, ends)
      const problems = checkFigures({
        now: found,
        before: found,
        sameYear: true,
        mostChangePercent: 100,
      })
      assert.deepEqual(problems, [])
      assert.deepEqual(countQuarter(holdings.toReversed(), ends), found)
      for (const { people, byWay, mixed, changed } of [found.yearToDate, found.live])
        assert.ok([people, ...Object.values(byWay), mixed, changed].every(one => one >= 0 && one <= 5))
      assert.equal(found.live.changed, 0, 'on one day two ways are always mixed')
    }),
  )
})
