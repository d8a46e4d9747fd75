import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, plainDate } from '../../kernel/days.ts'
import { clocks } from '../definitions.ts'
import { aChildsRuns, aRun } from '../examples.ts'
import { barsOf, drawing, spanOf } from './drawing.ts'
import { forecastOf } from './forecast.ts'
import { regimeOf } from './regime.ts'
import { groupOf, isOpenRun, sayIfPassed, sayStand, sayWhose } from './standing.ts'

const today = plainDate('2026-11-29')
const dueIn = (days: number) => {
  const by = addDays(today, days)
  return aRun({ due_on: by, paused_due_on: by })
}

test('a clock stands in the group of its day, on both sides of each line', () => {
  const found = [-1, 0, 1, 7, 8, 35, 36].map(days => groupOf(dueIn(days), today))
  assert.deepEqual(found, ['overdue', 'today', 'week', 'week', 'month', 'month', 'later'])
  assert.equal(groupOf({ paused_due_on: null }, today), 'no-day')
})

test('how a clock stands is said in days; the due day itself is in time', () => {
  assert.equal(sayStand(dueIn(1), today), '1 day left')
  assert.equal(sayStand(dueIn(0), today), 'Due today')
  assert.equal(sayStand(dueIn(-2), today), '2 days overdue')
  const met = (days: number) => sayStand({ ...dueIn(-10), met_on: addDays(today, days) }, today)
  assert.equal(met(-10), 'Done in time')
  assert.equal(met(-9), 'Done 1 day late')
  assert.equal(sayStand({ ...dueIn(3), dropped_on: today }, today), 'No longer needed')
  assert.equal(sayStand(aRun({ due_on: null, paused_due_on: null }), today), 'No day known')
  assert.equal(sayStand(aRun({ due_on: null, paused_due_on: null, met_on: today }), today), 'Done')
})

test('what is to be met or dropped tomorrow is open today', () => {
  const tomorrow = addDays(today, 1)
  assert.equal(isOpenRun(aRun({ met_on: tomorrow }), today), true)
  assert.equal(isOpenRun(aRun({ met_on: today }), today), false)
  assert.equal(isOpenRun(aRun({ dropped_on: tomorrow }), today), true)
  assert.equal(isOpenRun(aRun({ dropped_on: today }), today), false)
})

test('the family is "you" to itself; each turn says what to do if the day passes', () => {
  assert.equal(sayWhose('family', 'family'), 'you')
  assert.equal(sayWhose('family', 'staff'), 'the family')
  for (const { id } of clocks) assert.ok(sayIfPassed({ clock: id }).length > 20)
})

test('the forecast counts from today, eight weeks, by kind, the largest first', () => {
  const found = forecastOf(
    [
      { clock: 'CHC-DECISION', week: 0, count: 1 },
      { clock: 'DP-REV-02', week: 7, count: 3 },
      { clock: 'DP-REV-02', week: 0, count: 1 },
      { clock: 'DP-REV-02', week: 8, count: 9 },
    ],
    today,
  )
  assert.deepEqual(
    found.weeks.map(week => week.count),
    [2, 0, 0, 0, 0, 0, 0, 3],
  )
  assert.equal(found.weeks[7]?.until, addDays(today, 55))
  assert.deepEqual(
    found.kinds.map(kind => [kind.clock, kind.all]),
    [
      ['DP-REV-02', 4],
      ['CHC-DECISION', 1],
    ],
  )
  assert.equal(found.all, 5)
  assert.deepEqual(forecastOf([], today).kinds, [])
})

test('the clocks of one child lie in three lanes, and every bar is numbered from the left', () => {
  const drawn = drawing(aChildsRuns(), spanOf(today, 0), today)
  assert.deepEqual(drawn.span, { from: '2024-11-30', until: '2027-11-29' })
  assert.deepEqual(
    drawn.lanes.map(lane => [lane.regime, lane.rows.map(row => row.clock)]),
    [
      ['nhs', ['CYPCC-REVIEW-YEARLY', 'CYPCC-ADULT-14', 'PHB-REQUEST']],
      ['education', ['EHC-DECIDE', 'EHC-FINAL', 'EHC-REVIEW']],
      ['social-care', ['CARE-ACT-DP-REVIEW', 'CARE-ACT-DP-REVIEW-YEARLY']],
    ],
  )
  const bars = barsOf(drawn)
  assert.deepEqual(
    bars.map(bar => bar.number),
    bars.map((_, place) => place + 1),
  )
  assert.deepEqual(
    drawn.years.map(({ year }) => year),
    [2025, 2026, 2027],
  )
})

test('late, paused, met, dropped and undated runs are told apart by more than a colour', () => {
  const bars = barsOf(drawing(aChildsRuns(), spanOf(today, 0), today))
  const bar = (clock: string, place = 0) => {
    const found = bars.filter(one => one.run.clock === clock)[place]
    assert.ok(found)
    return found
  }
  const late = bar('CYPCC-REVIEW-YEARLY', 1)
  assert.ok(late.overdue !== null && late.overdue.from === late.waits.until)
  assert.match(late.label, /: 109 days overdue$/)
  assert.equal(bar('EHC-FINAL').pauses.length, 1)
  assert.ok(bar('EHC-FINAL').met !== null && bar('EHC-FINAL').overdue === null)
  assert.ok(bar('CARE-ACT-DP-REVIEW-YEARLY').dropped !== null)
  assert.equal(bar('PHB-REQUEST').stand, 'no-day')
  const earlier = barsOf(drawing(aChildsRuns(), spanOf(today, 2), today))
  assert.match(earlier.find(one => one.stand === 'met-late')?.label ?? '', /Done 14 days late/)
})

test('a day at the edge of the span is drawn, the day after is not', () => {
  const span = { from: plainDate('2026-01-01'), until: plainDate('2026-12-31') }
  const ends = (day: string) =>
    aRun({ started_on: plainDate('2025-06-01'), ...dueOn(day), met_on: plainDate(day) })
  const dueOn = (day: string) => ({ due_on: plainDate(day), paused_due_on: plainDate(day) })
  const drawn = (run: ReturnType<typeof aRun>) => barsOf(drawing([run], span, today)).length
  assert.equal(drawn(ends('2025-12-31')), 0)
  assert.equal(drawn(ends('2026-01-01')), 1)
  assert.equal(drawn(aRun({ started_on: plainDate('2026-12-31'), ...dueOn('2027-03-01') })), 1)
  assert.equal(drawn(aRun({ started_on: plainDate('2027-01-01'), ...dueOn('2027-03-01') })), 0)
})

test('runs of one kind that overlap lie on tracks of their own', () => {
  const one = aRun()
  const drawn = drawing([one, { ...one, href: '/requests/other' }], spanOf(today, 0), today)
  assert.equal(drawn.lanes[0]?.rows[0]?.tracks, 2)
  assert.deepEqual(
    barsOf(drawn).map(bar => bar.track),
    [0, 1],
  )
  assert.deepEqual(drawing([], spanOf(today, 0), today).lanes, [])
})

test('a clock is of the regime whose law or guidance it comes from', () => {
  assert.equal(regimeOf('EHC-FINAL'), 'education')
  assert.equal(regimeOf('SEN-DP-REVIEW'), 'education')
  assert.equal(regimeOf('CARE-ACT-DP-REVIEW'), 'social-care')
  assert.equal(regimeOf('CHC-DECISION'), 'nhs')
})
