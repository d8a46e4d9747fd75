import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import type { Case } from '../types.ts'
import { stageOf, turnOf } from './turn.ts'

const day = plainDate
const asked = {
  personName: 'Gwen Tallis',
  pathway: 'adult-continuing-healthcare',
  askedOn: day('2026-03-03'),
  receivedOn: day('2026-03-03'),
  decidedOn: null,
  outcome: null,
  withdrawnOn: null,
  caseWorker: null,
} as unknown as Case
const priya = { id: 'p', name: 'Priya Nair' } as unknown as NonNullable<Case['caseWorker']>
const taken: Case = { ...asked, caseWorker: priya }
const decided: Case = { ...taken, decidedOn: day('2026-03-24'), outcome: 'partly-granted' }
const again = { askedOn: day('2026-04-02'), answerBy: day('2026-04-30') }

test('where a request stands is worked out from its facts, the latest of them first', () => {
  assert.equal(stageOf(asked, null), 'waiting-for-a-worker')
  assert.equal(stageOf(taken, null), 'being-decided')
  assert.equal(stageOf(decided, null), 'granted')
  assert.equal(stageOf({ ...decided, outcome: 'refused' }, null), 'refused')
  assert.equal(stageOf(decided, again), 'being-looked-at-again')
  assert.equal(stageOf({ ...asked, withdrawnOn: day('2026-03-05') }, null), 'withdrawn')
})

test('whose turn it is names who has it, since when and by when', () => {
  const facts = { again: null, by: day('2026-03-31'), team: 'NHS Millbrook ICB' }
  assert.deepEqual(turnOf({ ...facts, one: asked }), {
    whose: 'team',
    who: 'NHS Millbrook ICB',
    since: '2026-03-03',
    by: '2026-03-31',
    will: 'decide',
  })
  assert.equal(turnOf({ ...facts, one: taken })?.who, 'Priya Nair')
  const second = turnOf({ ...facts, one: decided, again })
  assert.deepEqual([second?.whose, second?.since, second?.by], ['leader', '2026-04-02', '2026-04-30'])
  assert.equal(turnOf({ ...facts, one: decided })?.by, null, 'nobody has promised a day for the budget')
  assert.equal(turnOf({ ...facts, one: { ...decided, outcome: 'refused' } }), null)
})
