import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pagingOf } from './paging.ts'

test('a long list is shown page by page, the last one with what is left', () => {
  assert.deepEqual(pagingOf(4312, 1), { page: 1, pages: 87, count: 4312, most: 50, before: 0 })
  assert.deepEqual(pagingOf(4312, 87), { page: 87, pages: 87, count: 4312, most: 50, before: 4300 })
  assert.deepEqual([pagingOf(50, 2).pages, pagingOf(51, 2).pages, pagingOf(51, 2).before], [1, 2, 50])
})

test('a page beyond the end is the last one, and one that cannot be is the first', () => {
  assert.deepEqual(
    [88, 1e9, 0, -3, Number.NaN, 2.7].map(page => pagingOf(4312, page).page),
    [87, 87, 1, 1, 1, 2],
  )
})

test('a list of nothing has one page with nothing on it', () => {
  assert.deepEqual(pagingOf(0, 5), { page: 1, pages: 1, count: 0, most: 50, before: 0 })
})
