import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { aCase } from '../examples.ts'
import type { Facts, Stage } from '../types.ts'
import { daysLate, stageOf, turnOf } from './stage.ts'

const today = plainDate('2026-07-14')
const before = plainDate('2026-07-13')
const after = plainDate('2026-07-15')

const stage = (facts: Partial<Facts>): Stage => stageOf(aCase(facts), today)
const turn = (facts: Partial<Facts>) => turnOf(aCase(facts), today)
const granted: Partial<Facts> = { workerId: newId(), decidedOn: before, outcome: 'granted' }
const planned: Partial<Facts> = { ...granted, assessedOn: before, sumOn: before, sumShownOn: before }
const signedOff: Partial<Facts> = { ...planned, signedOffOn: before }
const signed: Partial<Facts> = {
  ...signedOff,
  agreementOn: before,
  personSignedOn: before,
  bodySignedOn: before,
  heldFrom: before,
  heldSignedOn: before,
  paidOut: true,
}

test('a request that nobody has is asked, and the team’s', () => {
  assert.equal(stage({}), 'asked')
  assert.equal(turn({}).whose, 'team')
})

test('once somebody has it, it is being decided, and theirs', () => {
  assert.equal(stage({ workerId: newId() }), 'being-decided')
  assert.equal(turn({ workerId: newId() }).whose, 'worker')
})

test('a decision is promised by its clock, and by no day where there is none', () => {
  assert.equal(turn({ decideBy: after }).by, after)
  assert.equal(turn({ decideBy: null }).by, null)
})

test('a refusal is nobody’s turn, until it is asked to be looked at again', () => {
  const refused: Partial<Facts> = { decidedOn: before, outcome: 'refused' }
  assert.deepEqual([stage(refused), turn(refused).whose], ['refused', 'nobody'])
  const again = { ...refused, againOn: today, againBy: after }
  assert.deepEqual([stage(again), turn(again).whose, turn(again).by], ['looked-at-again', 'leader', after])
})

test('a part refused and looked at again does not hold the budget up, and is a leader’s turn', () => {
  const part: Partial<Facts> = { ...granted, outcome: 'partly-granted', againOn: before }
  assert.deepEqual([stage(part), turn(part).whose], ['needs', 'leader'])
})

test('withdrawn is withdrawn, whatever else there is', () => {
  assert.equal(stage({ withdrawnOn: today, workerId: newId() }), 'withdrawn')
})

test('after the decision comes the assessment, then the sum, then showing it', () => {
  assert.deepEqual([stage(granted), turn(granted).will], ['needs', 'assess what support is needed'])
  assert.equal(turn({ ...granted, assessedOn: today }).will, 'work out the sum')
  assert.equal(turn({ ...granted, assessedOn: before, sumOn: today }).will, 'show the sum')
  assert.equal(stage({ ...granted, assessedOn: before, sumOn: today }), 'needs')
  assert.equal(stage(planned), 'sum-shown')
})

test('a doubt about the sum comes first, until it is answered', () => {
  const doubted = turn({ ...planned, doubtOn: before, doubtBy: after })
  assert.deepEqual([doubted.whose, doubted.since, doubted.by], ['worker', before, after])
  assert.equal(turn(planned).will, 'begin the plan')
})

test('a plan is with whoever it was handed to', () => {
  const plan = (planTo: Facts['planTo']) => ({ ...planned, planOn: before, planTo, planSince: today })
  assert.deepEqual([stage(plan('case-worker')), turn(plan('case-worker')).whose], ['planning', 'worker'])
  assert.deepEqual([stage(plan('family')), turn(plan('family')).whose], ['planning', 'family'])
  assert.deepEqual(
    [stage(plan('approver')), turn(plan('approver')).whose],
    ['waiting-for-sign-off', 'approver'],
  )
})

test('an agreement is written, then signed by the person, then for the NHS', () => {
  assert.deepEqual([stage(signedOff), turn(signedOff).whose], ['agreement', 'worker'])
  const written = { ...signedOff, agreementOn: today }
  assert.deepEqual([stage(written), turn(written).whose], ['agreement', 'family'])
  assert.equal(turn({ ...written, personSignedOn: today }).whose, 'approver')
})

test('money that is paid out needs an account, given and then checked', () => {
  assert.deepEqual([stage(signed), turn(signed).whose], ['account', 'family'])
  assert.equal(turn({ ...signed, accountGivenOn: today }).whose, 'finance')
  const checked = { ...signed, accountGivenOn: before, accountApprovedOn: today, firstDueOn: after }
  assert.deepEqual(
    [stage(checked), turn(checked).whose, turn(checked).by],
    ['ready-to-pay', 'finance', after],
  )
})

test('a budget that is paid out runs from its first payment, not the day before', () => {
  const paying = (firstPaidOn: Facts['firstPaidOn']) => ({
    ...signed,
    accountApprovedOn: before,
    firstPaidOn,
  })
  assert.equal(stage(paying(after)), 'ready-to-pay')
  assert.equal(stage(paying(today)), 'running')
})

test('a budget that the NHS arranges runs from the agreement’s first day', () => {
  const notional = { ...signed, paidOut: false }
  assert.equal(stage({ ...notional, heldFrom: after }), 'ready-to-pay')
  assert.equal(stage({ ...notional, heldFrom: today }), 'running')
})

const running: Partial<Facts> = { ...signed, accountApprovedOn: before, firstPaidOn: before }

test('a running budget waits for its next review, which is in time on its day', () => {
  const due = turn({ ...running, reviewDueOn: today })
  assert.deepEqual([due.whose, due.by, daysLate(due.by, today)], ['worker', today, 0])
  assert.equal(daysLate(before, today), 1)
})

test('a changed plan and a new agreement are asked for while the budget runs', () => {
  assert.equal(turn({ ...running, planOn: before, planTo: 'approver', planSince: before }).whose, 'approver')
  assert.equal(turn({ ...running, personSignedOn: null }).whose, 'family')
  assert.equal(turn({ ...running, bodySignedOn: null }).whose, 'approver')
})

test('a budget is ending up to its last day, and ended the day after', () => {
  assert.equal(stage({ ...running, endsOn: today }), 'ending')
  assert.equal(stage({ ...running, endsOn: before }), 'ended')
  assert.equal(stage({ ...running, endsOn: before, closedOn: today }), 'closed')
})

test('since when falls back on the day it was asked', () => {
  assert.equal(
    turn({ ...signedOff, signedOffOn: before, agreementOn: today, personSignedOn: null }).since,
    today,
  )
  assert.equal(turn({}).since, aCase({}).receivedOn)
})
