import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explain, listRules } from './explain.ts'
import { pathways } from './pathways.ts'
import { findRule } from './register.ts'
import { cohorts } from './types.ts'

test('an explanation gives decision, reasons in sentences, and sources with their confidence', () => {
  const carl = {
    born: '1979-01-09',
    since: '2019-11-28',
    detainedUnder: '37',
    shares: [
      { funder: 'nhs', weekly: '206.00' },
      { funder: 'council', weekly: '206.00' },
    ],
  }
  const answer = explain('section-117', '2019-12-02', carl)
  assert.ok(answer.done)
  const { decision, reasons, sources, confidences } = answer.value
  assert.deepEqual(
    [decision.right, decision.reachedWeekly, decision.outsideWeekly],
    ['right-to-have', '206.00', '206.00'],
  )
  assert.deepEqual(
    reasons.map(({ reason }) => reason),
    ['council-share'],
  )
  assert.ok(reasons.every(({ says }) => says.endsWith('.')))
  assert.ok(
    sources.every(({ source, words }) => source.cite.startsWith('architecture/sources/') && words !== ''),
  )
  assert.deepEqual([...confidences].sort(), ['secondary', 'statute-read'])
})

test('a policy option is never told as a right to have', () => {
  const answer = explain('learning-disability-autism', '2026-04-07', { born: '1994-08-19' })
  assert.ok(answer.done)
  assert.equal(answer.value.decision.legalRight, false)
  assert.doesNotMatch(JSON.stringify(answer.value.decision), /right to have/)
  assert.deepEqual([...answer.value.confidences].sort(), ['origin', 'secondary'])
})

test('an exclusion leaves two ways open and says from when the third may be considered', () => {
  const orders = [{ exclusion: 'drug-rehabilitation-requirement', from: '2026-02-02', until: '2026-11-01' }]
  const answer = explain('adult-continuing-healthcare', '2026-04-14', { born: '1985-12-02', orders })
  assert.ok(answer.done)
  assert.deepEqual(answer.value.decision.openWays, ['notional', 'third-party'])
  assert.equal(answer.value.decision.directPaymentFrom, '2026-11-02')
  assert.deepEqual(
    answer.value.reasons.map(({ reason }) => reason),
    ['drug-rehabilitation-requirement'],
  )
})

test('what is wrong with the question is said in sentences, all at once', () => {
  const answer = explain('dentistry', '2026-02-30', {
    born: '31/02/2010',
    colour: 'blue',
    shares: [{ funder: 'bank' }],
  })
  assert.ok(!answer.done)
  const all = answer.because.join('\n')
  for (const part of [/no pathway "dentistry"/, /2026-02-30/, /born/, /colour/, /shares\.0\.funder/])
    assert.match(all, part)
  assert.ok(
    answer.because.every(sentence => /^\S.*\.$/.test(sentence)),
    all,
  )
})

test('facts that are not an object are refused', () => {
  for (const facts of [null, 7, 'x', []]) assert.equal(explain('wheelchair', '2026-01-05', facts).done, false)
})

test('each group has a pathway, and each pathway names only rules that exist', () => {
  assert.deepEqual(new Set(pathways.map(({ group }) => group)), new Set(cohorts))
  for (const { rights, clocks, reviews } of pathways)
    for (const id of [...rights, ...clocks, ...reviews]) findRule(id)
})

test('the list of rules can be written as JSON, with its cases', () => {
  const listed = JSON.parse(JSON.stringify(listRules())) as { id: string; cases: unknown[] }[]
  assert.ok(listed.length > 100)
  for (const { id, cases } of listed) assert.ok(cases.length > 0, id)
  const netting = listed.find(({ id }) => id === 'DP-AMT-04')
  assert.match(JSON.stringify(netting?.cases), /"1460.00"/)
})
