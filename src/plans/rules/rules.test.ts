import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { pence, sayMoney } from '../../kernel/money.ts'
import type { LineKey, SumLine } from '../../needs/public.ts'
import { aLine, aPlan, someWords } from '../examples.ts'
import { compareLines, compareWords } from './compare.ts'
import { costByWay, costOfPlan } from './cost.ts'
import { linesFromSum } from './from-sum.ts'
import { type HandFacts, whyNotHand } from './hand.ts'
import { type SignOffFacts, whyNotSignOff } from './sign-off.ts'

const sumLine = (say: Partial<Omit<SumLine, 'key'>> & { key: string }): SumLine => ({
  says: 'Assistant',
  group: 'Mornings',
  when: 'Every day',
  kind: 'care',
  unit: 'hour',
  units: '12.5',
  per: 'week',
  rate: pence(1450n),
  rateName: 'weekday',
  rateSource: 'Local rate',
  weekly: pence(18_125n),
  working: '',
  ...say,
  key: say.key as LineKey,
})

test('the lines of a sum become arrangements to the penny; what costs nothing is left out', () => {
  const cost = (part: string, weekly: bigint) =>
    sumLine({
      key: `line-1-${part}`,
      kind: 'employer-cost',
      unit: 'part',
      units: '1',
      rate: pence(weekly),
      weekly: pence(weekly),
    })
  const sum = [sumLine({ key: 'line-1' }), cost('ni', 2816n), cost('pension', 0n)]
  const lines = linesFromSum(sum, { way: 'direct-payment', before: [] })
  assert.deepEqual(
    lines.map(({ key, units, weekly, way, payee, employs }) => [key, units, weekly, way, payee, employs]),
    [
      ['line-1', 12_500n, 18_125n, 'direct-payment', '', true],
      ['line-1-ni', 1000n, 2816n, 'direct-payment', 'HM Revenue and Customs', false],
    ],
  )
})

test('a new sum keeps who is paid, what for and which way from the version before', () => {
  const before = [aLine({ key: 'line-1', payee: 'Joan Ellery', way: 'third-party' })]
  const [line] = linesFromSum([sumLine({ key: 'line-1' })], { way: null, before })
  assert.equal(line?.payee, 'Joan Ellery')
  assert.equal(line?.way, 'third-party')
  assert.equal(line?.outcome, 'outcome-1')
  assert.equal(line?.weekly, 18_125n)
  const [fresh] = linesFromSum([sumLine({ key: 'line-2', says: 'x'.repeat(300) })], { way: null, before })
  assert.equal(fresh?.way, null)
  assert.equal(fresh?.says.length, 200)
})

test('a plan costs what its lines cost, each rounded once', () => {
  const lines = [aLine(), aLine({ key: 'line-2', way: 'notional', rate: pence(1000n) })]
  assert.equal(sayMoney(costOfPlan(lines)), '£294.00')
  assert.equal(sayMoney(costByWay(lines, 'direct-payment')), '£174.00')
  assert.equal(sayMoney(costByWay(lines, 'third-party')), '£0.00')
  assert.equal(aLine({ unit: 'month', per: 'month', units: 1000n as never, rate: pence(2800n) }).weekly, 646n)
})

test('two versions are compared by what was added, changed and taken out', () => {
  const before = aPlan({ lines: [aLine(), aLine({ key: 'line-2', says: 'Cinema' })], noticeDays: 28 })
  const changed = aLine({ units: 14_000n as never, payee: 'Ruth Adeyemi' })
  const words = someWords({ contingency: 'My brother', whatMatters: '' })
  const after = aPlan({ lines: [changed, aLine({ key: 'line-3', says: 'Swimming' })], noticeDays: 56, words })
  assert.deepEqual(
    compareLines(before, after).map(({ key, before: was, after: is }) => [key, was, is]),
    [
      ['line-1', 17_400n, 20_300n],
      ['line-3', null, 17_400n],
      ['line-2', 17_400n, null],
    ],
  )
  assert.deepEqual(compareLines(before, after)[0]?.changes, [
    { what: 'How much', before: '12 hour a week at £14.50', after: '14 hour a week at £14.50' },
    { what: 'Who is paid', before: 'Joan Ellery', after: 'Ruth Adeyemi' },
  ])
  assert.deepEqual(
    compareWords(before, after).map(({ what, before: was, after: is }) => [what, was !== null, is]),
    [
      ['What matters', true, null],
      ['When the plan fails for a day', true, 'My brother'],
      ['Notice', true, '56 days'],
    ],
  )
  assert.deepEqual(compareLines(before, before), [])
  assert.deepEqual(compareWords(before, before), [])
})

const handing = (say: Partial<HandFacts>): readonly string[] =>
  whyNotHand({
    writesAs: 'case-worker',
    approves: false,
    turn: 'case-worker',
    to: 'family',
    words: '',
    signedOff: false,
    problems: 0,
    ...say,
  })

test('family and case worker hand a draft to each other; only staff put it before an approver', () => {
  assert.deepEqual(handing({}), [])
  assert.deepEqual(handing({ writesAs: 'family', turn: 'family', to: 'case-worker' }), [])
  assert.deepEqual(handing({ to: 'approver' }), [])
  assert.deepEqual(handing({ to: 'approver', problems: 1 }), ['problems-left'])
  assert.deepEqual(handing({ writesAs: 'family', turn: 'family', to: 'approver' }), ['may-not-hand'])
  assert.deepEqual(handing({ writesAs: null }), ['may-not-hand'])
  assert.deepEqual(handing({ to: 'case-worker' }), ['is-there-already'])
  assert.deepEqual(handing({ signedOff: true }), ['signed-off'])
})

test('an approver sends a plan back and says what has to change', () => {
  const back = { writesAs: null, approves: true, turn: 'approver', to: 'case-worker' } as const
  assert.deepEqual(handing(back), ['say-what-to-change'])
  assert.deepEqual(handing({ ...back, words: 'Who comes at night?' }), [])
  assert.deepEqual(handing({ ...back, turn: 'family', words: 'x' }), ['may-not-hand'])
})

const signing = (say: Partial<SignOffFacts>): readonly string[] =>
  whyNotSignOff({
    approving: [],
    signedOff: false,
    turn: 'approver',
    problems: 0,
    from: plainDate('2026-05-01'),
    before: null,
    ...say,
  })

test('a plan is signed off once, without problems, from a day after the version before', () => {
  assert.deepEqual(signing({}), [])
  assert.deepEqual(signing({ before: plainDate('2026-04-30') }), [])
  assert.deepEqual(signing({ before: plainDate('2026-05-01') }), ['not-after-the-one-before'])
  assert.deepEqual(signing({ turn: 'family', problems: 2 }), ['not-handed-to-approver', 'problems-left'])
  assert.deepEqual(signing({ signedOff: true, approving: ['wrote-it', 'above-limit'] }), [
    'wrote-it',
    'above-limit',
    'signed-off',
  ])
})
