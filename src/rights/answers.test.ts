import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainDate } from '../kernel/days.ts'
import { pence } from '../kernel/money.ts'
import { accountProblems } from './answers/account.ts'
import { rolesOn } from './answers/consent.ts'
import { exclusionOn } from './answers/exclusion.ts'
import { mayPayFamily } from './answers/family.ts'
import { firstPayment } from './answers/first-payment.ts'
import { netting } from './answers/money.ts'
import { repaymentNotice, stopping } from './answers/notice.ts'
import { decideParts, sayPartsProblem } from './answers/parts.ts'
import { rightOn } from './answers/right.ts'
import type { WheelchairStanding } from './rules/cohorts.ts'
import { figureOn, type Setting, settingOn } from './settings.ts'

const on = plainDate

test('somebody detained under section 2 who asked before the right began is given both reasons', () => {
  const cohorts = [
    { cohort: 'section-117', from: on('2019-10-01'), until: null, detainedUnder: '2' },
  ] as const
  const answer = rightOn({ born: null, cohorts }, on('2019-12-01'))
  assert.deepEqual(answer.reasons, ['asked-before-2019-12-02', 'section-2-does-not-lead-to-section-117'])
  assert.equal(answer.since, '2015-04-01')
})

test('who may have a wheelchair budget: need or chair has changed, or referred and eligible', () => {
  const asked = (wheelchair: WheelchairStanding) =>
    rightOn(
      { born: null, cohorts: [{ cohort: 'wheelchair', from: on('2019-01-01'), until: null, wheelchair }] },
      on('2026-09-01'),
    )
  assert.deepEqual(asked('no-change-in-need-or-chair').reasons, ['no-change-in-need-or-chair'])
  assert.deepEqual(asked('not-eligible-for-the-service').reasons, ['not-eligible-for-the-service'])
  for (const one of ['referred-and-eligible', 'clinical-need-changed', 'condition-of-chair'] as const)
    assert.equal(asked(one).right, 'right-to-have')
})

test('a wish from before capacity was lost makes the nominee; consent at 16 is general knowledge', () => {
  const born = on('1950-01-01')
  const deputy = [{ basis: 'deputy' }]
  const wished = rolesOn(
    { born, hasCapacity: false, representatives: deputy, wantsHolder: true, wishedBefore: true },
    on('2026-03-09'),
  )
  assert.deepEqual([wished.consents, wished.holder], ['representative', 'nominee-by-an-earlier-wish'])
  assert.ok(wished.rules.includes('DP-NOM-02'))
  const young = { born: on('2010-03-09'), hasCapacity: true, representatives: [], wantsHolder: false }
  assert.ok(rolesOn(young, on('2026-03-09')).confidences.includes('general-knowledge'))
})

test('whatever is netted and left adds up to what was not used, and is never more than one period', () => {
  const sum = fc.bigInt({ min: 0n, max: 10_000_000n }).map(pence)
  fc.assert(
    fc.property(sum, sum, sum, (inAccount, kept, periodPayment) => {
      const answer = netting({ inAccount, protected: kept, periodPayment, reasonable: true })
      const whole = answer.nettedAtMost + answer.notNetted === answer.unused
      return whole && answer.nettedAtMost <= periodPayment && answer.nextPayment >= 0n
    }),
  )
})

test('somebody in no group has the local offer since April 2015, and before that nothing', () => {
  const nobody = { born: null, cohorts: [] }
  const answers = ['2015-04-01', '2015-03-31', '2013-07-31'].map(day => rightOn(nobody, on(day)))
  assert.deepEqual(
    answers.map(({ right, reasons }) => [right, ...reasons]),
    [
      ['local-offer', 'in-no-group-with-a-right'],
      ['none', 'in-no-group-with-a-right', 'power-to-pay-but-no-right'],
      ['none', 'in-no-group-with-a-right', 'no-power-to-pay-yet'],
    ],
  )
})

test('the strongest of several groups counts, and one that has ended does not', () => {
  const cohorts = [
    { cohort: 'joint-funded', from: on('2020-01-01'), until: null },
    { cohort: 'adult-continuing-healthcare', from: on('2021-01-01'), until: on('2024-06-30') },
  ] as const
  const born = on('1970-01-01')
  const last = rightOn({ born, cohorts }, on('2024-06-30'))
  const after = rightOn({ born, cohorts }, on('2024-07-01'))
  assert.deepEqual(
    [last.right, last.cohort, last.since],
    ['right-to-have', 'adult-continuing-healthcare', '2014-10-01'],
  )
  assert.deepEqual([after.right, after.reasons], ['local-offer', ['the-body-decides']])
})

