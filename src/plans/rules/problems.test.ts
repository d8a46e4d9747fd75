import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PlainDate, plainDate } from '../../kernel/days.ts'
import { pence } from '../../kernel/money.ts'
import { findRule } from '../../rights/public.ts'
import { aLine, aPlan, someWords } from '../examples.ts'
import type { Plan, Words } from '../types.ts'
import { type PlanFacts, problemsWith } from './problems.ts'

const start = plainDate('2026-04-06')
const facts: PlanFacts = { budget: { weekly: pence(17_400n), from: start }, start }
const namesOf = (plan: Partial<Plan>, over: Partial<PlanFacts> = {}): readonly string[] =>
  problemsWith(aPlan(plan), { ...facts, ...over }).map(({ name }) => name)
const withWords = (words: Partial<Words>): Partial<Plan> => ({ words: someWords(words) })

test('a plan in which everything is said, arranged and within the budget has no problem', () => {
  assert.deepEqual(namesOf({}), [])
})

test('an empty plan is told everything at once, in the order of the page', () => {
  const words = someWords({
    aboutMe: { 'most-important': '  ' },
    whatMatters: '',
    outcomes: [],
    risks: [],
    contingency: ' ',
    crisisContact: '',
    whoChecks: '',
  })
  const plan = { lines: [], coordinator: null, firstReviewOn: null, noticeDays: null, words }
  assert.deepEqual(namesOf(plan), [
    'nothing-about-me',
    'nothing-that-matters',
    'no-outcome',
    'no-lines',
    'no-risk-looked-at',
    'no-contingency',
    'no-one-to-call-in-a-crisis',
    'nobody-checks-health',
    'no-co-ordinator',
    'no-first-review',
    'no-notice-period',
  ])
})

test('a plan may cost as much as its budget, and not a penny more', () => {
  assert.deepEqual(namesOf({ lines: [aLine({ rate: pence(1450n) })] }), [])
  const budget = { weekly: pence(17_399n), from: start }
  const [found] = problemsWith(aPlan(), { budget, start })
  assert.equal(found?.says, 'The plan costs £174.00 a week, £0.01 more than the budget')
  assert.equal(found?.place, 'lines')
  assert.deepEqual(namesOf({}, { budget: null }), [])
})

test('DP-AMT-01: what a service costs in full is what the plan pays, or it is a problem', () => {
  assert.deepEqual(namesOf({ lines: [aLine({ charge: pence(1450n) })] }), [])
  assert.deepEqual(namesOf({ lines: [aLine({ charge: pence(1451n) })] }), ['full-cost-not-covered'])
})

test('each arrangement says what it is for, who is paid and how the money is held', () => {
  const line = aLine({ outcome: '', payee: ' ', way: null })
  assert.deepEqual(namesOf({ lines: [aLine({ key: 'line-2', rate: pence(0n) }), line] }), [
    'line-without-outcome',
    'line-without-payee',
    'way-not-decided',
  ])
  const gone = aLine({ key: 'line-2', outcome: 'outcome-9', rate: pence(0n) })
  assert.deepEqual(namesOf({ lines: [aLine(), gone] }), ['line-without-outcome'])
})

test('what serves the whole plan needs no outcome, and what the NHS arranges needs no payee yet', () => {
  const costs = aLine({ key: 'line-2', kind: 'employer-cost', outcome: '', payee: '', rate: pence(0n) })
  const kept = aLine({ key: 'contingency', kind: 'contingency', outcome: '', payee: '', rate: pence(0n) })
  const nhs = aLine({ key: 'line-3', way: 'notional', payee: '', rate: pence(0n) })
  assert.deepEqual(namesOf({ lines: [aLine(), costs, kept, nhs] }), [])
})

test('an outcome for which nothing is arranged leads to itself', () => {
  const outcomes = [
    ...someWords().outcomes,
    { key: 'outcome-4', says: 'Cinema', known: '', checks: '' } as const,
  ]
  const found = problemsWith(aPlan(withWords({ outcomes })), facts)
  assert.deepEqual(
    found.map(({ name, place }) => [name, place]),
    [['outcome-without-arrangement', 'outcomes/4']],
  )
})

test('DP-STAFF-02 and 03: where an assistant is employed, training and insurance are in the plan', () => {
  const assistant = aLine({ employs: true })
  const insurance = aLine({ key: 'line-1-insurance', kind: 'employer-cost', outcome: '', rate: pence(0n) })
  assert.deepEqual(namesOf({ lines: [assistant] }), [
    'assistant-without-training',
    'assistant-without-insurance',
  ])
  assert.deepEqual(namesOf({ lines: [assistant, insurance] }), ['assistant-without-training'])
  assert.deepEqual(namesOf({ lines: [assistant, insurance], ...withWords({ training: 'Tube feeding' }) }), [])
  const named = aLine({ key: 'line-2', kind: 'other', says: 'Liability Insurance', rate: pence(0n) })
  const training = aLine({ key: 'line-3', kind: 'training', outcome: '', rate: pence(0n) })
  assert.deepEqual(namesOf({ lines: [assistant, named, training] }), [])
})

test('DP-PLAN-03: a risk is in the plan with what was agreed about it', () => {
  const [risk] = someWords().risks
  assert.ok(risk)
  const found = problemsWith(aPlan(withWords({ risks: [risk, { ...risk, agreed: ' ' }] })), facts)
  assert.deepEqual(
    found.map(({ name, place, rule }) => [name, place, rule]),
    [['risk-without-agreement', 'risks/2', 'DP-PLAN-03']],
  )
})

test('DP-REV-01: the first review is from the start to three months after it', () => {
  const review = (firstReviewOn: PlainDate) => namesOf({ firstReviewOn })
  assert.deepEqual(review(plainDate('2026-04-05')), ['first-review-before-start'])
  assert.deepEqual(review(plainDate('2026-04-06')), [])
  assert.deepEqual(review(plainDate('2026-07-06')), [])
  assert.deepEqual(review(plainDate('2026-07-07')), ['first-review-too-late'])
})

test('every rule that a problem names is in the register, so that its confidence can be shown', () => {
  const plan = aPlan({
    lines: [aLine({ employs: true, charge: pence(9999n) })],
    words: someWords({ outcomes: [], risks: [], whoChecks: '' }),
    coordinator: null,
    firstReviewOn: plainDate('2027-01-01'),
    noticeDays: null,
  })
  const rules = problemsWith(plan, { budget: { weekly: pence(1n), from: start }, start }).flatMap(
    ({ rule }) => rule ?? [],
  )
  assert.equal(rules.length, 10)
  for (const id of rules) assert.equal(findRule(id).id, id)
})
