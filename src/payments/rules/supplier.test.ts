import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { newReference } from '../../kernel/ids.ts'
import { pence, plus } from '../../kernel/money.ts'
import type { SupplierAccountId } from '../types.ts'
import { backPostings, leavingPostings } from './entries.ts'
import {
  heldForSupplier,
  type SupplierAccount,
  supplierAccountOn,
  supplierKey,
  whyNotSupplier,
} from './supplier.ts'

const day = plainDate
const account = (about: Partial<Omit<SupplierAccount, 'id'>> & { readonly id: string }): SupplierAccount => ({
  ending: '0001',
  givenOn: day('2026-06-01'),
  approvedOn: null,
  closedOn: null,
  ...about,
  id: about.id as SupplierAccountId,
})

test('a supplier is the same however its name is written, and another is another', () => {
  const same = ['Fernway Care Ltd', 'FERNWAY CARE LIMITED', ' Fernway  Care. ', 'Fernway-Care Ltd.']
  assert.deepEqual([...new Set(same.map(supplierKey))], ['fernwaycare'])
  for (const other of ['Fernway Cares', 'Fernway', 'Larkfield Physio'])
    assert.notEqual(supplierKey(other), 'fernwaycare')
  assert.equal(supplierKey('Bell & Son'), supplierKey('Bell and Son'))
  assert.equal(supplierKey(' – Ltd. '), '')
})

test('the account approved last counts from its day, and one that waits only where none is approved', () => {
  const first = account({ id: 'first', approvedOn: day('2026-06-02'), closedOn: day('2026-06-08') })
  const second = account({ id: 'second', givenOn: day('2026-06-05'), approvedOn: day('2026-06-08') })
  const on = (text: string) => supplierAccountOn([first, second], day(text))?.id
  assert.deepEqual([on('2026-06-07'), on('2026-06-08')], ['first', 'second'])
  const waiting = account({ id: 'waiting' })
  assert.equal(supplierAccountOn([waiting], day('2026-06-08'))?.id, 'waiting')
  assert.equal(supplierAccountOn([], day('2026-06-08')), null)
})

test('a supplier is paid into an approved account only', () => {
  const on = day('2026-06-08')
  assert.deepEqual(whyNotSupplier(null, on), ['supplier-account-not-given'])
  assert.deepEqual(whyNotSupplier(account({ id: 'a' }), on), ['supplier-account-not-approved'])
  const approved = account({ id: 'a', approvedOn: on })
  assert.deepEqual(whyNotSupplier(approved, on), [])
  assert.deepEqual(whyNotSupplier(approved, day('2026-06-07')), ['supplier-account-not-approved'])
})

test('care that was given in somebody’s life is paid for after their death; nothing after it is', () => {
  const held = ['account-not-given', 'person-died', 'plan-not-agreed'] as const
  const died = { diedOn: day('2026-06-10') }
  assert.deepEqual(heldForSupplier(held, { ...died, from: day('2026-06-10') }), ['plan-not-agreed'])
  assert.deepEqual(heldForSupplier(held, { ...died, from: day('2026-06-11') }), [
    'person-died',
    'plan-not-agreed',
  ])
})

test('a payment’s entry goes to the holder, or to each line that the NHS pays for, and balances', () => {
  const budget = newReference()
  const lines = [
    { line_key: 'line-1', amount: pence(101n) },
    { line_key: 'line-2', amount: pence(99n) },
  ]
  const names = (of: readonly { account: string; pence: bigint }[]) =>
    of.map(one => [one.account.replace(budget, ''), one.pence])
  assert.deepEqual(names(leavingPostings(budget, pence(200n), [])), [
    [':allocated', -200n],
    [':held', 200n],
  ])
  const out = leavingPostings(budget, pence(200n), lines)
  assert.deepEqual(names(out), [
    [':allocated', -200n],
    [':commissioned:line-1', 101n],
    [':commissioned:line-2', 99n],
  ])
  const both = [...out, ...backPostings(budget, pence(200n), lines)]
  assert.equal(plus(...both.map(one => one.pence)), 0n)
})
