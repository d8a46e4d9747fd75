import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, plainDate } from '../../kernel/days.ts'
import { nothing, pence } from '../../kernel/money.ts'
import { aFound, aNotice, anObjection, aRecovery, aWorking, foundOn } from '../examples.ts'
import {
  daysOfAnswer,
  daysOfNotice,
  whyNotAnswer,
  whyNotEnter,
  whyNotObject,
  whyNotRepay,
  whyNotTell,
} from './deciding.ts'
import { type ProposalFacts, whyNotPropose } from './proposing.ts'
import { afterPauses, standingOf, termsOf } from './standing.ts'
import { isAboveLimit, workingOf } from './surplus.ts'

const weeks = (value: number) => ({
  value,
  from: plainDate('2026-04-01'),
  by: 'Helen Ashworth',
  because: 'Finance committee',
})
const figures = { limit: weeks(8), billsWeeks: weeks(0), contingencyWeeks: weeks(1) }

test('V-22 with the board’s figures the same working comes out of the facts, and no proposal', () => {
  const working = workingOf(aFound(), figures, [
    { kind: 'leave', sum: pence(41_260n), because: 'Joan' },
    { kind: 'tax', sum: pence(21_840n), because: 'The quarter' },
    { kind: 'redundancy', sum: pence(30_000n), because: 'Joan' },
  ])
  assert.deepEqual(
    [working.heldTenths, working.protectedSum, working.surplus, working.surplusTenths],
    [109n, 129_600n, 268_900n, 74n],
  )
  assert.equal(isAboveLimit(working), false)
  assert.ok(whyNotPropose({ ...proposal, working, amount: pence(1n) }).includes('below-the-limit'))
})

test('care that no statement shows yet is never called a surplus, whatever the board has set', () => {
  const found = aFound({ shownUntil: addDays(foundOn, -14) })
  const [kept] = workingOf(found, { limit: null, billsWeeks: weeks(0), contingencyWeeks: weeks(0) }, []).kept
  assert.deepEqual([kept?.kind, kept?.sum], ['not-shown-yet', 73_000n])
  const noStatement = workingOf(aFound({ shownUntil: null }), figures, [])
  assert.equal(noStatement.surplus, nothing)
})

test('after the last day no bills are to come: only days without a statement and what is typed in', () => {
  const found = aFound({ endsOn: addDays(foundOn, -3), shownUntil: addDays(foundOn, -3) })
  assert.deepEqual(workingOf(found, figures, []).kept, [])
})

const proposal: ProposalFacts = {
  ground: 'substantial-share-unspent',
  way: 'repay',
  periodPayment: null,
  because: 'The night carer left in spring.',
  amount: pence(200_000n),
  working: aWorking(),
  whoMustRepay: 'Cerys Dunnet',
  repayDays: 56,
  fewestDays: 56,
  diedOn: null,
  executor: null,
  finalBillsAsked: false,
  openRecovery: false,
}

test('a proposal within what is left may be made, up to the last penny of it', () => {
  assert.deepEqual(whyNotPropose(proposal), [])
  assert.deepEqual(whyNotPropose({ ...proposal, amount: pence(523_500n) }), [])
  assert.deepEqual(whyNotPropose({ ...proposal, amount: pence(523_501n) }), ['more-than-is-left'])
})

test('every reason against a proposal is given, not the first', () => {
  assert.deepEqual(
    whyNotPropose({
      ...proposal,
      because: ' ',
      amount: nothing,
      whoMustRepay: '',
      repayDays: 55,
      openRecovery: true,
      working: aWorking({ limit: null, shownUntil: null }),
    }),
    [
      'one-is-open',
      'reasons-missing',
      'no-limit-set',
      'no-statement',
      'amount-missing',
      'who-missing',
      'too-little-time',
    ],
  )
})

test('what was spent outside the plan is asked for apart from what is in the account', () => {
  const working = aWorking({ outsidePlan: pence(128_400n), surplus: nothing })
  const outside = { ...proposal, ground: 'spent-outside-plan' as const, working }
  assert.deepEqual(whyNotPropose({ ...outside, amount: pence(128_400n) }), [])
  assert.deepEqual(whyNotPropose({ ...outside, amount: pence(128_401n) }), ['more-than-was-spent-outside'])
})

test('an estate is asked only after a recorded death, by an executor, after the final bills', () => {
  const estate = { ...proposal, ground: 'patient-died' as const }
  assert.deepEqual(whyNotPropose(estate), ['death-not-recorded', 'executor-missing', 'final-bills-not-asked'])
  const executor = { name: 'Ruth Pell', lines: ['2 Mill Lane'] }
  const ready = { ...estate, diedOn: foundOn, executor, finalBillsAsked: true }
  assert.deepEqual(whyNotPropose(ready), [])
  assert.deepEqual(whyNotPropose({ ...proposal, diedOn: foundOn }), ['person-has-died'])
})

const tom = { id: 'tom', limits: [pence(200_000n)] }
const now = { mostNow: pence(523_500n), complete: true }

test('who proposed it does not send it, and nobody decides above the limit of their role', () => {
  assert.deepEqual(whyNotTell(aRecovery(), tom, now), [])
  assert.deepEqual(whyNotTell(aRecovery(), { id: 'priya', limits: [] }, now), [
    'role-may-not-decide',
    'proposed-it',
  ])
  assert.deepEqual(whyNotTell(aRecovery({ amount: pence(200_001n) }), tom, now), ['above-limit'])
  assert.deepEqual(whyNotTell(aRecovery(), tom, { mostNow: pence(199_999n), complete: false }), [
    'less-is-there-now',
    'notice-incomplete',
  ])
})

