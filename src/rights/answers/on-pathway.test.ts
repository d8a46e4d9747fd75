import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { pathwayOf } from '../pathways.ts'
import { contradictions, sayContradiction } from './on-pathway.ts'

const on = plainDate('2026-11-29')
const whats = (id: string, born: string, ...ways: ('notional' | 'direct-payment')[]) =>
  contradictions(pathwayOf(id), { born: plainDate(born), on, ways }).map(({ what }) => what)

test('a child is not on an adult’s pathway until the day before the 18th birthday', () => {
  assert.deepEqual(whats('adult-continuing-healthcare', '2008-11-30'), ['too-young'])
  assert.deepEqual(whats('adult-continuing-healthcare', '2008-11-29'), [])
  assert.deepEqual(whats('childrens-continuing-care', '2008-11-30'), [])
  assert.deepEqual(whats('childrens-continuing-care', '2008-11-29'), ['too-old'])
})

test('a maternity budget cannot be a direct payment, and says so', () => {
  const [one] = contradictions(pathwayOf('maternity'), {
    born: null,
    on,
    ways: ['notional', 'direct-payment'],
  })
  assert.ok(one)
  assert.equal(sayContradiction(one, pathwayOf('maternity')), 'Maternity cannot be held as a direct payment')
})

test('whose day of birth is not known is not refused for an age', () => {
  assert.deepEqual(contradictions(pathwayOf('fast-track'), { born: null, on, ways: ['notional'] }), [])
})
