import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { appOn, doingIt, signedIn, someone } from '../../test/harness.ts'
import { aLine, began, invoiced, sumOf } from '../../test/invoices.ts'
import { anOffice, onMonday } from '../../test/payments.ts'
import { addOrganisation } from '../people/public.ts'
import type { TestDatabase } from '../platform/testing.ts'

let database: TestDatabase
before(async () => {
  database = await onMonday()
})

const visitor = async (who: Awaited<ReturnType<typeof someone>>) => signedIn(await appOn(database), who)
const holderOf = ({ budget }: Awaited<ReturnType<typeof invoiced>>) =>
  someone(database, { name: 'Ada Marwood', person: budget.person })

const day = (name: string, on: string) => {
  const [year = '', month = '', date = ''] = on.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}
const typed = {
  supplier: 'Fernway <b>Care</b> Ltd',
  theirs: 'F-1001',
  ...day('dated', '2026-06-01'),
  ...day('from', began),
  ...day('until', '2026-05-31'),
  total: '64.50',
  rows: '1',
  'what-1': 'Morning',
  'on-1': '04/05/2026',
  'units-1': '3',
  'unit-1': 'hour',
  'rate-1': '21.50',
  'line-1': 'line-1',
}
const jpeg = { field: 'paper', name: 'bill.jpg', bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2]) }

test('a holder enters an invoice with a photo, and sees what was found and what became of it', async () => {
  const all = await invoiced(database)
  const [holder, sol] = [await visitor(await holderOf(all)), await visitor(all.sol)]
  const at = `/invoices/${all.reference}`
  assert.match((await holder.get(at)).html, /No invoice was entered for this budget yet/)
  const more = await holder.send(`${at}/new`, { ...typed, do: 'more' }, [])
  assert.match(more.html, /Line 2 of 2/)
  assert.match(more.html, /value="21\.50"/)
  const sent = await holder.send(`${at}/new`, { ...typed, do: 'enter' }, [jpeg])
  assert.equal(sent.to, `${at}/1?done=entered`)
  const shown = await holder.get(sent.to ?? '')
  assert.match(shown.html, /£21\.50 for one hour is more than the agreed £20\.00/)
  assert.match(shown.html, /Fernway &lt;b&gt;Care/)
  assert.doesNotMatch(shown.html, /Decide about its lines/)
  assert.equal((await holder.get(`${at}/1/paper`)).status, 200)
  assert.equal((await holder.get(`${at}/1/decisions`)).status, 404)
  const form = await sol.get(`${at}/1/decisions`)
  assert.match(form.html, /To look at/)
  const silent = await sol.post(`${at}/1/decisions`, { 'decision-1': 'accept' })
  assert.equal(silent.status, 422)
  assert.match(silent.html, /Say why it is accepted although something was found/)
  const much = await sol.post(`${at}/1/decisions`, {
    'decision-1': 'dispute',
    'sum-1': '64.51',
    'because-1': 'Rate',
  })
  assert.match(much.html, /Enter how much of £64\.50 is disputed/)
  assert.match(much.html, /value="64\.51"/)
  const ok = await sol.post(`${at}/1/decisions`, {
    'decision-1': 'dispute',
    'sum-1': '4.50',
    'because-1': 'Rate',
  })
  assert.equal(ok.to, `${at}/1?done=decided`)
  assert.match((await sol.get(`${at}/1`)).html, /Settle it/)
  assert.match((await holder.get(`${at}/1`)).html, /£4\.50 is disputed\. Rate\. £60\.00 is accepted/)
  const part = await sol.post(`${at}/1/lines/1/settlement`, {
    outcome: 'in-part',
    part: '4.50',
    because: 'x',
  })
  assert.match(part.html, /The sum must be above nothing and less than what is in dispute/)
  const settled = await sol.post(`${at}/1/lines/1/settlement`, { outcome: 'nothing', because: 'They agree' })
  assert.equal(settled.to, `${at}/1?done=settled`)
  assert.match((await holder.get(`${at}/1`)).html, /They agree/)
  assert.equal((await sol.get(`${at}/1/lines/1/settlement`)).to, `${at}/1`)
  assert.match((await holder.get(at)).html, /To be paid/)
})

