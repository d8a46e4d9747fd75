import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Moment, plainDate } from '../../kernel/days.ts'
import type { Backed } from '../../rights/public.ts'
import type { Application, Call, Scoring } from '../types.ts'
import { readiness, type Theme, whyNotAction } from './readiness.ts'
import { sayScore } from './score.ts'
import { scorersNeeded, select } from './select.ts'

const shows = ({ confidences }: Backed, ...expected: readonly string[]) =>
  assert.deepEqual([...confidences].sort(), [...expected].sort())

// Noon in England is eleven in UTC on that day.
const call: Call = {
  places: 2,
  closesAt: '2026-04-24T11:00:00.000Z' as Moment,
  criteria: [
    { name: 'commissioning', weight: 20 },
    { name: 'leadership', weight: 20 },
    { name: 'budgets in place', weight: 15 },
    { name: 'co-production', weight: 25 },
    { name: 'next steps', weight: 20 },
  ],
  topLevel: 4,
  equalBy: 'co-production',
}
const by = (scorer: string, levels: readonly number[], worksForApplicant = false): Scoring => ({
  scorer,
  levels,
  worksForApplicant,
})
const from = (area: string, scorings: readonly Scoring[], at = '2026-04-24T11:00:00.999Z'): Application => ({
  area,
  receivedAt: at as Moment,
  scorings,
})
const applications = [
  from('Holmcaster', [], '2026-04-24T11:04:10.000Z'),
  from('Millbrook', [by('a', [3, 3, 2, 4, 3]), by('b', [3, 2, 3, 3, 4])]),
  from('Thornby', [by('a', [4, 3, 3, 3, 3]), by('b', [4, 3, 1, 3, 3])]),
  from('Ashdale', [by('a', [4, 4, 4, 4, 4], true), by('b', [4, 4, 3, 3, 4]), by('c', [3, 4, 3, 3, 3])]),
  from('Fenwick Vale', [by('a', [2, 3, 1, 2, 3]), by('b', [3, 3, 1, 2, 2])]),
]

test('V-44 weights, two scorers, one conflict, one late', () => {
  const found = select(call, applications)
  const scores = found.judged.map(({ area, scores, points }) => [
    area,
    ...scores.map(one => (one.points === 'not-used' ? one.points : sayScore(call, one.points))),
    sayScore(call, points, scorersNeeded),
  ])
  assert.deepEqual(scores, [
    ['Ashdale', 'not-used', '90.00', '80.00', '85.00'],
    ['Millbrook', '77.50', '75.00', '76.25'],
    ['Thornby', '80.00', '72.50', '76.25'],
    ['Fenwick Vale', '56.25', '56.25', '56.25'],
  ])
  assert.deepEqual(found.notScored, { Holmcaster: ['late'] })
  assert.deepEqual(found.equal, [{ between: ['Millbrook', 'Thornby'], levels: [7, 6] }])
  assert.deepEqual(
    found.equal[0]?.levels.map(level => level / scorersNeeded),
    [3.5, 3],
  )
  assert.deepEqual(found.chosen, ['Ashdale', 'Millbrook'])
  assert.deepEqual(found.notChosen, ['Thornby', 'Fenwick Vale'])
  assert.deepEqual(found.undecided, [])
  assert.deepEqual(found.lettersTo, ['Ashdale', 'Millbrook', 'Thornby', 'Fenwick Vale', 'Holmcaster'])
  shows(found, 'origin')
})

test('V-45 claimed, evidenced, agreed', () => {
  const theme = (name: string, claimed: number, evidenceFor: readonly number[], agreedAt: number): Theme => ({
    theme: name,
    claimed,
    evidenceFor,
    agreedAt,
  })
  const found = readiness(
    [
      theme('leadership', 3, [1, 2, 3], 2),
      theme('co_production', 2, [1], 1),
      theme('money', 2, [1, 2], 2),
      theme('market', 1, [1], 1),
    ],
    { topLevel: 4, target: 2 },
  )
  assert.deepEqual(found.agreed, { leadership: 2, co_production: 1, money: 2, market: 1 })
  assert.deepEqual([found.total, found.of], [6, 16])
  assert.deepEqual(found.gaps, [
    { theme: 'co_production', levels: 1 },
    { theme: 'market', levels: 1 },
  ])
  const today = plainDate('2026-06-30')
  assert.deepEqual(whyNotAction({ owner: '', by: null, today }), ['owner-missing', 'day-missing'])
  assert.equal(found.label, 'local rubric, not an official scale')
  shows(found, 'general-knowledge')
})
