import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { aBody, aBudget, type Budget, makeBudgets } from '../../test/budgets.ts'
import {
  appOn,
  doingIt,
  emptyDatabase,
  type Someone,
  signedIn,
  someone,
  type Visitor,
} from '../../test/harness.ts'
import type { App } from '../app.ts'
import { plainDate } from '../kernel/days.ts'
import type { OrganisationId } from '../people/public.ts'
import type { TestDatabase } from '../platform/testing.ts'

const monday = plainDate('2026-06-08')
let database: TestDatabase
let app: App
let organisation: OrganisationId
let people: { kay: Someone; sol: Someone; mel: Someone; elsewhere: Someone; holder: Someone }
let ada: Budget

before(async () => {
  database = await emptyDatabase()
  await sql`insert into platform.clock (set_to, set_at) values ('2026-06-08T09:00:00+01:00', now())`.execute(
    database.kysely,
  )
  app = await appOn(database)
  organisation = await doingIt(database, doing => aBody(doing))
  const ashdale = await doingIt(database, doing => aBody(doing, 'QAD', 'NHS Ashdale ICB'))
  ada = await doingIt(database, doing => aBudget(doing, { organisation, from: monday, name: 'Ada Marwood' }))
  await doingIt(database, doing =>
    makeBudgets(doing, [{ organisation, from: monday, name: 'Bryn <b>Fenn</b>', without: ['approval'] }]),
  )
  const of = (
    name: string,
    role: 'finance-officer' | 'case-worker' | 'head-of-service',
    where = organisation,
  ) => someone(database, { name, role, organisation: where })
  people = {
    kay: await of('Kay Boone', 'finance-officer'),
    sol: await of('Sol Abara', 'head-of-service'),
    mel: await of('Mel Osei', 'case-worker'),
    elsewhere: await of('Una Reeve', 'finance-officer', ashdale),
    holder: await someone(database, { name: 'Ada Marwood', person: ada.person }),
  }
})

const as = (who: Someone): Promise<Visitor> => signedIn(app, who)
const until = { 'until-day': '14', 'until-month': '6', 'until-year': '2026' }
const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

test('finance sees what is due, what stands against it and whose turn it is', async () => {
  const page = await (await as(people.kay)).get('/payments')
  assert.equal(page.status, 200)
  assert.match(page.html, /2 payments/)
  assert.match(page.html, /£2,240\.00/)
  assert.match(page.html, /The account has not been approved\./)
  assert.match(page.html, /Whose turn it is: finance/)
  assert.match(page.html, /Bryn &lt;b&gt;Fenn/)
  assert.match(page.html, /No account to pay from/)
})

test('a run goes from prepared to paid on two different signatures, and refuses what it must', async () => {
  const [kay, sol, mel] = [await as(people.kay), await as(people.sol), await as(people.mel)]
  for (const [form, says] of [
    [{}, 'Enter the last day of the run'],
    [{ ...until, 'until-day': '31', 'until-month': '6' }, 'must be a day of the calendar'],
    [{ ...until, 'until-year': '2025' }, 'The last day must be today or later'],
  ] as const) {
    const wrong = await kay.post('/payments/runs', form)
    assert.equal(wrong.status, 422)
    assert.ok(wrong.html.includes(says), says)
  }
  assert.equal((await mel.post('/payments/runs', until)).status, 403)
  assert.equal((await sol.post('/payments/runs', until)).status, 403)
  const prepared = await kay.post('/payments/runs', until)
  assert.equal(prepared.status, 303)
  const at = prepared.to ?? ''
  const again = await kay.post('/payments/runs', until)
  assert.equal(again.status, 422)
  assert.match(again.html, /Nothing can be paid up to that day/)

  const page = await kay.get(at)
  assert.match(page.html, /1 payment, £1,120\.00/)
  assert.match(page.html, /Not paid with this run: 1/)
  assert.match(page.html, /Paid for the first time/)
  const signing = { payments: hidden(page.html, 'payments'), total: hidden(page.html, 'total') }
  assert.deepEqual(signing, { payments: '1', total: '1120.00' })
  assert.equal((await mel.post(`${at}/releases`, signing)).status, 403)
  assert.equal((await kay.post(`${at}/files`, {})).status, 422)
  const stale = await kay.post(`${at}/releases`, { payments: '2', total: '2240.00' })
  assert.equal(stale.status, 422)
  assert.match(stale.html, /The run changed after you opened this page/)
  assert.equal((await kay.post(`${at}/releases`, { payments: 'x', total: 'y' })).status, 422)
  assert.equal((await kay.post(`${at}/releases`, signing)).status, 303)
  const twice = await kay.post(`${at}/releases`, signing)
  assert.equal(twice.status, 422)
  assert.match(twice.html, /You have signed this run already/)
  assert.equal((await sol.post(`${at}/releases`, signing)).status, 303)
  assert.match((await sol.post(`${at}/releases`, signing)).html, /This run has left already/)
  assert.equal((await kay.post(`${at}/withdrawal`, { because: 'too late' })).status, 422)
  assert.match((await kay.get(at)).html, /Released on Monday 8 June 2026/)
  assert.doesNotMatch((await kay.get(at)).html, />It came back</)
})

const theRun = async (): Promise<string> => {
  const { rows } = await sql<{ id: string }>`select id from payments.run order by number limit 1`.execute(
    database.kysely,
  )
  return `/payments/runs/${rows[0]?.id}`
}