test('what is wrong with an invoice is said at its field, and what was typed is kept', async () => {
  const all = await invoiced(database)
  const kay = await visitor(all.kay)
  const at = `/invoices/${all.reference}/new`
  const send = (more: Record<string, string>, files: Parameters<typeof kay.send>[2] = []) =>
    kay.send(at, { ...typed, do: 'enter', ...more }, files)
  const empty = await kay.send(at, { do: 'enter' }, [])
  assert.equal(empty.status, 422)
  for (const says of [
    'Enter the supplier’s name',
    'Enter the total of the invoice',
    'Enter at least one line',
  ])
    assert.ok(empty.html.includes(says), says)
  assert.match((await send({ total: '64.49' })).html, /£0\.01 apart/)
  assert.match((await send({ 'amount-1': '64.49' })).html, /3 x £21\.50 comes to £64\.50, not £64\.49/)
  assert.match((await send({ 'line-1': '' })).html, /Choose the line of the plan/)
  assert.match(
    (await send({ ...day('until', '2026-05-03') })).html,
    /The last day must be on or after the first/,
  )
  assert.match((await send({ ...day('dated', '2026-06-09') })).html, /cannot be in the future/)
  assert.match((await send({}, [{ ...jpeg, bytes: new TextEncoder().encode('no') }])).html, /Choose a photo/)
  const csv = (text: string) => [{ field: 'csv', name: 'lines.csv', bytes: new TextEncoder().encode(text) }]
  const wrong = await send({}, csv('date,what,units,unit,rate\nx,y,1,hour,20\n'))
  assert.match(wrong.html, /Line 2 of the file: Enter the day/)
  assert.match(wrong.html, /value="Morning"/)
  const right = { total: '40.00', 'what-1': '', 'on-1': '', 'units-1': '', 'rate-1': '' }
  const taken = await send(
    right,
    csv('date,from,to,what,units,unit,rate,line\n4/5/2026,9:00,11:00,Two hours,2,hour,20,Mornings\n'),
  )
  assert.match(taken.to ?? '', /\/1\?done=entered/)
})

test('what somebody may not see is not found: another office, another person, a number', async () => {
  const all = await invoiced(database)
  const number = await all.enter(all.kay)
  const elsewhere = await anOffice(database)
  const stranger = await someone(database, { name: 'Bryn Fenn' })
  for (const who of [elsewhere.kay, stranger, all.mel]) {
    const visit = await visitor(who)
    for (const at of ['', '/new', `/${number}`, `/${number}/paper`])
      assert.equal((await visit.get(`/invoices/${all.reference}${at}`)).status, 404, `${who.name} ${at}`)
  }
  const kay = await visitor(all.kay)
  for (const at of ['/9', '/x', '/1/paper', '/1/lines/1/settlement'])
    assert.ok([404, 303].includes((await kay.get(`/invoices/${all.reference}${at}`)).status), at)
})

test('lines that the holder pays are noted as paid, never more than was accepted', async () => {
  const all = await invoiced(database)
  const { kay, enter, accept } = all
  const swim = aLine({
    lineKey: 'line-3',
    unit: 'session',
    rate: sumOf(10),
    units: 2_000n,
    begins: null,
    ends: null,
  })
  const number = await enter(kay, { supplier: 'Millbrook Pool', theirs: 'P-7', lines: [swim] })
  await accept(number, 1)
  const holder = await visitor(await holderOf(all))
  const at = `/invoices/${all.reference}/${number}`
  assert.match(
    (await holder.get(at)).html,
    /£20\.00 of it is accepted and is paid from the budget’s own account/,
  )
  const paid = (amount: string, on = '2026-06-08') =>
    holder.post(`${at}/payment`, { amount, ...day('on', on) })
  assert.match((await paid('20.01')).html, /at most what is still to be paid/)
  assert.match((await paid('20', '2026-06-09')).html, /cannot be in the future/)
  assert.equal((await paid('12.50')).to, `${at}?done=paid`)
  assert.match((await paid('20')).html, /at most what is still to be paid/)
  assert.equal((await paid('7.50')).to, `${at}?done=paid`)
  const done = await holder.get(at)
  assert.match(done.html, /Paid so far: <strong>£20\.00/)
  assert.doesNotMatch(done.html, /Note that it was paid/)
})

test('who holds a budget sees its invoices, enters them and says what it paid', async () => {
  const trust = await doingIt(database, doing =>
    addOrganisation(doing, { code: 'TRUST-1', kind: 'charity', name: 'Millbrook Trust', invented: true }),
  )
  const all = await invoiced(database, { thirdParty: trust })
  const jo = await visitor(
    await someone(database, { name: 'Jo Tarn', role: 'provider', organisation: trust }),
  )
  const at = `/invoices/${all.reference}`
  const sent = await jo.send(`${at}/new`, { ...typed, do: 'enter', 'rate-1': '20.00', total: '60.00' }, [])
  assert.equal(sent.to, `${at}/1?done=entered`)
  await all.accept(1, 1)
  const shown = await jo.get(`${at}/1`)
  assert.match(shown.html, /Ada Marwood/)
  assert.match(shown.html, /£60\.00 of it is accepted/)
  assert.equal(
    (await jo.post(`${at}/1/payment`, { amount: '60', ...day('on', '2026-06-08') })).to,
    `${at}/1?done=paid`,
  )
  assert.equal((await jo.get(`${at}/1/decisions`)).status, 404)
})
