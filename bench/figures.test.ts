import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawnFigures, isOver, middle, p95, ratioOf, sayFigure } from './figures.ts'

test('of twenty measurements the 95th percentile is the nineteenth, and of one it is that one', () => {
  const twenty = Array.from({ length: 20 }, (_, at) => 20 - at)
  assert.equal(p95(twenty), 19)
  assert.equal(p95([7]), 7)
  assert.throws(() => p95([]), RangeError)
})

test('the middle of three starts is neither the quickest nor the slowest', () => {
  assert.equal(middle([3, 1, 2]), 2)
})

test('a figure at its limit keeps it, above it does not, and without a limit there is no ratio', () => {
  assert.equal(ratioOf({ measured: 50, limit: 100 }), 0.5)
  assert.equal(isOver({ measured: 100, limit: 100 }), false)
  assert.equal(isOver({ measured: 100.1, limit: 100 }), true)
  assert.equal(ratioOf({ measured: 5, limit: null }), null)
  assert.equal(isOver({ measured: 5, limit: null }), false)
})

test('a figure is said with the digits that matter', () => {
  assert.deepEqual(
    [sayFigure(0.534, 's'), sayFigure(12.34, 'ms'), sayFigure(161.4, 'MB'), sayFigure(3, '')],
    ['0.53 s', '12.3 ms', '161 MB', '3.00'],
  )
})

test('the table names what is above its limit', () => {
  const table = drawnFigures([
    { name: 'second start', measured: 1.5, limit: 3, unit: 's' },
    { name: 'every page', measured: 120, limit: 100, unit: 'ms', note: '/cases' },
  ])
  assert.match(table, /second start +1\.50 s +< 3 s +0\.50$/m)
  assert.match(table, /every page \(\/cases\) +120 ms +< 100 ms +1\.20 +ABOVE ITS LIMIT$/m)
})