test('each group without a right says why, all of them at once', () => {
  const cohorts = [
    { cohort: 'section-117', from: on('2019-01-01'), until: null, detainedUnder: '2' },
    { cohort: 'wheelchair', from: on('2019-01-01'), until: null, wheelchair: 'no-change-in-need-or-chair' },
  ] as const
  const answer = rightOn({ born: null, cohorts }, on('2026-01-05'))
  assert.deepEqual(answer.reasons, ['section-2-does-not-lead-to-section-117', 'no-change-in-need-or-chair'])
})

test('two orders on end bar the direct payment until both have ended; one without an end, for good', () => {
  const first = {
    exclusion: 'drug-rehabilitation-requirement',
    from: on('2026-01-01'),
    until: on('2026-03-31'),
  } as const
  const second = {
    exclusion: 'alcohol-treatment-requirement',
    from: on('2026-04-01'),
    until: on('2026-05-31'),
  } as const
  assert.equal(exclusionOn([first, second], on('2026-02-01')).considerFrom, '2026-06-01')
  assert.equal(exclusionOn([{ ...first, until: null }], on('2026-02-01')).considerFrom, null)
  assert.deepEqual(exclusionOn([], on('2026-02-01')).openWays, ['notional', 'third-party', 'direct-payment'])
})

test('everything that is missing before the first payment is named, and no day is promised', () => {
  const answer = firstPayment(
    {
      consented: null,
      planAgreed: null,
      signedByBody: null,
      signedByPerson: null,
      accountApproved: null,
      nominee: null,
    },
    on('2026-05-01'),
  )
  assert.equal(answer.earliest, null)
  assert.deepEqual(answer.reasons, [
    'no-consent',
    'plan-not-agreed',
    'agreement-not-signed-by-ICB',
    'agreement-not-signed-by-person',
    'account-not-approved',
  ])
})

test('an everyday account fails where a managed account passes', () => {
  const everyday = {
    approved: true,
    managed: false,
    keptForThisMoney: false,
    statementsShowEachLine: true,
    onlyNamedPeopleUseIt: false,
  }
  assert.deepEqual(accountProblems(everyday).problems, [
    'account-not-kept-for-this-money',
    'account-open-to-others',
  ])
  assert.deepEqual(accountProblems({ ...everyday, managed: true }).problems, [])
})

test('a part that is refused without a reason cannot be saved', () => {
  const part = {
    name: 'respite',
    weekly: pence(100n),
    asked: 'notional',
    decided: null,
    reason: ' ',
  } as const
  const answer = decideParts([part])
  assert.deepEqual(answer.problems, [{ problem: 'reason-needed', part: 'respite' }])
  assert.match(answer.problems.map(sayPartsProblem).join(), /respite/)
  assert.equal(decideParts([{ ...part, reason: 'The unit is closed.' }]).decision, 'refused')
})

test('after a death the notice goes to the estate and not to the nominee', () => {
  const answer = repaymentNotice({
    ground: 'patient-died',
    reasons: 'What is left of the last payment',
    amount: pence(81775n),
    daysToRepay: 56,
    whoMustRepay: 'The estate',
    to: ['nominee'],
    person: { died: true, representative: false, nominee: true },
  })
  assert.deepEqual(
    [answer.missingReceivers, answer.wrongReceivers],
    [['personal-representatives'], ['nominee']],
  )
})

test('where nothing happened there is no ground to stop', () => {
  const person = { died: false, representative: false, nominee: false }
  assert.equal(stopping({ happened: [], person }).answer, 'no-ground')
})

test('a friend in the household may be paid for care without more; family there may not', () => {
  assert.equal(mayPayFamily({ relation: 'friend', sameHousehold: true }, 'care').needs, 'nothing-more')
  assert.equal(mayPayFamily({ relation: 'parent', sameHousehold: true }, 'care').needs, 'ICB-decision')
})

test('a local setting replaces the figure of a rule from its first day to its last', () => {
  const setting: Setting = {
    key: 'one-off-most-items',
    value: 7,
    from: on('2026-04-01'),
    until: on('2026-09-30'),
    owner: 'Millbrook ICB',
    because: 'Board paper 12',
  }
  assert.equal(settingOn([setting], 'one-off-most-items', on('2026-03-31')), null)
  assert.equal(settingOn([setting], 'one-off-most-items', on('2026-09-30')), setting)
  const before = figureOn([setting], 'one-off-most-items', on('2026-03-31'))
  assert.deepEqual([before.value, before.confidence], [5, 'general-knowledge'])
  const during = figureOn([setting], 'one-off-most-items', on('2026-04-01'))
  assert.deepEqual([during.value, during.confidence], [7, 'local-setting'])
})
