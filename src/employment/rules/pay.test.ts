import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { pence, plus, sayMoney, type Thousandths } from '../../kernel/money.ts'
import { employerLines } from '../../needs/public.ts'
import { findRule } from '../../rights/public.ts'
import { aSheet, aTerm, spells, units } from '../examples.ts'
import { leaveRule } from '../reference/figures.ts'
import { expensesOf, grossOf, payLines, termOn, unitsIn, weeksPay } from './pay.ts'
import { aboveAgreed } from './pending.ts'
import { countOf } from './units.ts'

const day = plainDate

test('a rate holds from its first day, and of two of one day the one written last', () => {
  const terms = [
    aTerm(),
    aTerm({ rate: pence(1350n), from: day('2026-10-01'), number: 2 }),
    aTerm({ rate: pence(1360n), from: day('2026-10-01'), number: 3 }),
  ]
  assert.equal(termOn(terms, 'hour', day('2026-04-05')), null)
  assert.equal(termOn(terms, 'hour', day('2026-09-30'))?.rate, 1290n)
  assert.equal(termOn(terms, 'hour', day('2026-10-01'))?.rate, 1360n)
  assert.equal(termOn(terms, 'sleep-in', day('2026-10-01')), null)
})

test('work is added up by unit and rate and rounded once, and miles are given back, not pay', () => {
  const terms = [
    aTerm({ rate: pence(1291n) }),
    aTerm({ unit: 'mile', rate: pence(45n), weekly: units('46') }),
  ]
  const work = [
    ...spells([
      ['2026-04-07', '0.5'],
      ['2026-04-08', '0.5'],
    ]),
    ...spells([['2026-04-08', '10']], 'mile'),
  ]
  const lines = payLines(work, terms)
  assert.equal(grossOf(lines), 1291n, 'two halves of an odd penny are one whole')
  assert.equal(expensesOf(lines), 450n)
  assert.equal(weeksPay(terms, day('2026-04-07')), 30_984n, 'a week’s pay holds no miles')
})

const walt = [
  aTerm({ unit: 'waking-night', rate: pence(16_825n), weekly: units('5') }),
  aTerm({ unit: 'sleep-in', rate: pence(7190n), weekly: units('2') }),
  aTerm({ unit: 'mile', rate: pence(45n), weekly: units('46') }),
]
const week = (monday: string, nights: string, sleepIns: string, miles: string) =>
  aSheet({
    week: day(monday),
    spells: [
      ...spells([[monday, nights]], 'waking-night'),
      ...spells([[monday, sleepIns]], 'sleep-in'),
      ...spells([[monday, miles]], 'mile'),
    ],
  })

test('V-13: four weeks of nights, sleep-ins and miles stay what they are, and one sleep-in is above', () => {
  const sheets = [
    week('2026-06-01', '5', '2', '46'),
    week('2026-06-08', '5', '2', '46'),
    week('2026-06-15', '5', '3', '46'),
    week('2026-06-22', '4', '2', '43'),
  ]
  const all = sheets.flatMap(sheet => sheet.spells)
  const lines = payLines(all, walt)
  assert.deepEqual(
    lines.map(line => [line.unit, sayMoney(line.amount)]),
    [
      ['waking-night', '£3,196.75'],
      ['sleep-in', '£647.10'],
      ['mile', '£81.45'],
    ],
  )
  assert.equal(sayMoney(plus(...lines.map(({ amount }) => amount))), '£3,925.30')
  const above = sheets.flatMap(sheet => aboveAgreed({ sheet, terms: walt }))
  assert.deepEqual(
    above.map(one => countOf(one.unit, one.above)),
    ['1 sleep-in'],
  )
  assert.equal(unitsIn(all, 'hour'), 0n, 'nothing was turned into hours')
})

test('V-14: an assistant of 24 hours at £12.90 costs £380.40 a week, each line rounded once', () => {
  const pay = weeksPay([aTerm()], day('2026-04-06'))
  const lines = employerLines(pay, {
    niParts: 1425,
    niAboveWeekly: pence(11_200n),
    pensionParts: 300,
    pensionAboveWeekly: pence(11_800n),
    pensionFromYearly: pence(1_000_000n),
    leaveWeeks: 5600,
    insuranceYearly: pence(6100n),
    payrollFourWeekly: pence(950n),
  })
  assert.equal(sayMoney(pay), '£309.60')
  assert.deepEqual(
    lines.map(({ weekly }) => sayMoney(weekly)),
    ['£28.16', '£5.75', '£33.34', '£1.17', '£2.38'],
  )
  assert.equal(sayMoney(plus(pay, ...lines.map(({ weekly }) => weekly))), '£380.40')
  assert.deepEqual([leaveRule.confidence, findRule('DP-AMT-01').confidence], ['secondary', 'forerunner'])
})

test('one of a unit is said in the singular', () => {
  assert.equal(countOf('hour', 1000n as Thousandths), '1 hour')
  assert.equal(countOf('sleep-in', 1500n as Thousandths), '1.5 sleep-ins')
})
