import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pence } from '../../kernel/money.ts'
import { leavesWith, type ReleaseFacts, releasingRole, whyNotRelease } from './release.ts'

const run = { payments: 312, total: pence(40_211_836n) }
const kay = { who: 'kay', ...run }
const facts = (about: Partial<ReleaseFacts>): ReleaseFacts => ({
  who: 'kay',
  roles: ['finance-officer'],
  signatures: [kay],
  warnings: 0,
  hasLeft: false,
  withdrawn: false,
  ...run,
  ...about,
})

test('V-57 two people release a run', () => {
  assert.deepEqual(whyNotRelease(facts({ signatures: [] })), [])
  assert.equal(leavesWith(facts({ signatures: [] })), false)
  assert.deepEqual(whyNotRelease(facts({})), ['needs-two-different-people'])
  const sol = facts({ who: 'sol' })
  assert.deepEqual([whyNotRelease(sol), leavesWith(sol)], [[], true])
  const mel = facts({ who: 'mel', roles: ['case-worker'] })
  assert.deepEqual(whyNotRelease(mel), ['role-may-not-release'])
})

test('a signature of another total does not count', () => {
  const changed = facts({ who: 'sol', payments: 311, total: pence(40_111_836n) })
  assert.equal(leavesWith(changed), false)
  assert.deepEqual(whyNotRelease(facts({ payments: 311, total: pence(40_111_836n) })), [])
})

test('a run that has left, was withdrawn or holds nothing is not signed, and every reason is given', () => {
  assert.deepEqual(whyNotRelease(facts({ who: 'sol', hasLeft: true })), ['has-left'])
  assert.deepEqual(
    whyNotRelease(facts({ who: 'mel', roles: [], withdrawn: true, payments: 0, total: pence(0n) })),
    ['role-may-not-release', 'was-withdrawn', 'nothing-to-pay'],
  )
})

test('a head of service may release, a team leader may not', () => {
  assert.equal(releasingRole(['team-leader', 'head-of-service']), 'head-of-service')
  assert.equal(releasingRole(['team-leader']), null)
})
