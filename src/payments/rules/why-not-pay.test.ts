import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type AccountId,
  type AgreementId,
  type HeldFacts,
  ruleOfReason,
  whyNotHeld,
} from '../../agreements/public.ts'
import { plainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { pence } from '../../kernel/money.ts'
import { backedBy, findRule } from '../../rights/public.ts'
import { sayReason, tellReason, turnOf } from './say.ts'
import { fullCost, type PayFacts, whyNotPay } from './why-not-pay.ts'

const day = plainDate
const aPayment = (about: Partial<PayFacts> = {}): PayFacts => ({
  held: [],
  leavesOn: day('2026-05-01'),
  payUntil: day('2026-05-07'),
  periodFrom: day('2026-05-01'),
  endsOn: null,
  paidBefore: false,
  amount: pence(118_000n),
  allocated: pence(118_000n),
  ...about,
})

/** Priya Nandra of Millbrook, on the first of May. */
const priya: HeldFacts = {
  agreement: newId<'agreement'>() as AgreementId,
  holder: 'person',
  holderName: 'Priya Nandra',
  thirdPartyName: '',
  parts: ['direct-payment'],
  planAgreedOn: null,
  signedByPersonOn: null,
  signedByBodyOn: day('2026-04-20'),
  consents: [day('2026-04-13')],
  consentsWithdrawn: [],
  nominee: null,
  accounts: [
    {
      id: newId<'bank account'>() as AccountId,
      whose: 'person',
      name: 'Priya Nandra',
      ending: '0042',
      givenOn: day('2026-04-20'),
      approvedOn: null,
      closedOn: null,
      keptForThisMoney: false,
      statementsShowEachLine: true,
      othersUseIt: false,
    },
  ],
  oneOff: false,
  employs: true,
  insurances: [{ from: day('2026-05-04'), until: null }],
  exclusions: [],
  endsOn: null,
  diedOn: null,
}

test('V-19 every reason, not the first', () => {
  const on = day('2026-05-01')
  const reasons = whyNotPay(aPayment({ held: whyNotHeld(priya, on), releasedBy: ['K. Boone', 'K. Boone'] }))
  assert.deepEqual([...reasons].sort(), [
    'account-not-approved',
    'account-not-kept-for-this-money',
    'agreement-not-signed-by-person',
    'employer-insurance-not-in-place',
    'needs-two-different-people',
    'plan-not-agreed',
  ])
  const held = whyNotHeld(priya, on).map(reason => findRule(ruleOfReason[reason]))
  assert.deepEqual([...backedBy(...held).confidences].sort(), ['forerunner', 'secondary'])
})

test('V-17 rests on the rule that the amount covers the full cost, an earlier version of the law', () => {
  assert.deepEqual(backedBy(fullCost).confidences, ['forerunner'])
})

test('a payment that nothing stands against may leave', () => {
  assert.deepEqual(whyNotPay(aPayment()), [])
  assert.deepEqual(whyNotPay(aPayment({ releasedBy: ['Kay', 'Sol'] })), [])
})

test('a payment may be all that is set aside, and not a penny more', () => {
  assert.deepEqual(whyNotPay(aPayment({ amount: pence(118_001n) })), ['more-than-allocated'])
})

test('what leaves on the last day of a run is in it, and on the day after is not due yet', () => {
  assert.deepEqual(whyNotPay(aPayment({ leavesOn: day('2026-05-07') })), [])
  assert.deepEqual(whyNotPay(aPayment({ leavesOn: day('2026-05-08') })), ['not-due-yet'])
})

test('nothing is paid twice, and nothing is not paid at all', () => {
  assert.deepEqual(whyNotPay(aPayment({ paidBefore: true, amount: pence(0n) })), [
    'period-already-paid',
    'amount-is-nothing',
  ])
})

test('days before the end are paid for after it, days after the end are not', () => {
  const ended = { held: ['ended'] as const, endsOn: day('2026-04-30') }
  assert.deepEqual(whyNotPay(aPayment({ ...ended, periodFrom: day('2026-04-03') })), [])
  assert.deepEqual(whyNotPay(aPayment({ ...ended, periodFrom: day('2026-05-01') })), ['ended'])
})

test('each reason is said to staff and to the holder, and it is somebody’s turn', () => {
  const reasons = ['plan-not-agreed', 'account-not-given', 'more-than-allocated'] as const
  for (const reason of reasons) assert.match(`${sayReason(reason)} ${tellReason(reason)}`, /^[A-Z].*\.$/)
  assert.deepEqual(turnOf([...reasons, 'not-due-yet']), ['an approver', 'the family', 'finance'])
})
