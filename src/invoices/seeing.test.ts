import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { appOn, doingIt, signedIn, someone } from '../../test/harness.ts'
import { aLine, began, invoiced, sumOf } from '../../test/invoices.ts'
import { onMonday } from '../../test/payments.ts'
import { addDays } from '../kernel/days.ts'
import { nothing, pence } from '../kernel/money.ts'
import { addOrganisation } from '../people/public.ts'
import type { TestDatabase } from '../platform/testing.ts'
import { invoicesOf } from './queries/invoices.ts'
import { listed } from './queries/listed.ts'
import { standingOf } from './rules/standing.ts'

let database: TestDatabase
before(async () => {
  database = await onMonday()
})

const visitor = async (who: Awaited<ReturnType<typeof someone>>) => signedIn(await appOn(database), who)

test('V-53: an agency sees its own invoices and whether they are paid, and nothing else', async () => {
  const all = await invoiced(database)
  const agency = await doingIt(database, doing =>
    addOrganisation(doing, {
      code: `FW-${all.organisation.slice(-6)}`,
      kind: 'provider',
      name: 'Brookside Care Ltd',
      invented: true,
    }),
  )
  const own = await all.enter(all.kay, {
    supplier: 'Brookside Care',
    theirs: 'B-1',
    lines: [aLine({ rate: pence(2_050n) })],
  })
  const other = await all.enter(all.kay, { supplier: 'Larkfield Physio', theirs: 'L-1' })
  await all.decide(own, [{ place: 1, disputed: sumOf(1), because: 'The agreed rate' }])
  const jo = await visitor(
    await someone(database, { name: 'Jo Tarn', role: 'provider', organisation: agency }),
  )
  const list = await jo.get('/invoices?show=all')
  assert.match(list.html, /Brookside Care/)
  assert.doesNotMatch(list.html, /Larkfield|Ada Marwood/)
  const at = `/invoices/${all.reference}`
  const shown = await jo.get(`${at}/${own}`)
  assert.match(shown.html, /£1\.00 is disputed\. The agreed rate\. £40\.00 is accepted/)
  assert.match(shown.html, /Paid so far: <strong>£0\.00/)
  // Neither the plan, nor what we found, nor the ledger, nor whose budget it is.
  assert.doesNotMatch(
    shown.html,
    /Mornings|more than the agreed|In the ledger|Ada Marwood|Note that it was paid/,
  )
  for (const hidden of [
    at,
    `${at}/${other}`,
    `${at}/new`,
    `/ledger/${all.reference}`,
    `/bank/${all.reference}`,
  ])
    assert.ok([403, 404].includes((await jo.get(hidden)).status), hidden)
})

test('the list says of each invoice what its own page says, and finds by name and number', async () => {
  const all = await invoiced(database, { name: 'Cora 100% Weld' })
  const { kay, enter, accept, decide, settle, pay, withAccount, read, reference } = all
  const visit = await visitor(kay)
  assert.match((await visit.get('/invoices')).html, /No invoice is open now/)
  await withAccount()
  const on = (days: number) => ({ lines: [aLine({ on: addDays(began, days) })] })
  const [paid] = [await enter(kay, { theirs: 'A-1', ...on(0), dueOn: addDays(began, 30) })]
  await accept(paid, 1)
  await pay()
  const disputed = await enter(kay, { theirs: 'A-2', ...on(1) })
  await decide(disputed, [{ place: 1, disputed: sumOf(10), because: 'Late' }])
  const refused = await enter(kay, { theirs: 'A-3', ...on(2) })
  await decide(refused, [{ place: 1, disputed: sumOf(40), because: 'Never came' }])
  await settle(refused, 1, { outcome: 'nothing', sum: nothing })
  await accept(await enter(kay, { theirs: 'A-4', ...on(3) }), 1)
  await enter(kay, { theirs: 'A-5', ...on(4) })
  const rows = await read(doing => listed(doing, { kind: 'all', find: reference, page: 1 }))
  const pages = await read(doing => invoicesOf(doing, reference))
  assert.deepEqual(
    rows.rows.map(row => [row.number, row.standing]).sort(),
    pages.map(one => [one.number, standingOf(one)]).sort(),
  )
  assert.deepEqual(new Set(rows.rows.map(row => row.standing)).size, 5)
  assert.match((await visit.get('/invoices?show=paid')).html, /A-1/)
  assert.doesNotMatch((await visit.get('/invoices?show=paid')).html, /A-2/)
  assert.match((await visit.get('/invoices?show=all&find=a-3')).html, /A-3/)
  assert.match((await visit.get('/invoices?show=all&find=100%25')).html, /A-5/)
  assert.match((await visit.get('/invoices?show=all&find=%27+or+1')).html, /No invoice here is like this/)
  for (const nonsense of ['?show=x', '?page=-1', '?page=9999', '?find=%00'])
    assert.equal((await visit.get(`/invoices${nonsense}`)).status, 200, nonsense)
})
