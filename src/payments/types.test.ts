import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayOwed } from './types.ts'

test('what is owed says once what it is, also where its own words begin with that', () => {
  assert.equal(sayOwed('wage', 'May, to Joan Ellery'), 'Wages: May, to Joan Ellery')
  assert.equal(sayOwed('invoice', 'Invoice F-1 of Fernway Care'), 'Invoice F-1 of Fernway Care')
  assert.equal(sayOwed('invoice', 'The invoice of May'), 'Invoice: The invoice of May')
})
