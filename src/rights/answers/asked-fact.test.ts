import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import type { FactAsked } from '../types.ts'
import { factQuestions, factTold } from './asked-fact.ts'
import { rightOn } from './right.ts'

const on = plainDate('2026-11-29')
const rightFor = (asks: FactAsked, answer: string | null) => {
  const cohort = asks === 'section' ? 'section-117' : 'wheelchair'
  const cohorts = [{ cohort, from: on, until: null, ...factTold(asks, answer) }] as const
  return rightOn({ born: null, cohorts }, on)
}

test('the first answers give the right, the last two do not, and each is told why', () => {
  for (const asks of ['section', 'chair'] as const) {
    const answers = factQuestions[asks].answers.map(([answer]) => answer)
    const without = answers.slice(-2)
    for (const answer of answers) {
      const { legalRight, reasons } = rightFor(asks, answer)
      assert.deepEqual([answer, legalRight], [answer, !without.includes(answer)])
      assert.equal(reasons.length, legalRight ? 0 : 1)
    }
  }
})

test('what is not known, or no answer to the question, is told as not known', () => {
  assert.deepEqual(rightFor('section', null).reasons, ['section-not-known'])
  assert.deepEqual(rightFor('section', 'no such answer').reasons, ['section-not-known'])
  assert.deepEqual(rightFor('chair', null).reasons, ['wheelchair-need-not-known'])
  assert.deepEqual(factTold(null, '3'), {})
})
