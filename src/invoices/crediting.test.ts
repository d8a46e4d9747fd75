import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { appOn, signedIn, someone } from '../../test/harness.ts'
import { invoiced } from '../../test/invoices.ts'
import { onMonday } from '../../test/payments.ts'
import type { TestDatabase } from '../platform/testing.ts'

let database: TestDatabase
before(async () => {
  database = await onMonday()
})

const visitor = async (who: Awaited<ReturnType<typeof someone>>) => signedIn(await appOn(database), who)
const typed = {
  supplier: 'Fernway Care',
  theirs: 'C-7',
  'dated-day': '8',
  'dated-month': '6',
  'dated-year': '2026',
  'credit-1': '10',
  total: '10',
  because: 'Half an hour <b>less</b>',
}

test('a credit note is entered against an invoice, and what is wrong is said at its field', async () => {
  const all = await invoiced(database)
  const number = await all.enter(all.kay)
  const at = `/invoices/${all.reference}/${number}`
  const sol = await visitor(all.sol)
  assert.doesNotMatch((await sol.get(at)).html, /Enter a credit note/)
  await all.accept(number, 1)
  assert.match((await sol.get(at)).html, /Enter a credit note of the supplier/)
  const form = await sol.get(`${at}/credit-notes`)
  assert.match(form.html, /At most £40\.00/)
  assert.match(form.html, /value="Fernway Care Ltd"/)
  const send = (more: Record<string, string>) => sol.post(`${at}/credit-notes`, { ...typed, ...more })
  const empty = await sol.post(`${at}/credit-notes`, {})
  assert.equal(empty.status, 422)
  for (const says of ['Enter the number', 'Enter the date', 'Enter the total', 'Say what the credit note'])
    assert.ok(empty.html.includes(says), says)
  const much = await send({ 'credit-1': '40.01', total: '40.01' })
  assert.match(much.html, /Line 1: It takes off more than we pay of this line: at most £40\.00/)
  assert.match(much.html, /value="40\.01"/)
  assert.match((await send({ 'credit-1': 'ten' })).html, /Enter an amount in pounds and pence/)
  assert.match((await send({ total: '11' })).html, /do not come to the total/)
  assert.match((await send({ supplier: 'Larkfield Physio' })).html, /is of another supplier/)
  assert.match((await send({ 'credit-1': '' })).html, /takes off at least one line/)
  assert.equal((await send({})).to, `${at}?done=credited`)
  assert.match((await send({ theirs: 'c 7' })).html, /of this number was entered for this supplier before/)
  const holder = await visitor(await someone(database, { name: 'Ada Marwood', person: all.budget.person }))
  const seen = await holder.get(at)
  assert.match(seen.html, /C-7/)
  assert.match(seen.html, /Half an hour &lt;b&gt;less/)
  assert.match(seen.html, /The supplier owes <strong>£10\.00<\/strong>/)
  assert.doesNotMatch(seen.html, /Enter a credit note/)
  assert.ok([403, 404].includes((await holder.get(`${at}/credit-notes`)).status))
})
