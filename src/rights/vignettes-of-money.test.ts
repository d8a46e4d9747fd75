import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../kernel/days.ts'
import { pence } from '../kernel/money.ts'
import { canIBuy, type Wish } from './answers/buying.ts'
import { mayPayFamily } from './answers/family.ts'
import { netting, oneOff } from './answers/money.ts'
import { repayBy, repaymentNotice, type StopFacts, stopping } from './answers/notice.ts'
import { mustReconsider } from './answers/reconsideration.ts'
import { afterEvent } from './answers/review-event.ts'
import { backedBy, together } from './rule.ts'
import { laterReview } from './rules/reviewing.ts'
import type { Setting } from './settings.ts'
import type { Backed, Confidence } from './types.ts'

const on = plainDate
const shows = (parts: readonly Backed[], ...expected: readonly Confidence[]): void =>
  assert.deepEqual([...together(...parts).confidences].sort(), [...expected].sort())

test('V-15 one item, five items, six items', () => {
  const answers = [1, 5, 6].map(items => oneOff({ items, paymentsInYear: 1 }))
  assert.deepEqual(
    answers.map(answer => [answer.oneOff, answer.reasons]),
    [
      [true, []],
      [true, []],
      [false, ['more-than-five-items']],
    ],
  )
  assert.deepEqual(answers[0]?.stillNeeded, ['plan', 'signed-agreement', 'records', 'review'])
  shows(answers, 'general-knowledge')
})

test('V-21 no more than one period is netted', () => {
  const answer = netting({
    inAccount: pence(231050n),
    protected: pence(36500n),
    periodPayment: pence(146000n),
    reasonable: true,
  })
  assert.deepEqual(
    [answer.unused, answer.nettedAtMost, answer.nextPayment, answer.notNetted],
    [194550n, 146000n, 0n, 48550n],
  )
  assert.deepEqual(answer.forTheRest, ['leave-or-replan', 'repayment-notice-on-a-ground-of-reg-15'])
  assert.deepEqual(answer.needs, ['written-notice', 'reasons', 'reconsideration-offered'])
  shows([answer], 'forerunner', 'statute-read')
})

test('V-23 the notice with three parts', () => {
  const draft = {
    ground: 'spent-outside-plan',
    reasons: 'Spent outside the plan.',
    amount: pence(128400n),
    daysToRepay: null,
    whoMustRepay: 'Ewan Ruddock',
    to: ['nominee'],
    person: { died: false, representative: false, nominee: true },
  } as const
  const first = repaymentNotice(draft)
  assert.deepEqual(
    [first.maySend, first.missingParts, first.missingReceivers],
    [false, ['time-to-repay'], ['patient']],
  )
  const second = repaymentNotice({ ...draft, daysToRepay: 28, to: ['patient', 'nominee'] })
  assert.deepEqual([second.maySend, second.receivers], [true, ['patient', 'nominee']])
  assert.equal(repayBy(on('2026-07-06'), 28), '2026-08-03')
  assert.deepEqual(second.mustOffer, ['reconsideration-with-evidence'])
  shows([first, second], 'statute-read')
})

test('V-24 must stop or may stop', () => {
  const person = { died: false, representative: false, nominee: false }
  const cases: readonly StopFacts[] = [
    { happened: ['capable-adult-without-consent'], person },
    {
      happened: ['representative-withdraws-and-nobody-else-consents'],
      person: { ...person, representative: true },
    },
    { happened: ['representative-or-nominee-unsuitable'], person: { ...person, nominee: true } },
    { happened: ['spent-outside-plan'], person },
  ]
  const answers = cases.map(stopping)
  assert.deepEqual(
    answers.map(({ answer }) => answer),
    ['must-stop', 'must-stop', 'may-stop', 'may-stop'],
  )
  assert.deepEqual(answers[2]?.receivers, ['patient', 'nominee'])
  assert.deepEqual(answers[0]?.withEveryStop, ['reasonable-written-notice', 'reasons'])
  assert.equal(answers[0]?.noticeLengthInLaw, 'none-fixed')
  shows(answers, 'statute-read')
})