test('the bank’s file needs an account to pay from, and is the same bytes each time', async () => {
  const kay = await as(people.kay)
  const at = await theRun()
  assert.match((await kay.post(`${at}/files`, {})).html, /Say first which account the money leaves from/)
  const account = { name: 'NHS Millbrook ICB', sortCode: '60-70-80', accountNumber: '10203040' }
  const wrong = await kay.post('/payments/payer', { ...account, sortCode: '6070', accountNumber: 'letters' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /Enter the sort code as six digits/)
  assert.match(wrong.html, /Enter the account number as eight digits/)
  const from = { 'from-day': '8', 'from-month': '6', 'from-year': '2026' }
  assert.equal((await kay.post('/payments/payer', { ...account, ...from })).status, 303)
  assert.match((await kay.post('/payments/payer', { ...account, ...from })).html, /set for that day already/)
  const made = await kay.post(`${at}/files`, { kind: 'bank' })
  assert.equal(made.status, 303)
  const file = await kay.get(made.to ?? '')
  assert.match(file.html, /<NbOfTxs>1<\/NbOfTxs><CtrlSum>1120\.00<\/CtrlSum>/)
  assert.match(file.html, new RegExp(`<MmbId>${ada.sortCode}</MmbId>`))
  const sha = createHash('sha256').update(file.html).digest('hex').slice(0, 16)
  assert.ok((await kay.get(at)).html.includes(sha))
  assert.match((await kay.get(at)).html, /A file was made before/)
  assert.equal((await kay.get(made.to ?? '')).html, file.html)
})

test('when the bank fails there is a list to pay by hand, and each look is in the record', async () => {
  const sol = await as(people.sol)
  const early = await sol.post(`${await theRun()}/files`, { kind: 'print' })
  assert.match((await sol.get(early.to ?? '')).html, /What is in a file for the bank is not on this list/)
  const gaveUp = { 'not-taken': 'Refused: Ms Weld at the bank, 8 June' }
  assert.equal((await sol.post(`${await theRun()}/file-given-up`, gaveUp)).status, 303)
  const made = await sol.post(`${await theRun()}/files`, { kind: 'print' })
  const list = await sol.get(made.to ?? '')
  assert.match(list.html, /20-00-00/)
  assert.ok(list.html.includes(ada.accountNumber))
  const { rows } = await sql<{ looks: number }>`select count(*)::int as looks from access.happening
    where what = 'bank-details-opened' and person_id = ${ada.person}`.execute(database.kysely)
  assert.ok((rows[0]?.looks ?? 0) >= 2)
})

test('the holder sees what was paid and what comes next; a payment on hold says what to do', async () => {
  const holder = await as(people.holder)
  const page = await holder.get(`/payments/for/${ada.reference}`)
  assert.equal(page.status, 200)
  assert.match(page.html, /£1,120\.00/)
  assert.match(page.html, /Monday 6 July 2026/)
  assert.match(page.html, /8 June 2026 to 5 July 2026/)
  assert.equal((await holder.get('/payments')).status, 404)
  const { rows } = await sql<{ reference: string }>`select reference from payments.schedule
    where reference <> ${ada.reference}`.execute(database.kysely)
  const others = `/payments/for/${rows[0]?.reference}`
  assert.equal((await holder.get(others)).status, 404)
  assert.match((await (await as(people.kay)).get(others)).html, /We are checking the bank account/)
})

test('what belongs to another organisation is not found', async () => {
  const una = await as(people.elsewhere)
  const at = await theRun()
  assert.equal((await una.get(at)).status, 404)
  assert.equal((await una.get(`/payments/for/${ada.reference}`)).status, 404)
  for (const what of ['releases', 'stops', 'withdrawal', 'files'])
    assert.equal((await una.post(`${at}/${what}`, { payments: '1', total: '1120.00' })).status, 404, what)
  assert.match((await una.get('/payments')).html, /Nothing is due/)
})

test('a payment that came back is noted with its day and reason, once', async () => {
  const kay = await as(people.kay)
  const { rows } = await sql<{ id: string }>`select instruction_id as id from payments.payment`.execute(
    database.kysely,
  )
  const at = `/payments/returns/${rows[0]?.id}`
  assert.equal((await kay.get(at)).status, 200)
  const on = { 'on-day': '8', 'on-month': '6', 'on-year': '2026' }
  assert.match((await kay.post(at, on)).html, /Say why it came back/)
  assert.match((await kay.post(at, { ...on, 'on-day': '9', because: 'x' })).html, /cannot be in the future/)
  assert.equal((await kay.post(at, { ...on, because: 'Account closed' })).status, 303)
  assert.match((await kay.post(at, { ...on, because: 'Account closed' })).html, /noted already/)
  assert.match((await kay.get('/payments')).html, /Ada Marwood/)
})

test('a run that has not left can be withdrawn, with a reason', async () => {
  const kay = await as(people.kay)
  const at = (await kay.post('/payments/runs', until)).to ?? ''
  assert.match((await kay.post(`${at}/withdrawal`, {})).html, /Say why the run is withdrawn/)
  assert.equal((await kay.post(`${at}/withdrawal`, { because: 'Wrong day' })).status, 303)
  assert.match((await kay.get(at)).html, /Withdrawn on/)
  assert.match((await kay.post(`${at}/stops`, {})).html, /was withdrawn/)
})

test('an address that names nothing is not found', async () => {
  const kay = await as(people.kay)
  for (const at of [
    '/payments/runs/x',
    '/payments/for/PHB-0000-000',
    '/payments/returns/x',
    `${await theRun()}/files/x`,
  ])
    assert.equal((await kay.get(at)).status, 404, at)
})
