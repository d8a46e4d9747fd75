import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { pence } from '../../kernel/money.ts'
import { units } from '../examples.ts'
import { employmentRules, weekPayLimitOn, weekPayRule } from '../reference/figures.ts'
import { whyNotEnd } from './checks.ts'
import { leaveOn } from './leave.ts'
import { leastNotice, noticeWeeks, redundancyOn } from './leaving.ts'

const day = plainDate

test('notice: none in the first month, then a week, then one for each full year, at most 12', () => {
  const from = day('2020-03-10')
  const cases = [
    ['2020-04-09', 0],
    ['2020-04-10', 1],
    ['2022-03-09', 1],
    ['2022-03-10', 2],
    ['2026-03-09', 5],
    ['2026-03-10', 6],
    ['2032-03-10', 12],
    ['2040-03-10', 12],
  ] as const
  for (const [on, weeks] of cases) assert.equal(leastNotice(from, day(on)), weeks, on)
  assert.equal(noticeWeeks(from, day('2022-03-10'), 4), 4, 'more was agreed')
  assert.equal(noticeWeeks(from, day('2032-03-10'), 4), 12, 'less than the law gives was agreed')
})

const pay = (say: Partial<Parameters<typeof redundancyOn>[0]>) =>
  redundancyOn({
    from: day('2016-05-01'),
    born: day('1985-02-01'),
    day: day('2026-06-01'),
    weeksPay: pence(30_000n),
    ...say,
  })

test('redundancy: nothing below two years, counted to the day the least notice runs out', () => {
  const from = day('2024-06-15')
  assert.deepEqual(
    [pay({ from, day: day('2026-06-01') }).note, pay({ from, day: day('2026-06-01') }).amount],
    ['under-two-years', 0n],
  )
  const just = pay({ from, day: day('2026-06-08') })
  assert.deepEqual([just.reckonedOn, just.years, just.weeksTenths], ['2026-06-15', 2, 20])
})

test('redundancy: half a week below 22, one from 22, one and a half from 41, at most 20 years', () => {
  const ten = (born: string) => pay({ born: day(born) }).weeksTenths
  assert.equal(ten('1990-01-01'), 100, 'all ten years between 22 and 40')
  assert.equal(ten('1970-01-01'), 150, 'all ten years from 41')
  assert.equal(pay({ from: day('2023-05-01'), born: day('2005-01-01') }).weeksTenths, 15, 'three below 22')
  assert.equal(pay({ from: day('1990-05-01'), born: day('1950-01-01') }).weeksTenths, 300)
  const turned41 = pay({ from: day('2023-08-10'), born: day('1984-08-10'), day: day('2026-08-01') })
  assert.equal(turned41.weeksTenths, 35, 'the year that began on the birthday counts one and a half')
  assert.equal(pay({ born: null }).note, 'birth-not-known')
})

test('redundancy: a week’s pay counts up to the limit of its day', () => {
  assert.equal(weekPayLimitOn(day('2026-04-05')).limit, 71_900n)
  assert.equal(weekPayLimitOn(day('2026-04-06')).limit, 75_100n)
  assert.equal(weekPayLimitOn(day('2020-01-01')).limit, 70_000n, 'the oldest that we know')
  assert.equal(pay({ weeksPay: pence(90_000n) }).weeksPay, 75_100n)
  assert.equal(pay({ weeksPay: pence(75_100n) }).amount, 75_100n * 10n)
})

test('leave: 5.6 weeks of the days worked, at most 28 days, built up day by day', () => {
  const facts = { from: day('2025-04-06'), last: null, daysAWeek: units('3'), leave: [] }
  const whole = leaveOn(facts, day('2026-04-05'))
  assert.deepEqual([whole.entitled, whole.builtUp], [16_800n, 16_800n])
  assert.equal(leaveOn(facts, day('2025-04-06')).builtUp, 46n, 'one day of 365')
  assert.equal(leaveOn({ ...facts, daysAWeek: units('6') }, day('2026-04-05')).entitled, 28_000n)
  assert.equal(leaveOn({ ...facts, daysAWeek: units('5') }, day('2026-04-05')).entitled, 28_000n)
  assert.equal(leaveOn(facts, day('2026-04-06')).year.from, '2026-04-06', 'a new leave year')
  assert.equal(leaveOn(facts, day('2025-01-01')).builtUp, 0n, 'nothing before the job began')
})

test('leave that was taken is owed no more, sickness takes nothing from it', () => {
  const away = (kind: 'holiday' | 'sick', first: string, days: string) => ({
    id: '' as never,
    kind,
    first: day(first),
    last: day(first),
    days: units(days),
    fitNote: false,
  })
  const leave = [away('holiday', '2025-08-04', '6'), away('sick', '2025-09-01', '2')]
  const facts = { from: day('2025-04-06'), last: day('2025-10-05'), daysAWeek: units('3'), leave }
  const found = leaveOn(facts, day('2026-01-01'))
  assert.deepEqual([found.builtUp, found.taken, found.owed, found.sick], [8423n, 6000n, 2423n, 2000n])
})

test('an end is not before the job, nor before the notice, nor written twice', () => {
  const end = {
    from: day('2026-01-05'),
    endsOn: day('2026-01-05'),
    noticeOn: day('2026-01-05'),
    ended: false,
  }
  assert.deepEqual(whyNotEnd(end), [])
  const wrong = { ...end, endsOn: day('2026-01-04'), ended: true }
  assert.deepEqual(whyNotEnd(wrong), ['ended-already', 'before-it-began', 'notice-after-the-end'])
})

test('every rule says where it is written, by a heading that is there', () => {
  for (const { id, says, source } of [...employmentRules, weekPayRule]) {
    assert.match(says, /^[A-Z].{10,150}\.$/, id)
    const [file = '', anchor = ''] = source.cite.split('#')
    assert.ok(existsSync(file), file)
    const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading.toLowerCase().replaceAll(' ', '-'),
    )
    assert.ok(headings.includes(anchor), source.cite)
  }
})
