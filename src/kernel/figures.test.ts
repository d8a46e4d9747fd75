import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, plainDate } from './days.ts'
import {
  type FigureSet,
  figuresIn,
  figureWrong,
  holdsUntil,
  readFigure,
  sayFigure,
  usualOf,
  whyNotSet,
} from './figures.ts'

const day = plainDate
const one = { says: 'A window', usual: 10, least: 1, most: 60, confidence: 'design', why: 'Ours.' } as const
const facts = { window: { ...one, unit: 'days' }, share: { ...one, unit: 'percent' } } satisfies FigureSet
const set = (name: string, value: string, from: string) => ({ name, value, from: day(from) })

test('a figure is a whole number within its line, on both sides', () => {
  assert.deepEqual(
    ['0', '1', '60', '61', '', 'ten', '1.5', '-1', ' 7 '].map(typed => readFigure(facts.window, typed)),
    [null, 1, 60, null, null, null, null, null, 7],
  )
  assert.equal(figureWrong(facts.window), 'Enter a whole number from 1 to 60 (days)')
  assert.deepEqual(
    [sayFigure(facts.window, 1), sayFigure(facts.window, 2), sayFigure(facts.share, 5)],
    ['1 day', '2 days', '5 %'],
  )
})

test('the figure in force is the one of the day, and the usual one before any', () => {
  const kept = [
    set('window', '20', '2026-06-08'),
    set('window', '5', '2026-05-01'),
    set('share', '99', '2026-01-01'),
  ]
  const on = (when: string) => figuresIn(facts, kept, day(when)).window
  assert.deepEqual(['2026-04-30', '2026-05-01', '2026-06-07', '2026-06-08'].map(on), [10, 5, 5, 20])
  assert.equal(figuresIn(facts, kept, day('2026-06-08')).share, 10, 'what it cannot be does not count')
  assert.deepEqual(usualOf(facts), { window: 10, share: 10 })
})

test('no two figures hold on one day', () => {
  const kept = [
    set('window', '30', '2026-07-01'),
    set('share', '4', '2026-06-20'),
    set('window', '20', '2026-06-08'),
    set('window', '15', '2026-06-08'),
    set('window', '5', '2026-05-01'),
  ]
  assert.deepEqual(
    kept.map(each => holdsUntil(kept, each)),
    [null, null, day('2026-06-30'), 'never', day('2026-06-07')],
  )
})

test('a figure is not set for days gone by, nor a second time for today', () => {
  const today = day('2026-06-08')
  const why = (from: string, more = {}) =>
    whyNotSet({ mayIt: true, value: 5, because: 'Committee', from: day(from), today, before: [], ...more })
  assert.deepEqual(why('2026-06-08'), [])
  assert.deepEqual(why('2026-06-07'), ['in-the-past'])
  assert.deepEqual(why('2026-06-08', { before: [set('window', '9', '2026-06-08')] }), ['begun-today'])
  const coming = addDays(today, 1)
  assert.deepEqual(why(coming, { before: [set('window', '9', coming)] }), [])
  assert.deepEqual(why('2026-06-08', { mayIt: false, value: null, because: ' ' }), [
    'not-yours-to-set',
    'not-a-figure',
    'reason-missing',
  ])
})
