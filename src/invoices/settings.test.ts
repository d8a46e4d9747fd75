import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { appOn, signedIn, type someone } from '../../test/harness.ts'
import { aLine, began, invoiced, sumOf } from '../../test/invoices.ts'
import { monday, onMonday } from '../../test/payments.ts'
import { addDays, type PlainDate } from '../kernel/days.ts'
import type { TestDatabase } from '../platform/testing.ts'
import { figuresOf } from './queries/budget.ts'

let database: TestDatabase
before(async () => {
  database = await onMonday()
})

const visitor = async (who: Awaited<ReturnType<typeof someone>>) => signedIn(await appOn(database), who)
const from = (on: PlainDate) => {
  const [year = '', month = '', date = ''] = on.split('-')
  return { 'from-day': date, 'from-month': month, 'from-year': year }
}
const wanted = {
  name: 'invoices-over-percent',
  value: '25',
  because: 'Finance committee',
  ...from(monday),
}

test('finance sets a figure from a day with a reason, and all staff see who did and since when', async () => {
  const all = await invoiced(database)
  const [kay, mel] = [await visitor(all.kay), await visitor(all.mel)]
  for (const at of ['/invoices/settings', '/payments/settings', '/bank/settings']) {
    const page = await kay.get(at)
    assert.equal(page.status, 200, at)
    assert.match(page.html, /our usual figure, not set here/)
    assert.match(page.html, /Nothing was set here yet/)
  }
  const send = (more: Record<string, string>) => kay.post('/invoices/settings', { ...wanted, ...more })
  const empty = await kay.post('/invoices/settings', {})
  assert.equal(empty.status, 422)
  for (const says of ['Choose which figure', 'Enter the figure', 'Enter the first day', 'Say who decided'])
    assert.ok(empty.html.includes(says), says)
  const much = await send({ value: '101' })
  assert.match(much.html, /Enter a whole number from 0 to 100 \(percent\)/)
  assert.match(much.html, /value="101"/)
  assert.match((await send(from(addDays(monday, -1)))).html, /The first day cannot be in the past/)
  assert.match((await send({ name: 'bank-return-days' })).html, /Choose which figure it is/)
  assert.equal((await send({})).to, '/invoices/settings?done=set')
  assert.equal((await send({})).to, '/invoices/settings?done=set', 'asked again it is set once')
  assert.match((await send({ value: '30' })).html, /holds since today already/)
  const page = await kay.get('/invoices/settings')
  assert.equal(page.html.match(/Until another is set/g)?.length, 1)
  assert.match(page.html, /25 %/)
  assert.match(page.html, new RegExp(all.kay.name))
  assert.equal((await send({ ...from(addDays(monday, 7)), value: '30' })).to, '/invoices/settings?done=set')
  assert.match((await kay.get('/invoices/settings')).html, /14 June 2026/)
  const seen = await mel.get('/invoices/settings')
  assert.match(seen.html, /25 %/)
  assert.doesNotMatch(seen.html, /Set it/)
  assert.equal((await mel.post('/invoices/settings', wanted)).status, 403)
})

test('an invoice is checked by the figure of its own day', async () => {
  const all = await invoiced(database)
  const kay = await visitor(all.kay)
  assert.equal((await kay.post('/invoices/settings', wanted)).to, '/invoices/settings?done=set')
  const over = (day: PlainDate) =>
    all.read(async doing => (await figuresOf(doing, all.organisation, day))['invoices-over-percent'])
  assert.deepEqual([await over(addDays(monday, -1)), await over(monday)], [10, 25])
  const late = { name: 'invoices-pay-days', value: '14', because: 'Committee', ...from(monday) }
  assert.equal((await kay.post('/invoices/settings', late)).to, '/invoices/settings?done=set')
  const line = aLine({ units: 1_000n, rate: sumOf(20) })
  const old = await all.enter(all.kay, { theirs: 'OLD', datedOn: addDays(monday, -1), lines: [line] })
  const now = await all.enter(all.kay, { theirs: 'NEW', datedOn: monday, lines: [line] })
  assert.equal((await all.invoice(old)).dueOn, addDays(monday, 29))
  assert.equal((await all.invoice(now)).dueOn, addDays(monday, 14))
  assert.ok(began < monday)
})