test('V-26 must review, must consider, need not', () => {
  const feeding = afterEvent({ kind: 'health-change', significant: true })
  const price = afterEvent({ kind: 'cost-change', weekly: pence(58500n), costWeekly: pence(61200n) })
  const leave = afterEvent({ kind: 'other' })
  assert.deepEqual(feeding.must, ['must-consider-review', 'must-check-money-is-enough-if-no-review'])
  assert.deepEqual([price.must, price.weeklyGap], [['review'], 2700n])
  assert.deepEqual(leave.must, [])
  assert.equal(laterReview.decide({ after: on('2026-02-10') }), '2027-02-10')
  assert.equal(laterReview.decide({ after: on('2026-06-24') }), '2027-06-24')
  shows([feeding, price, leave, backedBy(laterReview)], 'forerunner', 'secondary')
})

test('V-30 twice within six months', () => {
  const local: Setting = {
    key: 'reconsideration-answer-working-days',
    value: 20,
    from: on('2025-04-01'),
    until: null,
    owner: 'Millbrook ICB',
    because: 'Service standard',
  }
  const asked = (day: string, ...before: readonly string[]) =>
    mustReconsider({
      subject: 'direct-payment-refused',
      asked: on(day),
      reconsidered: before.map(on),
      settings: [local],
    })
  const answers = [asked('2026-02-03'), asked('2026-06-30', '2026-02-03'), asked('2026-09-01', '2026-02-03')]
  assert.deepEqual(
    answers.map(({ must, may, reasons }) => [must, may, reasons]),
    [
      [true, true, []],
      [false, true, ['less-than-six-months-since-the-last']],
      [true, true, []],
    ],
  )
  assert.equal(answers[0]?.outcome, 'in-writing-with-reasons')
  assert.deepEqual(answers[0]?.answerTime, {
    workingDays: 20,
    source: 'local-setting',
    statutoryLimit: 'none-found',
  })
  shows(answers, 'statute-read', 'general-knowledge')
})

test('V-31 nine questions of what the money may buy', () => {
  const wish = (more: Partial<Wish>): Wish => ({ inPlan: false, never: [], debt: null, ...more })
  const day = on('2026-05-18')
  const answers = [
    wish({ never: ['ALCOHOL'] }),
    wish({ never: ['TOBACCO'] }),
    wish({ never: ['GAMBLING'] }),
    wish({ never: ['DENTAL_OPTICAL'] }),
    wish({ inPlan: true }),
    wish({}),
    wish({ debt: 'from-the-plan' }),
    wish({ debt: 'other' }),
    wish({ never: ['VACCINATION'] }),
  ].map(one => canIBuy(one, day))
  assert.deepEqual(
    answers.map(({ answer, codes, because, next }) => [answer, codes[0] ?? because, next]),
    [
      ['no', 'ALCOHOL', null],
      ['no', 'TOBACCO', null],
      ['no', 'GAMBLING', null],
      ['no', 'DENTAL_OPTICAL', null],
      ['yes', 'in-plan', null],
      ['not-yet', 'NOT_IN_PLAN', 'ask-to-change-the-plan'],
      ['yes', 'debt-from-the-plan', null],
      ['no', 'DEBT', null],
      ['no', 'VACCINATION', null],
    ],
  )
  assert.ok(answers.every(answer => answer.on === day && answer.rules.length > 0))
  shows(answers, 'secondary', 'general-knowledge')
})

test('V-32 wife, sister, lodger', () => {
  const orla = mayPayFamily({ relation: 'spouse-or-partner', sameHousehold: true }, 'care')
  const maeve = mayPayFamily({ relation: 'sibling', sameHousehold: false }, 'care')
  const pat = mayPayFamily({ relation: 'friend', sameHousehold: true }, 'help-with-managing')
  assert.deepEqual(
    [orla.needs, orla.tests, orla.kind],
    ['ICB-decision', ['necessary-to-meet-the-need-satisfactorily'], 'care'],
  )
  assert.deepEqual([maeve.needs, maeve.because], ['nothing-more', 'lives-apart'])
  assert.deepEqual(
    [pat.needs, pat.because, pat.kind],
    ['ICB-decision', 'friend-in-household-is-a-connected-person', 'help-with-managing'],
  )
  shows([orla, maeve, pat], 'statute-read', 'secondary', 'general-knowledge')
})
