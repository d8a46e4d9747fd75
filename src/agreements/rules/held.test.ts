import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { findRule } from '../../rights/public.ts'
import {
  firstDayHeld,
  type HeldAccount,
  type HeldFacts,
  holdReasons,
  ruleOfReason,
  whyNotHeld,
} from './held.ts'
import { whatIsMissing } from './missing.ts'
import { holdReasonSays } from './say.ts'

const on = plainDate
const start = on('2026-04-06')

const anAccount = (say: Partial<HeldAccount> = {}): HeldAccount => ({
  id: newId(),
  whose: 'person',
  name: 'G TALLIS PHB',
  ending: '1234',
  givenOn: on('2026-03-20'),
  approvedOn: on('2026-03-23'),
  closedOn: null,
  keptForThisMoney: true,
  statementsShowEachLine: true,
  othersUseIt: false,
  ...say,
})

/** Everything in place from 6 April 2026; say only what matters. */
const held = (say: Partial<HeldFacts> = {}): HeldFacts => ({
  agreement: newId(),
  holder: 'person',
  holderName: 'Gwen Tallis',
  thirdPartyName: '',
  parts: ['direct-payment'],
  planAgreedOn: on('2026-03-30'),
  signedByPersonOn: start,
  signedByBodyOn: start,
  consents: [on('2026-03-02')],
  consentsWithdrawn: [],
  nominee: null,
  accounts: [anAccount()],
  oneOff: false,
  employs: false,
  insurances: [],
  exclusions: [],
  endsOn: null,
  diedOn: null,
  ...say,
})

const confidencesOf = (reasons: readonly (typeof holdReasons)[number][]) =>
  [...new Set(reasons.map(reason => findRule(ruleOfReason[reason]).confidence))].sort()

test('money may be paid from the day both have signed, and not the day before', () => {
  assert.deepEqual(whyNotHeld(held(), start), [])
  assert.deepEqual(whyNotHeld(held(), on('2026-04-05')), [
    'agreement-not-signed-by-person',
    'agreement-not-signed-by-body',
  ])
  assert.equal(firstDayHeld(held(), on('2026-04-01')), start)
})

test('V-19: every reason against paying Priya Nandra is given, and what is in order is not', () => {
  const facts = held({
    planAgreedOn: null,
    signedByBodyOn: on('2026-04-20'),
    signedByPersonOn: null,
    consents: [on('2026-04-13')],
    accounts: [anAccount({ approvedOn: null, keptForThisMoney: false })],
    employs: true,
    insurances: [{ from: on('2026-05-04'), until: null }],
  })
  const reasons = whyNotHeld(facts, on('2026-05-01'))
  assert.deepEqual(reasons, [
    'plan-not-agreed',
    'agreement-not-signed-by-person',
    'account-not-approved',
    'account-not-kept-for-this-money',
    'employer-insurance-not-in-place',
  ])
  assert.deepEqual(confidencesOf(reasons), ['forerunner', 'secondary'])
  assert.deepEqual(
    whatIsMissing(facts, on('2026-05-01')).map(({ turn }) => turn),
    ['approver', 'family', 'finance', 'holder', 'holder'],
  )
})

test('V-10: with a nominee the first payment waits until the nominee and the board have agreed', () => {
  const owen = held({
    holder: 'nominee',
    holderName: 'Lowri Castell',
    consents: [on('2026-02-20')],
    planAgreedOn: on('2026-03-05'),
    signedByPersonOn: on('2026-03-05'),
    signedByBodyOn: on('2026-03-05'),
    nominee: { agreedOn: on('2026-03-02'), bodyAgreedOn: on('2026-03-16') },
    accounts: [anAccount({ whose: 'nominee', approvedOn: on('2026-03-09') })],
  })
  assert.deepEqual(whyNotHeld(owen, on('2026-03-13')), ['nominee-not-agreed-by-ICB'])
  assert.equal(firstDayHeld(owen, on('2026-03-13')), on('2026-03-16'))
  assert.deepEqual(whyNotHeld(owen, on('2026-03-01')).slice(-3), [
    'nominee-has-not-agreed',
    'nominee-not-agreed-by-ICB',
    'account-not-approved',
  ])
})

test('V-08: an order bars the direct payment to its last day and leaves the third party alone', () => {
  const lee = held({
    parts: ['direct-payment', 'third-party'],
    accounts: [anAccount(), anAccount({ whose: 'third-party' })],
    exclusions: [
      { exclusion: 'drug-rehabilitation-requirement', from: on('2026-02-02'), until: on('2026-11-01') },
    ],
  })
  assert.deepEqual(whyNotHeld(lee, on('2026-11-01')), ['excluded-from-direct-payment'])
  assert.deepEqual(whyNotHeld(lee, on('2026-11-01'), 'third-party'), [])
  assert.deepEqual(whyNotHeld(lee, on('2026-11-02')), [])
  assert.equal(firstDayHeld(lee, on('2026-04-14')), on('2026-11-02'))
  assert.match(whatIsMissing(lee, on('2026-04-14'))[0]?.says ?? '', /again from Monday 2 November 2026/)
})