const told = aRecovery({ notice: aNotice(foundOn) })
const objected = { ...told, objection: anObjection(addDays(foundOn, 28)) }
const helen = { id: 'helen', limits: [pence(1_000_000n)] }

test('the first decider never decides the second time, and the second never asks for more', () => {
  const less = { outcome: 'less' as const, amount: pence(150_000n), because: 'Holiday pay is owed.' }
  assert.deepEqual(whyNotAnswer(objected, helen, less), [])
  assert.deepEqual(whyNotAnswer(objected, tom, less), ['sent-the-notice'])
  assert.deepEqual(whyNotAnswer(objected, { ...helen, id: 'priya' }, less), ['proposed-it'])
  for (const amount of [nothing, pence(200_000n), pence(200_001n), null])
    assert.deepEqual(whyNotAnswer(objected, helen, { ...less, amount }), ['amount-not-less'])
  assert.deepEqual(whyNotAnswer(told, helen, { ...less, because: '' }), ['no-objection', 'reasons-missing'])
})

test('nothing moves before its day, and with an open objection on no day at all', () => {
  const there = pence(523_500n)
  assert.deepEqual(whyNotEnter(told, addDays(foundOn, 28), there), ['before-its-day'])
  assert.deepEqual(whyNotEnter(told, addDays(foundOn, 29), there), [])
  assert.deepEqual(whyNotEnter(objected, addDays(foundOn, 400), there), ['objection-open'])
  assert.deepEqual(whyNotEnter(aRecovery(), addDays(foundOn, 400), there), ['not-told'])
  assert.deepEqual(whyNotEnter(told, addDays(foundOn, 29), pence(199_999n)), ['less-is-there-now'])
})

test('people may object from the letter until the money is entered, once', () => {
  assert.deepEqual(whyNotObject(aRecovery()), ['not-told-yet'])
  assert.deepEqual(whyNotObject(told), [])
  assert.deepEqual(whyNotObject(objected), ['one-is-there'])
  const posted = { on: addDays(foundOn, 29), amount: pence(200_000n), byName: 'OpenPHB' }
  assert.deepEqual(whyNotObject({ ...told, posted }), ['entered-already'])
})

test('V-23 within 28 days of 6 July is 3 August, and never before anything may move', () => {
  const sent = plainDate('2026-07-06')
  assert.equal(daysOfNotice(sent, { objectDays: 14, repayDays: 28 }).repayBy, '2026-08-03')
  const late = daysOfNotice(sent, { objectDays: 28, repayDays: 28 })
  assert.deepEqual([late.objectBy, late.movesOn, late.repayBy], ['2026-08-03', '2026-08-04', '2026-08-04'])
})

test('an answer gives the whole time to repay again, and days to read it', () => {
  const days = daysOfAnswer(plainDate('2026-09-01'), {
    movesOn: plainDate('2026-08-29'),
    repayDays: 56,
    readDays: 14,
  })
  assert.deepEqual(days, { movesOn: '2026-09-15', repayBy: '2026-10-27' })
})

test('a pause moves every day after it on by as many days, and two on the same days count once', () => {
  const day = plainDate('2026-08-29')
  const pause = { from: plainDate('2026-08-10'), until: plainDate('2026-08-19') }
  assert.equal(afterPauses(day, [pause], foundOn), '2026-09-08')
  assert.equal(afterPauses(day, [pause, pause], foundOn), '2026-09-08')
  assert.equal(afterPauses(plainDate('2026-08-09'), [pause], foundOn), '2026-08-09')
  const paused = { ...told, pauses: [{ ...pause, because: 'A funeral', byName: 'Priya Nair' }] }
  assert.equal(termsOf(paused, foundOn).movesOn, '2026-09-08')
  assert.deepEqual(whyNotEnter(paused, plainDate('2026-08-19'), pence(523_500n)), [
    'paused',
    'before-its-day',
  ])
})

test('how a recovery stands follows from its facts and the day', () => {
  const posted = { on: addDays(foundOn, 29), amount: pence(200_000n), byName: 'OpenPHB' }
  const entered = { ...told, posted }
  const back = { on: posted.on, how: 'cheque' as const, words: '', byName: 'Ngozi Okafor' }
  const stands = [
    standingOf(aRecovery(), foundOn),
    standingOf(told, addDays(foundOn, 28)),
    standingOf(told, addDays(foundOn, 29)),
    standingOf(objected, addDays(foundOn, 29)),
    standingOf(entered, addDays(foundOn, 56)),
    standingOf(entered, addDays(foundOn, 57)),
    standingOf({ ...entered, repaid: [{ ...back, amount: pence(200_000n) }] }, addDays(foundOn, 57)),
  ]
  assert.deepEqual(stands, ['proposed', 'told', 'to-enter', 'objected', 'to-repay', 'late', 'repaid'])
})

test('money that came back is noted up to what is left, after it was entered, not ahead of the day', () => {
  const posted = { on: addDays(foundOn, 29), amount: pence(200_000n), byName: 'OpenPHB' }
  const entered = { ...told, posted }
  const [day, all] = [addDays(foundOn, 40), pence(200_000n)]
  assert.deepEqual(whyNotRepay(entered, { amount: all, on: day }, day), [])
  assert.deepEqual(whyNotRepay(entered, { amount: pence(200_001n), on: addDays(day, 1) }, day), [
    'more-than-is-owed',
    'in-the-future',
  ])
  assert.deepEqual(whyNotRepay(told, { amount: nothing, on: day }, day), ['not-entered', 'amount-missing'])
})
