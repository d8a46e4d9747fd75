import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { aBudget } from '../../test/budgets.ts'
import { appOn, doingIt, signedIn, someone } from '../../test/harness.ts'
import { anOffice, aSupplier, monday, onMonday } from '../../test/payments.ts'
import { aPlanLine } from '../../test/plan-lines.ts'
import type { TestDatabase } from '../platform/testing.ts'

let database: TestDatabase
before(async () => {
  database = await onMonday()
})

const typed = (name: string) => ({ [`${name}-day`]: '8', [`${name}-month`]: '6', [`${name}-year`]: '2026' })

async function visitors() {
  const office = await anOffice(database)
  const { organisation, kay, sol } = office
  const lines = [aPlanLine('line-1', 'Physiotherapy', 'notional')]
  const budget = await doingIt(database, doing =>
    aBudget(doing, { organisation, from: monday, lines, name: 'Ada Marwood' }),
  )
  const app = await appOn(database)
  const holder = await someone(database, { name: 'Ada Marwood', person: budget.person })
  const [first, second, ada] = [
    await signedIn(app, kay),
    await signedIn(app, sol),
    await signedIn(app, holder),
  ]
  return { ...office, budget, first, second, ada, at: `/payments/proposals/new` }
}

test('an advance is proposed, agreed by another, and its holder reads how it is taken off', async () => {
  const { first, second, ada, budget, at } = await visitors()
  const begun = await first.post('/payments/proposals', { what: 'emergency', reference: budget.reference })
  assert.equal(begun.to, `${at}/emergency/${budget.reference}`)
  const form = { because: 'The agency shut', amount: '250.00', ...typed('from'), parts: '3' }
  const wrong = await first.post(`${at}/emergency/${budget.reference}`, { ...form, floor: '' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /Enter the sum below which no payment goes/)
  assert.match(wrong.html, /value="The agency shut"/)
  const made = await first.post(`${at}/emergency/${budget.reference}`, { ...form, floor: '900' })
  assert.equal(made.status, 303)
  const page = String(made.to)
  assert.match((await first.get(page)).html, /Somebody else than Kay Boone has to agree/)
  const own = await first.post(`${page}/decision`, { agreed: 'yes', why: 'Now' })
  assert.match(own.html, /You proposed it yourself/)
  assert.equal((await second.post(`${page}/decision`, { agreed: 'yes', why: 'Nobody else' })).to, page)
  const seen = await ada.get(`/payments/for/${budget.reference}`)
  assert.match(seen.html, /We take £250\.00 off your next 3 payments/)
  assert.match(seen.html, /No payment goes below £900\.00/)
  assert.match((await first.get('/payments')).html, /Emergency advance: The agency shut/)
})

test('a repeat shows what is left, warns past a month’s share, and stops at its ceiling', async () => {
  const office = await visitors()
  const { first, second, ada, budget, at } = office
  await aSupplier(database, office, 'Saltings Physiotherapy')
  const new_ = `${at}/repeat/${budget.reference}`
  assert.match((await first.get(new_)).html, /Physiotherapy/)
  const made = await first.post(new_, {
    because: 'Physiotherapy',
    amount: '600',
    ...typed('from'),
    'until-day': '7',
    'until-month': '6',
    'until-year': '2027',
    mostTimes: '12',
    supplier: 'Saltings Physiotherapy',
    line: 'line-1',
  })
  assert.equal(made.status, 303, made.html.slice(0, 500))
  const page = String(made.to)
  await second.post(`${page}/decision`, { agreed: 'yes', why: 'It is in the plan' })
  const use = (more: object) =>
    first.post(`${page}/uses`, { ...typed('on'), times: '1', sum: '50', number: 'S-1', ...more })
  assert.match((await use({ sum: '' })).html, /Enter how much it was in all/)
  assert.match((await use({})).html, /more than its even share of £46\.15/)
  assert.equal((await use({ looked: 'yes' })).to, page)
  assert.match((await first.get(page)).html, /11 of 12 times and £550\.00 of £600\.00 are left/)
  assert.match((await use({ sum: '551', looked: 'yes' })).html, /Only £550\.00 of £600\.00 is left/)
  assert.match((await ada.get(`/payments/for/${budget.reference}`)).html, /11 of 12 times/)
  assert.match((await first.post(`${page}/ending`, { ending: '' })).html, /Say why it ends/)
  assert.equal((await first.post(`${page}/ending`, { ending: 'She walks' })).to, page)
  assert.doesNotMatch((await first.get(page)).html, /Pay it once more/)
})

test('an unknown budget, a wrong address and somebody else’s proposal are not found', async () => {
  const { first } = await visitors()
  const wrong = await first.post('/payments/proposals', { what: 'emergency', reference: 'PHB-0000-000' })
  assert.match(wrong.html, /We know no signed agreement/)
  assert.equal((await first.get('/payments/proposals/new/gift/PHB-0000-000')).status, 404)
  assert.equal((await first.get('/payments/proposals/not-one')).status, 404)
  const other = await visitors()
  const made = await other.first.post(`${other.at}/one-off/${other.budget.reference}`, {
    because: 'A chair',
    amount: '742.99',
    ...typed('from'),
  })
  assert.equal((await first.get(String(made.to))).status, 404)
})
