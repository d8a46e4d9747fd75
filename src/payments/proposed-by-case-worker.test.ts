import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { aBudget } from '../../test/budgets.ts'
import { appOn, doAs, doingIt, signedIn } from '../../test/harness.ts'
import { anOffice, monday, onMonday } from '../../test/payments.ts'
import { aPlanLine } from '../../test/plan-lines.ts'
import { letSee } from '../access/public.ts'
import { pence } from '../kernel/money.ts'
import { keptMail } from '../platform/mail.ts'
import type { TestDatabase } from '../platform/testing.ts'
import { type NewProposal, propose } from './actions/propose.ts'
import { proposalsOf } from './queries/proposals.ts'

let database: TestDatabase
before(async () => {
  database = await onMonday()
})

const typed = { 'from-day': '8', 'from-month': '6', 'from-year': '2026' }

/** An office whose case worker Mel has one of its two budgets in her caseload. */
async function withMel() {
  const office = await anOffice(database)
  const { organisation, mel } = office
  const lines = [aPlanLine('line-1', 'Waking nights', 'direct-payment')]
  const made = (name: string) =>
    doingIt(database, doing => aBudget(doing, { organisation, from: monday, lines, name }))
  const [hers, other] = [await made('Ada Marwood'), await made('Bo Fenwick')]
  const because = 'takes the case'
  const sight = { person: hers.person, sees: 'all', because, from: monday } as const
  await doingIt(database, doing => letSee(doing, { actor: mel.id }, sight))
  const asked = { what: 'one-off', amount: pence(12_345n), from: monday, because: 'A hoist broke' } as const
  const ask = (reference: string, more: Partial<NewProposal> = {}) =>
    doAs(database, mel, doing => propose(doing, { reference, ...asked, ...more }))
  return { ...office, hers, other, ask }
}

test('a case worker proposes for somebody in their caseload, and for nobody else', async () => {
  const { hers, other, ask } = await withMel()
  assert.ok((await ask(hers.reference)).done)
  assert.deepEqual(await ask(other.reference), { done: false, because: ['no-agreement'] })
})

test('a line is one whose money goes to the holder, and what is agreed ahead stays finance’s', async () => {
  const { hers, ask } = await withMel()
  assert.ok((await ask(hers.reference, { line: 'line-1' })).done)
  assert.deepEqual(await ask(hers.reference, { line: 'line-9' }), {
    done: false,
    because: ['not-the-holders-line'],
  })
  const ahead = await ask(hers.reference, { what: 'repeat' })
  assert.ok(!ahead.done && ahead.because.includes('role-may-not'))
})

test('the case worker types it, finance decides with a reason, and the case worker is told', async () => {
  const { hers, other, mel, sol } = await withMel()
  const app = await appOn(database)
  const [worker, finance] = [await signedIn(app, mel), await signedIn(app, sol)]
  const at = `/payments/proposals/new/one-off/${hers.reference}`
  assert.match((await worker.get('/payments/proposals')).html, /Propose a payment/)
  assert.doesNotMatch((await worker.get('/payments/proposals')).html, /value="repeat"/)
  assert.equal((await worker.get(`/payments/proposals/new/repeat/${hers.reference}`)).status, 404)
  assert.equal((await worker.get(`/payments/proposals/new/one-off/${other.reference}`)).status, 404)
  assert.match((await worker.get(at)).html, /Waking nights/)
  const form = { because: 'A hoist broke', amount: '123.45', line: 'line-1', urgent: 'yes', ...typed }
  const wrong = await worker.post(at, { ...form, because: '' })
  assert.match(wrong.html, /Say what it is for/)
  assert.match(wrong.html, /value="123\.45"/)
  const page = String((await worker.post(at, form)).to)
  assert.match((await worker.get(page)).html, /Somebody else than Mel Osei has to agree/)
  assert.match((await finance.get('/payments/proposals')).html, /Urgent/)
  assert.match((await finance.get(page)).html, /Waking nights/)
  assert.equal((await worker.post(`${page}/decision`, { agreed: 'yes', why: 'Mine' })).status, 403)
  assert.match((await finance.post(`${page}/decision`, { agreed: 'no', why: '' })).html, /Say why you agree/)
  assert.equal(
    (await finance.post(`${page}/decision`, { agreed: 'no', why: 'It is under guarantee' })).to,
    page,
  )
  assert.match((await worker.get(page)).html, /Not agreed[\s\S]*It is under guarantee/)
  assert.match((await worker.get('/home')).html, /What you proposed to pay[\s\S]*Not agreed/)
  const mail = await doingIt(database, doing => keptMail(doing))
  const told = mail.filter(({ to }) => to === `${mel.user}@millbrook.example`)
  assert.equal(told.length, 1)
  assert.ok(told[0]?.body.includes(page))
  assert.doesNotMatch(`${told[0]?.subject} ${told[0]?.body}`, /Ada|123|hoist/)
})

test('row-level security keeps what was proposed to a caseload', async () => {
  const { hers, other, kay, mel, organisation } = await withMel()
  const asked = { what: 'one-off', amount: pence(1n), from: monday, because: 'A chair' } as const
  for (const { reference } of [hers, other])
    assert.ok((await doAs(database, kay, doing => propose(doing, { reference, ...asked }))).done)
  const count = await doAs(database, mel, async ({ transaction }) => {
    const { rows } = await sql`select reference from payments.proposal`.execute(transaction)
    return rows
  })
  assert.deepEqual(count, [{ reference: hers.reference }])
  assert.equal((await doAs(database, mel, doing => proposalsOf(doing, organisation))).length, 1)
})

test('what is urgent waits on top', async () => {
  const { hers, ask, organisation, read } = await withMel()
  assert.ok((await ask(hers.reference, { urgent: true })).done)
  assert.ok((await ask(hers.reference)).done)
  const found = await read(doing => proposalsOf(doing, organisation))
  assert.deepEqual(
    found.map(({ urgent }) => urgent),
    [true, false],
  )
})
