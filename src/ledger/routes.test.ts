import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import {
  appOn,
  doingIt,
  emptyDatabase,
  type Someone,
  signedIn,
  someone,
  Visitor,
} from '../../test/harness.ts'
import { posted } from '../../test/ledger.ts'
import { letSee } from '../access/public.ts'
import type { App } from '../app.ts'
import type { Id } from '../kernel/brand.ts'
import { plainDate } from '../kernel/days.ts'
import { newReference } from '../kernel/ids.ts'
import { pence } from '../kernel/money.ts'
import { addOrganisation, addPerson } from '../people/public.ts'
import type { TestDatabase } from '../platform/testing.ts'
import { fundOf, heldBy, spentOn } from './accounts.ts'
import { reverse } from './actions/reverse.ts'
import { aBudget, anAllocation, anEntry } from './examples.ts'

let database: TestDatabase
let app: App
let organisation: Id<'organisation'>
let person: Id<'person'>
let payment: Id<'entry'>
let carer: Someone
const { reference } = aBudget
const other = newReference()

before(async () => {
  database = await emptyDatabase()
  app = await appOn(database)
  await doingIt(database, async doing => {
    organisation = await addOrganisation(doing, {
      code: 'icb-millbrook',
      kind: 'icb',
      name: 'NHS Millbrook',
      invented: true,
    })
    const added = await addPerson(doing, {
      organisation,
      fullName: 'Ada Millbrook',
      bornOn: plainDate('2017-03-03'),
    })
    assert.ok(added.done)
    person = added.value
    const whose = { organisation, person }
    const wages = { ...whose, from: heldBy(reference), to: spentOn(reference, 'wages'), sum: pence(1250n) }
    const done = await posted(
      doing,
      anAllocation(whose),
      anEntry({ ...whose, because: 'Payment <script> for May' }),
      anEntry({ ...whose, because: 'Paid twice' }),
      anEntry({ ...wages, because: 'Wages of week 1', effectiveOn: plainDate('2026-04-17') }),
    )
    payment = done[1]?.entry as Id<'entry'>
    await reverse(doing, {
      entry: done[2]?.entry as Id<'entry'>,
      on: 'original-day',
      key: 'undo:twice',
      because: 'Undo the second payment',
    })
    await posted(
      doing,
      anEntry({ organisation, person: null, from: fundOf('icb-millbrook'), to: heldBy(other) }),
    )
  })
  carer = await someone(database, { role: 'case-worker', organisation, name: 'Cass Worker' })
})

const looks = () =>
  doingIt(database, async doing => {
    const { rows } = await sql<{ what: string; actor_name: string; details: { budget: string } }>`
      select what, actor_name, details from access.happening
      where kind = 'look' and person_id = ${person} order by at`.execute(doing.transaction)
    return rows
  })

test('the family sees where the money is and what moved, and the look is written down', async () => {
  const family = await signedIn(app, await someone(database, { person, name: 'Mo Millbrook' }))
  const page = await family.get(`/ledger/${reference}`)
  assert.equal(page.status, 200)
  for (const part of [
    'Budget PHB-7K3M-9QT',
    'Ada Millbrook',
    '£267.50',
    '£14,280.00',
    '£14,560.00',
    'Wages of week 1',
    'Undone later',
    'Undoes an entry',
  ])
    assert.ok(page.html.includes(part), part)
  assert.ok(page.html.includes('Payment &lt;script&gt; for May'))
  assert.ok(!page.html.includes('Show what happened earlier'))
  const [seen] = await looks()
  assert.deepEqual(
    [seen?.what, seen?.actor_name, seen?.details],
    ['money-read', 'Mo Millbrook', { budget: reference }],
  )
})

test('an entry opens into what moved, who entered it, when and why, and its key', async () => {
  const family = await signedIn(app, await someone(database, { person }))
  const page = await family.get(`/ledger/${reference}/${payment}`)
  assert.equal(page.status, 200)
  for (const part of [
    'Payment &lt;script&gt; for May',
    '10 April 2026',
    '£280.00',
    'OpenPHB',
    'example:',
    'In the budget’s bank account',
  ])
    assert.ok(page.html.includes(part), part)
  const allocation = /ledger\/PHB-7K3M-9QT\/([0-9a-f-]{36})">Agreement signed/.exec(
    (await family.get(`/ledger/${reference}`)).html,
  )
  assert.ok((await family.get(`/ledger/${reference}/${allocation?.[1]}`)).html.includes('NHS Millbrook'))
  assert.equal((await looks()).at(-1)?.what, 'money-entry-read')
})

