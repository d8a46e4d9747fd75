import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { notBorne } from './on-pathway.ts'

const on = plainDate('2026-11-29')
const held = (decidedWay: 'notional' | 'direct-payment', granted = true) => ({ granted, decidedWay })

test('a way that a care does not have is named with the care; a refused part is held in no way', () => {
  const born = plainDate('1996-02-01')
  assert.deepEqual(notBorne('maternity', [held('notional'), held('direct-payment')], { born, on }), [
    { way: 'direct-payment', says: 'Maternity cannot be held as a direct payment' },
  ])
  assert.deepEqual(notBorne('maternity', [held('notional')], { born, on }), [])
  assert.deepEqual(notBorne('maternity', [held('direct-payment', false)], { born, on }), [])
  assert.deepEqual(notBorne('not-sure', [held('direct-payment')], { born, on }), [])
})

test('an age and a way that do not fit are both said', () => {
  const found = notBorne('fast-track', [held('direct-payment')], { born: plainDate('2010-01-01'), on })
  assert.deepEqual(found, [
    {
      way: null,
      says: 'Fast track continuing healthcare is for people of 18 or over; this person is 16',
    },
  ])
})
