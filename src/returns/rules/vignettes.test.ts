import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bankHolidays } from '../../clocks/public.ts'
import { plainDate } from '../../kernel/days.ts'
import { type Backed, findRule, type Way } from '../../rights/public.ts'
import type { Counts, Holding } from '../types.ts'
import { countQuarter, quarterOf } from './counts.ts'
import { returnDue } from './due.ts'
import { afterQuarter } from './turnover.ts'

const day = plainDate
const held = (person: string, way: Way, from: string, until: string | null = null): Holding => ({
  person,
  way,
  from: day(from),
  until: until === null ? null : day(until),
})
const plain = ({ people, byWay }: Counts) => ({
  people,
  notional: byWay.notional,
  third_party: byWay['third-party'],
  direct_payment: byWay['direct-payment'],
})
const shows = ({ confidences }: Backed, ...expected: readonly string[]) =>
  assert.deepEqual([...confidences].sort(), [...expected].sort())

const nine: readonly Holding[] = [
  held('P1', 'notional', '2025-11-03'),
  held('P2', 'direct-payment', '2026-02-16', '2026-03-31'),
  held('P3', 'direct-payment', '2026-02-16', '2026-04-01'),
  held('P4', 'third-party', '2026-05-11', '2026-06-30'),
  held('P5', 'notional', '2026-07-06'),
  held('P5', 'direct-payment', '2026-07-06'),
  held('P6', 'direct-payment', '2026-09-30'),
  held('P7', 'notional', '2026-10-01'),
  held('P8', 'notional', '2026-06-01', '2026-09-30'),
  held('P9', 'direct-payment', '2026-04-20', '2026-05-31'),
  held('P9', 'direct-payment', '2026-08-17'),
]

test('V-39 year to date is not the same as live', () => {
  const second = countQuarter(nine, quarterOf(2026, 2).until)
  assert.deepEqual(plain(second.yearToDate), {
    people: 7,
    notional: 3,
    third_party: 1,
    direct_payment: 4,
  })
  assert.deepEqual(plain(second.live), { people: 5, notional: 3, third_party: 0, direct_payment: 3 })
  assert.deepEqual([second.yearToDate.mixed, second.live.mixed], [1, 1])
  const first = countQuarter(nine, quarterOf(2026, 1).until)
  assert.deepEqual(
    { year_to_date: first.yearToDate.people, live: first.live.people },
    {
      year_to_date: 5,
      live: 3,
    },
  )
  shows(second, 'secondary', 'general-knowledge')
})

test('V-40 turnover and the day it is due', () => {
  const quarter = { starts: 9, ends: 6, startsCountedAlready: 2 }
  const totals = afterQuarter({ live: 41, yearToDate: 52 }, quarter)
  assert.deepEqual([totals.live, totals.yearToDate], [44, 59])
  assert.equal(findRule('RETURN-NOT-BELOW-LIVE').decide(totals), 'passes')
  const holidays = new Set(['2026-12-25', '2026-12-28', '2027-01-01'].map(day))
  const dues = ([2, 3] as const).map(quarter => returnDue(quarterOf(2026, quarter).until, holidays))
  assert.deepEqual(
    dues.map(({ due }) => due),
    ['2026-10-01', '2027-01-04'],
  )
  assert.equal(returnDue(day('2026-12-31'), bankHolidays).due, '2027-01-04', 'as our own table has them')
  for (const answer of [totals, ...dues]) shows(answer, 'secondary')
})

test('V-40 once more, counted from holdings', () => {
  const many = (name: string, count: number, from: string, until: string | null) =>
    Array.from({ length: count }, (_, at) => held(`${name}${at}`, 'notional', from, until))
  const holdings = [
    ...many('stays', 35, '2026-04-06', null),
    ...many('ends', 6, '2026-04-06', '2026-08-14'),
    ...many('gone', 11, '2026-02-02', '2026-05-20'),
    ...many('new', 7, '2026-07-06', null),
    held('ends0', 'notional', '2026-09-07'),
    held('gone0', 'notional', '2026-09-07'),
  ]
  const [first, second] = [
    countQuarter(holdings, day('2026-06-30')),
    countQuarter(holdings, day('2026-09-30')),
  ]
  assert.deepEqual([first.live.people, first.yearToDate.people], [41, 52])
  assert.deepEqual([second.live.people, second.yearToDate.people], [44, 59])
})
