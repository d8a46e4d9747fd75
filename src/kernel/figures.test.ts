import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, plainDate } from './days.ts'
import {
  type FigureSet,
  figuresIn,
  figureWrong,
  holdsUntil,
  keepFigure,
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

test('weeks may have tenths, and pounds pennies; both are kept as they were typed', () => {
  const weeks = { ...one, unit: 'weeks', least: 0, most: 99.9, tenths: true } as const
  const pounds = { ...one, unit: 'pounds', least: 0, most: 9_999_999 } as const
  assert.deepEqual(
    ['8', '8.5', '8.55', '100', '0'].map(typed => keepFigure(weeks, typed)),
    ['8', '8.5', null, null, '0'],
  )
  assert.deepEqual(
    ['£1,000', '1000.50', '1000.5', '12345678'].map(typed => keepFigure(pounds, typed)),
    ['1000', '1000.50', null, null],
  )
  assert.equal(readFigure(pounds, '1000.50'), 1000.5)
  assert.deepEqual([sayFigure(pounds, 1000.5), sayFigure(weeks, 8.5)], ['£1,000.50', '8.5 weeks'])
})

test('what nobody has set and nothing is usual for is not there', () => {
  const limit = { limit: { ...one, unit: 'days', usual: null } } as const
  const [before, after] = ['2026-04-30', '2026-05-01'].map(when =>
    figuresIn(limit, [set('limit', '5', '2026-05-01')], day(when)),
  )
  assert.deepEqual([before?.limit, after?.limit, usualOf(limit).limit], [null, 5, null])
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
    whyNotSet({ mayIt: true, value: '5', because: 'Committee', from: day(from), today, before: [], ...more })
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