test('consent taken back stops the direct payment from that day, until it is given again', () => {
  const facts = held({ consentsWithdrawn: [on('2026-09-07')] })
  assert.deepEqual(whyNotHeld(facts, on('2026-09-06')), [])
  assert.deepEqual(whyNotHeld(facts, on('2026-09-07')), ['consent-withdrawn'])
  const again = held({
    consents: [on('2026-03-02'), on('2026-10-01')],
    consentsWithdrawn: [on('2026-09-07')],
  })
  assert.deepEqual(whyNotHeld(again, on('2026-10-01')), [])
  assert.deepEqual(whyNotHeld(held({ consents: [] }), start), ['no-consent'])
})

test('a managed account and a one-off payment are spared the tests of an account of one’s own', () => {
  const everyday = { keptForThisMoney: false, othersUseIt: true }
  const of = (say: Partial<HeldFacts>) => whyNotHeld(held(say), start)
  assert.deepEqual(of({ accounts: [anAccount(everyday)] }), [
    'account-not-kept-for-this-money',
    'account-open-to-others',
  ])
  assert.deepEqual(of({ accounts: [anAccount({ ...everyday, whose: 'managed-account' })] }), [])
  assert.deepEqual(of({ accounts: [anAccount(everyday)], oneOff: true }), [])
  assert.deepEqual(of({ accounts: [anAccount({ statementsShowEachLine: false })], oneOff: true }), [
    'account-not-auditable',
  ])
})

test('the account approved last counts; a new one that waits does not stop the one in use', () => {
  const old = anAccount({ closedOn: on('2026-06-10') })
  const fresh = anAccount({ givenOn: on('2026-06-01'), approvedOn: on('2026-06-10') })
  const facts = held({ accounts: [fresh, old] })
  for (const day of ['2026-06-09', '2026-06-10']) assert.deepEqual(whyNotHeld(facts, on(day)), [])
  const refused = held({ accounts: [anAccount({ approvedOn: null, closedOn: on('2026-03-25') })] })
  assert.deepEqual(whyNotHeld(refused, start), ['account-not-given'])
  const changed = held({ accounts: [anAccount(), anAccount({ givenOn: start, approvedOn: null })] })
  assert.deepEqual(whyNotHeld(changed, start), [])
})

test('insurance counts inside its days only, and only where somebody is employed', () => {
  const facts = held({ employs: true, insurances: [{ from: start, until: on('2027-04-05') }] })
  assert.deepEqual(whyNotHeld(facts, start), [])
  assert.deepEqual(whyNotHeld(facts, on('2027-04-05')), [])
  assert.deepEqual(whyNotHeld(facts, on('2027-04-06')), ['employer-insurance-not-in-place'])
  assert.deepEqual(whyNotHeld(held({ insurances: [] }), start), [])
})

test('the last day is inside; nothing is paid after it, nor after a death', () => {
  const facts = held({ endsOn: on('2026-10-05'), diedOn: on('2026-10-20') })
  assert.deepEqual(whyNotHeld(facts, on('2026-10-05')), [])
  assert.deepEqual(whyNotHeld(facts, on('2026-10-06')), ['ended'])
  assert.deepEqual(whyNotHeld(facts, on('2026-10-20')), ['ended', 'person-died'])
})

test('a third party needs signatures and an approved account, but no consent', () => {
  const facts = held({
    parts: ['third-party'],
    holder: 'third-party',
    consents: [],
    accounts: [anAccount({ whose: 'third-party', keptForThisMoney: false })],
  })
  assert.deepEqual(whyNotHeld(facts, start), [])
  assert.deepEqual(whyNotHeld({ ...facts, accounts: [] }, start), ['account-not-given'])
})

test('where no money is paid out, only the agreement itself can be missing', () => {
  const notional = held({ parts: [], holder: 'none', consents: [], accounts: [], signedByBodyOn: null })
  assert.deepEqual(
    whatIsMissing(notional, start).map(({ reason }) => reason),
    ['agreement-not-signed-by-body'],
  )
  assert.deepEqual(
    whatIsMissing({ ...notional, agreement: null }, start).map(({ reason }) => reason),
    ['no-agreement'],
  )
})

test('each reason has a sentence and a rule that the register knows', () => {
  for (const reason of holdReasons) {
    assert.ok(holdReasonSays[reason].endsWith('.'))
    assert.equal(findRule(ruleOfReason[reason]).id, ruleOfReason[reason])
  }
})