test('a reference is found however it is typed', async () => {
  const finance = await signedIn(app, await someone(database, { role: 'finance-officer', organisation }))
  assert.equal((await finance.get('/ledger/phb7k3m9qt')).status, 200)
})

test('a case worker sees the money of a family once they are let see it, and not before', async () => {
  const visitor = await signedIn(app, carer)
  assert.equal((await visitor.get(`/ledger/${reference}`)).status, 404)
  await doingIt(database, doing =>
    letSee(
      doing,
      { actor: carer.id },
      { person, sees: 'money', because: 'case worker of this family', from: doing.today },
    ),
  )
  assert.equal((await visitor.get(`/ledger/${reference}`)).status, 200)
})

test('for everybody else the money is not there', async () => {
  const addresses = [`/ledger/${reference}`, `/ledger/${reference}/${payment}`]
  const others = [
    await someone(database, { role: 'finance-officer' }),
    await someone(database, { person: aBudget.person }),
    await someone(database, { role: 'provider', organisation }),
    await someone(database, { role: 'administrator', organisation }),
  ]
  for (const one of others) {
    const visitor = await signedIn(app, one)
    for (const address of addresses) assert.equal((await visitor.get(address)).status, 404, address)
  }
  const before = (await looks()).length
  const stranger = await new Visitor(app.server).get(addresses[0] ?? '')
  assert.equal(stranger.status, 303)
  assert.ok(stranger.to?.startsWith('/access/sign-in'))
  assert.equal((await looks()).length, before)
})

test('what is no reference, no entry, or an entry of another budget is not found', async () => {
  const finance = await signedIn(app, await someone(database, { role: 'finance-officer', organisation }))
  const addresses = [
    '/ledger/nothing',
    `/ledger/${newReference()}`,
    `/ledger/${reference}/nothing`,
    `/ledger/${reference}/${person}`,
    `/ledger/${other}/${payment}`,
  ]
  for (const address of addresses) assert.equal((await finance.get(address)).status, 404, address)
})

test('a budget with more movements than one page shows links to the earlier ones', async () => {
  const long = newReference()
  const entries = Array.from({ length: 101 }, () =>
    anEntry({ organisation, person, from: heldBy(long), to: spentOn(long, 'wages'), sum: pence(1n) }),
  )
  await doingIt(database, doing => posted(doing, ...entries))
  const finance = await signedIn(app, await someone(database, { role: 'finance-officer', organisation }))
  const page = await finance.get(`/ledger/${long}`)
  assert.ok(page.html.includes(`/ledger/${long}?shown=all`))
  const all = await finance.get(`/ledger/${long}?shown=all`)
  assert.equal(all.html.split(`href="/ledger/${long}/`).length - 1, 101)
})

test('finance keeps money back with a reason and frees it again; others see it and can’t', async () => {
  const fran = await someone(database, { role: 'finance-officer', organisation, name: 'Fran Finance' })
  const finance = await signedIn(app, fran)
  const at = `/ledger/${reference}`
  const day = { 'until-day': '1', 'until-month': '3', 'until-year': '2099' }
  const empty = await finance.post(`${at}/holds`, { sum: '-5', because: '', ...day })
  assert.equal(empty.status, 422)
  for (const says of ['cannot be less than nothing', 'Say what it is kept for', 'within a year'])
    assert.ok(empty.html.includes(says), says)
  const next = plainDate(new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10))
  const [year = '', month = '', date = ''] = next.split('-')
  const until = { 'until-day': date, 'until-month': month, 'until-year': year }
  const most = await finance.post(`${at}/holds`, { sum: '999999', because: 'A hoist', ...until })
  assert.ok(most.status === 422 && most.html.includes('still free') && most.html.includes('A hoist'))
  assert.equal((await finance.post(`${at}/holds`, { sum: '250', because: 'A hoist', ...until })).to, at)
  const shown = await finance.get(at)
  assert.match(shown.html, /£250\.00 from .*A hoist/)
  const hold = /holds\/([0-9a-f-]{36})\/end/.exec(shown.html)?.[1]
  const family = await signedIn(app, await someone(database, { person }))
  const theirs = await family.get(at)
  assert.ok(theirs.html.includes('A hoist') && !theirs.html.includes('/end'))
  assert.equal((await family.post(`${at}/holds/${hold}/end`, {})).status, 403)
  const elsewhere = await signedIn(app, await someone(database, { role: 'finance-officer' }))
  assert.equal((await elsewhere.post(`${at}/holds/${hold}/end`, {})).status, 404)
  assert.equal((await finance.post(`${at}/holds/${hold}/end`, {})).to, at)
  assert.ok((await finance.get(at)).html.includes('Nothing is kept back'))
})
