import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { addDays } from '../src/kernel/days.ts'
import type { Doing } from '../src/platform/doing.ts'
import { aBody, makeBudgets, nameAt } from './budgets.ts'
import { appOn, doingIt, emptyDatabase, signedIn, someone } from './harness.ts'
import type { Visitor } from './visitor.ts'

const many = 60
let full: Visitor
let elsewhere: Visitor

/** Of each budget a request, a second version of its plan, and a message that nobody has read. */
async function fill(doing: Doing): Promise<void> {
  const { transaction, today } = doing
  await sql`insert into requests.request (id, reference, organisation_id, person_id, pathway, asked_on,
      received_on, reached_by, asked_by_name, asked_by_relation)
    select gen_random_uuid(), v.reference, v.organisation_id, v.person_id, 'adult-continuing-healthcare',
      ${today}::date - 3, ${today}::date - 3, 'online', 'Somebody', 'themselves'
    from plans.version v`.execute(transaction)
  await sql`insert into plans.version (id, organisation_id, person_id, reference, number, sum_id, made_on)
    select gen_random_uuid(), v.organisation_id, v.person_id, v.reference, 2, v.sum_id, ${today}::date
    from plans.version v`.execute(transaction)
  await sql`insert into notices.thread (reference, organisation_id, person_id, opened_on)
    select reference, organisation_id, person_id, ${today}::date from requests.request`.execute(transaction)
  await sql`insert into notices.message (id, organisation_id, person_id, reference, words, side, said_by_name,
      said_by_role, said_on)
    select gen_random_uuid(), organisation_id, person_id, reference, 'Hello', 'family', 'Somebody', 'Person',
      ${today}::date from notices.thread`.execute(transaction)
}

before(async () => {
  const database = await emptyDatabase()
  const app = await appOn(database)
  const organisation = await doingIt(database, doing => aBody(doing))
  const ashdale = await doingIt(database, doing => aBody(doing, 'QAD', 'NHS Ashdale ICB'))
  const leader = async (name: string, of: typeof organisation) =>
    signedIn(app, await someone(database, { name, role: 'team-leader', organisation: of }))
  await doingIt(database, async doing => {
    const of = { organisation, from: addDays(doing.today, -400), without: ['approval'] as const }
    const named = (place: number) => (place === 7 ? 'Zoë <i>100%</i> Holt' : nameAt(place))
    await makeBudgets(
      doing,
      Array.from({ length: many }, (_, place) => ({ ...of, name: named(place) })),
    )
    await fill(doing)
  })
  full = await leader('Tom Birkett', organisation)
  elsewhere = await leader('Colin Maddox', ashdale)
})

type List = { readonly at: string; readonly nothing: RegExp; readonly notFound: RegExp }
const lists: readonly List[] = [
  {
    at: '/agreements?what=account',
    nothing: /Nothing waits here|Nothing that waits/,
    notFound: /Clear the filters/,
  },
  { at: '/bank?show=all', nothing: /There is nothing to answer/, notFound: /No budget here is like this/ },
  { at: '/plans?with=case-worker', nothing: /No draft is with/, notFound: /No draft here is like this/ },
  { at: '/requests?stage=open', nothing: /No request is like this/, notFound: /No request is like this/ },
  { at: '/notices/messages?', nothing: /You have read everything/, notFound: /from somebody like that/ },
]

for (const { at, nothing, notFound } of lists) {
  const [path] = at.split('?')

  test(`${path} shows a long list page by page, and keeps in its links what was asked`, async () => {
    const first = await full.get(at)
    assert.equal(first.status, 200)
    assert.match(first.html, /1 to 50 of 60/)
    const asked = at.split('?')[1]
    assert.ok(
      first.html.includes(`href="${path}?${asked ? `${asked}&amp;` : ''}page=2"`),
      first.html.slice(-4000),
    )
    const second = await full.get(`${at}&page=2`)
    assert.match(second.html, /51 to 60 of 60/)
    const links = (html: string) =>
      new Set([...html.matchAll(/PHB-[0-9A-Z]{4}-[0-9A-Z]{3}/g)].map(([reference]) => reference))
    assert.equal(new Set([...links(first.html), ...links(second.html)]).size, many)
  })

  test(`${path} takes a page beyond the end for the last, and one that cannot be for the first`, async () => {
    assert.match((await full.get(`${at}&page=99999999`)).html, /51 to 60 of 60/)
    for (const page of ['0', '-2', 'x', '1.5', '999999999999999999999', '%00', '2%27'])
      assert.match((await full.get(`${at}&page=${page}`)).html, /1 to 50 of 60/, page)
  })

  test(`${path} finds somebody by a part of the name, and says when nobody is found`, async () => {
    const one = await full.get(`${at}&find=100%25`)
    assert.match(one.html, /Zoë &lt;i&gt;100%&lt;\/i&gt; Holt/)
    assert.doesNotMatch(one.html, /1 to /)
    assert.match(one.html, /value="100%"/)
    const none = await full.get(`${at}&find=${encodeURIComponent("' or 1=1 --")}`)
    assert.equal(none.status, 200)
    assert.match(none.html, notFound)
  })

  test(`${path} is empty for those who see nothing of it`, async () => {
    const nobody = await elsewhere.get(at)
    assert.equal(nobody.status, 200)
    assert.match(nobody.html, nothing)
    assert.doesNotMatch(nobody.html, /PHB-/)
  })
}

test('a list is parted by what somebody wants to see, each part with its number', async () => {
  const agreements = await full.get('/agreements')
  assert.match(agreements.html, /A bank account waits for approval \(60\)/)
  assert.match(agreements.html, /60 waiting, the oldest first/)
  assert.match((await full.get('/agreements?what=to-prepare')).html, /0 waiting/)
  assert.match((await full.get('/agreements?what=nonsense')).html, /60 waiting/)
  const bank = await full.get('/bank')
  assert.match(bank.html, /Needs an answer: 60/)
  assert.match(bank.html, /Statement overdue \(60\)/)
  assert.match((await full.get('/bank?show=questions')).html, /Open questions: 0/)
  const plans = await full.get('/plans')
  assert.match(plans.html, /To be agreed \(0\)/)
  assert.match(plans.html, /With a case worker \(60\)/)
  assert.match(plans.html, /No plan is waiting to be agreed/)
})
