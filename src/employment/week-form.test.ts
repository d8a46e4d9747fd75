import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainDate } from '../kernel/days.ts'
import { aSheet, spells } from './examples.ts'
import { readEngagement } from './forms.ts'
import { readWeek, typedWeek } from './week-form.ts'

const asked = {
  week: plainDate('2026-11-23'),
  units: ['hour', 'sleep-in'] as const,
  today: plainDate('2026-11-27'),
}
const read = (typed: Record<string, string>) => readWeek(typed, asked)
const errors = (typed: Record<string, string>) => {
  const found = read(typed)
  return found.ok ? [] : found.errors.map(({ field, says }) => `${field}: ${says}`)
}

test('a day with 25 hours, hours below nought and nonsense are refused at their own box', () => {
  assert.deepEqual(errors({ 'hour-0': '25' }), [
    'hour-0: Monday 23 November 2026: a day has 24 hours. You typed 25',
  ])
  assert.deepEqual(errors({ 'hour-0': '24' }), [])
  assert.deepEqual(errors({ 'hour-1': '-3' }), [
    'hour-1: Tuesday 24 November 2026: hours cannot be below nought',
  ])
  for (const typed of ['seven', '1e3', '7:30', '12.12345', 'NaN'])
    assert.match(errors({ 'hour-2': typed })[0] ?? '', /hour-2: Wednesday .* as a number, like 7.5/)
  assert.deepEqual(errors({ 'sleep-in-0': '2' }), [
    'sleep-in-0: Monday 23 November 2026: enter 1 or fewer. You typed 2',
  ])
})

test('a time is read as people write it, and is nothing without hours', () => {
  const begins = (typed: string) => {
    const found = read({ 'hour-0': '4', 'begins-0': typed })
    return found.ok ? found.value.spells[0]?.begins : found.errors[0]?.says
  }
  assert.deepEqual(['7', '7.30', '07:30', '23:59'].map(begins), ['07:00', '07:30', '07:30', '23:59'])
  for (const typed of ['24:00', '7:60', 'early']) assert.match(begins(typed) ?? '', /enter a time/)
  assert.match(errors({ 'begins-0': '7:30' })[0] ?? '', /hour-0: .*enter how many hours/)
})

test('a day that has not come yet is refused, today is not', () => {
  assert.deepEqual(errors({ 'hour-4': '5' }), [])
  assert.match(errors({ 'hour-5': '5' })[0] ?? '', /has not come yet/)
})

test('empty boxes and noughts are no work, and every error of a week is said at once', () => {
  const found = read({ 'hour-0': '', 'hour-1': '0', 'hour-2': ' 7.5 ' })
  assert.ok(found.ok)
  assert.deepEqual(found.value.spells, spells([['2026-11-25', '7.5']]))
  assert.equal(errors({ 'hour-0': '25', 'hour-1': '-1', 'sleep-in-2': 'x' }).length, 3)
})

test('a week that was sent stands in the boxes as it was, and a copy leaves the note behind', () => {
  const sheet = aSheet({ week: asked.week, spells: spells([['2026-11-24', '7.5', '08:00']]), note: 'Late' })
  assert.deepEqual(typedWeek(sheet, 'all'), {
    'hour-1': '7.5',
    'begins-1': '08:00',
    tasks: [],
    note: 'Late',
  })
  assert.equal(typedWeek(sheet, 'copy')['note'], undefined)
})

test('reading a week never throws on anything typed', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (hours, begins) => {
      const found = read({ 'hour-0': hours, 'begins-0': begins, note: hours })
      if (found.ok) for (const { units } of found.value.spells) assert.ok(units > 0n && units <= 24_000n)
    }),
    { numRuns: 500 },
  )
})

test('a rate below nought or of nothing is refused at its field, and what is right is not', () => {
  const typed = { unit1: 'hour', rate1: '-12.90', weekly1: '24', unit2: 'mile', rate2: '0', weekly2: '-1' }
  const found = readEngagement(typed)
  assert.ok(!found.ok)
  const at = (field: string) => found.errors.find(error => error.field === field)?.says
  assert.equal(at('rate1'), 'A rate must be above nought')
  assert.equal(at('rate2'), 'A rate must be above nought')
  assert.equal(at('weekly2'), 'The number cannot be below nought')
  assert.equal(at('weekly1'), undefined)
  assert.equal(at('assistant'), 'Enter the assistant’s full name')
})
