import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from './access/public.ts'
import { roles } from './access/public.ts'
import { newId } from './kernel/ids.ts'
import { menuFor } from './menu.ts'
import { menu } from './menu-entries.ts'
import type { Actor } from './platform/doing.ts'

const somebody = (about: Partial<Actor> = {}): Actor => ({
  id: newId<'actor'>(),
  name: 'Pat Example',
  person: null,
  roles: [],
  ...about,
})
const as = (role: Role): Actor => somebody({ roles: [{ role, organisation: newId<'organisation'>() }] })
const words = (actor: Actor, address = '/home') => menuFor(actor, address).map(({ says }) => says)
const atHand = (actor: Actor) =>
  menuFor(actor, '/home').flatMap(({ says, group }) => (group === undefined ? [says] : []))
const staffRoles = roles.filter(role => role !== 'visitor' && role !== 'person')

test('nobody has more than seven words at hand, and always their home first', () => {
  for (const role of staffRoles) {
    const found = atHand(as(role))
    assert.ok(found.length <= 7, `${role}: ${found.join(', ')}`)
    assert.equal(found[0], 'Home')
  }
  assert.ok(atHand(somebody()).length <= 7)
})

test('a finance officer has what is used every day at hand, and the rest in four groups', () => {
  assert.deepEqual(atHand(as('finance-officer')), [
    'Home',
    'Cases',
    'Payments',
    'Bank',
    'Recoveries',
    'Messages',
  ])
  const groups = menuFor(as('finance-officer'), '/home').flatMap(({ group }) => group ?? [])
  assert.deepEqual([...new Set(groups)], ['The way of a budget', 'By kind of care', 'Money', 'What we go by'])
})

test('no word is lost and none is said twice', () => {
  for (const role of staffRoles) {
    const found = words(as(role))
    assert.equal(new Set(found).size, found.length, role)
  }
  assert.equal(new Set(menu.map(({ href }) => href)).size, menu.length)
})

test('the word in the menu is the word of the address', () => {
  const last = (href: string): string => href.split('/').at(-1) ?? ''
  const otherwise: Readonly<Record<string, string>> = {
    '/access/looks': 'Who looked',
    '/access/actors': 'Staff',
    '/access/record': 'The record',
    '/ehc': 'EHC plans',
    '/registers': 'At risk of admission',
  }
  for (const { href, says } of menu)
    assert.equal(
      says.toLowerCase().replaceAll(' ', '-'),
      (otherwise[href] ?? last(href)).toLowerCase().replaceAll(' ', '-'),
    )
})

test('a family has money and plan; an assistant has hours and neither; who is both has all of it', () => {
  assert.deepEqual(words(somebody()), ['Home', 'Money', 'Plan', 'Messages', 'People', 'Who looked'])
  assert.deepEqual(words(somebody({ assistant: true, follows: false })), ['Home', 'Hours', 'Who looked'])
  const both = words(somebody({ assistant: true, follows: true }))
  assert.ok(both.includes('Hours') && both.includes('Money'))
})

test('one word at most is marked as where they are: the one with the longest address', () => {
  const marked = (actor: Actor, address: string) =>
    menuFor(actor, address).flatMap(({ says, current }) => (current ? [says] : []))
  assert.deepEqual(marked(as('provider'), '/employment/payroll'), ['Payroll'])
  assert.deepEqual(marked(as('finance-officer'), '/payments/runs/7'), ['Payments'])
  assert.deepEqual(marked(as('finance-officer'), '/home'), ['Home'])
  assert.deepEqual(marked(as('finance-officer'), '/paymentsque'), [])
  assert.deepEqual(marked(somebody(), '/home/money'), ['Money'])
})
