import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../kernel/days.ts'
import { readMoney } from '../kernel/money.ts'
import { afterNominationWithdrawn, rolesOn } from './answers/consent.ts'
import { exclusionOn } from './answers/exclusion.ts'
import { firstPayment } from './answers/first-payment.ts'
import { decideParts, type Part } from './answers/parts.ts'
import { type CohortFact, rightOn } from './answers/right.ts'
import { together } from './rule.ts'
import type { Backed, Cohort, Confidence } from './types.ts'

const on = plainDate
const gbp = (text: string) => {
  const read = readMoney(text)
  assert.ok(read !== null)
  return read
}
const shows = (parts: readonly Backed[], ...expected: readonly Confidence[]): void =>
  assert.deepEqual([...together(...parts).confidences].sort(), [...expected].sort())
const inGroup = (cohort: Cohort, from: string, more: Partial<CohortFact> = {}): CohortFact => ({
  cohort,
  from: on(from),
  until: null,
  ...more,
})

test('V-07 three parts, three answers, and no refusal of the whole with one reason', () => {
  const part = (name: string, weekly: string, decided: Part['decided'], reason: string): Part => ({
    name,
    weekly: gbp(weekly),
    asked: 'direct-payment',
    decided,
    reason,
  })
  const answer = decideParts([
    part('assistants', '760.00', 'direct-payment', ''),
    part('respite', '235.00', 'notional', 'The hospice only contracts with the ICB.'),
    part('ventilator', '145.00', null, 'Only the maker may service it; a failure would endanger her.'),
  ])
  assert.deepEqual(
    [answer.decision, answer.grantedWeekly, answer.refusedWeekly, answer.problems],
    ['partly-granted', 99500n, 14500n, []],
  )
  assert.deepEqual(answer.reconsiderationFor, [
    { part: 'respite', of: 'direct-payment-refused' },
    { part: 'ventilator', of: 'budget-refused' },
  ])
  shows([answer], 'statute-read', 'general-knowledge')
  const whole = ['assistants', 'respite', 'ventilator'].map(name =>
    part(name, '100.00', null, 'Package too complex'),
  )
  assert.deepEqual(decideParts(whole).problems, [{ problem: 'one-reason-for-the-whole' }])
})

test('V-08 a drug rehabilitation requirement bars the direct payment and nothing else', () => {
  const right = rightOn(
    { born: on('1985-12-02'), cohorts: [inGroup('adult-continuing-healthcare', '2026-01-01')] },
    on('2026-04-14'),
  )
  const order = {
    exclusion: 'drug-rehabilitation-requirement',
    from: on('2026-02-02'),
    until: on('2026-11-01'),
  } as const
  const barred = exclusionOn([order], on('2026-04-14'))
  assert.equal(right.right, 'right-to-have')
  assert.equal(barred.directPayment, 'excluded')
  assert.deepEqual(barred.reasons, ['drug-rehabilitation-requirement'])
  assert.deepEqual(barred.openWays, ['notional', 'third-party'])
  assert.equal(barred.considerFrom, '2026-11-02')
  shows([right, barred], 'statute-read', 'secondary')
  assert.equal(exclusionOn([order], on('2026-11-02')).directPayment, 'open')
})

test('V-09 a representative or a nominee', () => {
  const day = on('2026-03-09')
  const isla = {
    born: on('2017-06-30'),
    hasCapacity: false,
    representatives: [{ basis: 'parental-responsibility' }],
  }
  const a = rolesOn({ ...isla, wantsHolder: true }, day)
  const b = rolesOn(
    { born: on('1957-04-04'), hasCapacity: true, representatives: [], wantsHolder: true },
    day,
  )
  const c = rolesOn(
    { born: on('1949-10-19'), hasCapacity: false, representatives: [], wantsHolder: false },
    day,
  )
  assert.deepEqual(
    [a.consents, a.mayNameNominee, a.holder, a.beforeFirstPayment],
    ['representative', false, 'nominee-named-by-representative', ['nominee-agrees', 'body-agrees']],
  )
  assert.deepEqual(
    [b.consents, b.mayNameNominee, b.holder, b.beforeFirstPayment],
    ['the-person', true, 'nominee-named-by-the-person', ['nominee-agrees', 'body-agrees']],
  )
  assert.deepEqual(
    [c.consents, c.representativeIsPrincipalForContracts, c.excluded],
    ['representative-appointed-by-body', true, false],
  )
  shows([a, b, c], 'statute-read', 'forerunner')
})

test('V-10 the nominee whom the ICB has not yet agreed', () => {
  const owen = {
    consented: on('2026-02-20'),
    planAgreed: on('2026-03-05'),
    signedByBody: on('2026-03-05'),
    signedByPerson: on('2026-03-05'),
    accountApproved: on('2026-03-09'),
    nominee: { agreed: on('2026-03-02'), agreedByBody: on('2026-03-16') },
  }
  const early = firstPayment(owen, on('2026-03-13'))
  assert.deepEqual(
    [early.allowed, early.reasons, early.earliest],
    [false, ['nominee-not-agreed-by-ICB'], '2026-03-16'],
  )
  assert.equal(firstPayment(owen, on('2026-03-16')).allowed, true)
  const withdrawn = afterNominationWithdrawn()
  assert.equal(withdrawn.automaticStop, false)
  assert.deepEqual(withdrawn.must, ['consider-stopping', 'review-as-soon-as-reasonably-possible'])
  shows([early, withdrawn], 'forerunner', 'statute-read')
})
