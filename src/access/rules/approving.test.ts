import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Id } from '../../kernel/brand.ts'
import { plainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { pence } from '../../kernel/money.ts'
import type { Actor } from '../../platform/doing.ts'
import { mayOnBehalf } from '../call.ts'
import { permissionNames, type Role, roles, rolesMay } from '../permissions.ts'
import { type ApprovalLimit, mayApprove, whyRoleMayNotRelease } from './approving.ts'
import { atTheDoor } from './table.ts'

const millbrook = newId<'organisation'>()
const ashdale = newId<'organisation'>()
const staff = (role: Role, organisation: Id<'organisation'> = millbrook): Actor => ({
  id: newId(),
  name: 'Somebody',
  person: null,
  roles: [{ role, organisation }],
})
const limit = (role: Role, weekly: bigint | null): ApprovalLimit => ({
  organisation: millbrook,
  role,
  weekly: weekly === null ? null : pence(weekly),
  from: plainDate('2026-04-01'),
  until: null,
})
const limits = [limit('team-leader', 100_000n), limit('head-of-service', 300_000n), limit('panel', null)]
const day = plainDate('2026-05-04')
const [moss, pike, hay, panel] = [
  staff('team-leader'),
  staff('team-leader'),
  staff('head-of-service'),
  staff('panel'),
]
const why = (who: Actor, weekly: bigint, on = day) =>
  mayApprove(
    who,
    { organisation: millbrook, authors: [String(moss.id)], weekly: pence(weekly) },
    { limits, day: on },
  )

test('V-56: at £1,000.00 a week a team leader and the head of service may, its author may not', () => {
  assert.deepEqual([why(moss, 100_000n), why(pike, 100_000n), why(hay, 100_000n)], [['wrote-it'], [], []])
})

test('V-56: at £1,000.01 a week it is above a team leader’s limit, and every reason is given', () => {
  assert.deepEqual(
    [why(moss, 100_001n), why(pike, 100_001n), why(hay, 100_001n)],
    [['wrote-it', 'above-limit'], ['above-limit'], []],
  )
})

test('V-56: above £3,000.00 a week only the panel may', () => {
  assert.deepEqual(
    [why(moss, 300_001n), why(pike, 300_001n), why(hay, 300_001n), why(panel, 300_001n)],
    [['wrote-it', 'above-limit'], ['above-limit'], ['above-limit'], []],
  )
})

test('a limit counts from its first day, and without a limit nobody approves', () => {
  assert.deepEqual(why(pike, 1n, plainDate('2026-03-31')), ['role-may-not-approve'])
  assert.deepEqual(why(pike, 1n, plainDate('2026-04-01')), [])
})

test('a role of another organisation, or one that does not approve, approves nothing', () => {
  assert.deepEqual(why(staff('panel', ashdale), 1n), ['role-may-not-approve'])
  assert.deepEqual(why(staff('case-worker'), 1n), ['role-may-not-approve'])
})

test('V-57: a finance officer’s role may release a run, a case worker’s may not', () => {
  assert.deepEqual(whyRoleMayNotRelease(staff('finance-officer')), [])
  assert.deepEqual(whyRoleMayNotRelease(staff('case-worker')), ['role-may-not-release'])
})

test('V-60: a caller may ask for what they might have typed, and no more', () => {
  const [nell, prue] = [newId<'person'>(), newId<'person'>()]
  const seesBalance = [{ sees: 'money', may: ['see-balance'] }]
  assert.deepEqual(mayOnBehalf({ caller: nell, about: nell, grants: [] }, 'change-telephone'), [])
  assert.deepEqual(mayOnBehalf({ caller: prue, about: nell, grants: seesBalance }, 'change-bank-account'), [
    'caller-may-not-do-this',
  ])
  assert.deepEqual(mayOnBehalf({ caller: prue, about: nell, grants: seesBalance }, 'see-balance'), [])
  assert.deepEqual(mayOnBehalf({ caller: prue, about: nell, grants: [] }, 'see-balance'), [
    'caller-may-not-do-this',
  ])
  assert.deepEqual(
    mayOnBehalf({ caller: prue, about: nell, grants: [{ sees: 'all', may: [] }] }, 'change-bank-account'),
    [],
  )
})

test('default is no: each permission names its roles, and the door says the same', () => {
  for (const allow of permissionNames)
    for (const role of roles) {
      const held = role === 'visitor' ? (['visitor'] as const) : (['person', role] as const)
      const goesIn = rolesMay(held, allow)
      assert.equal(atTheDoor({ at: 'GET /x', allow }, role) === 'goes in', goesIn)
      if (!goesIn)
        assert.equal(
          atTheDoor({ at: 'POST /x', allow }, role),
          role === 'visitor' ? 'signs in first' : 'refused',
        )
    }
})
