import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { aBody, makeBudgets } from '../../test/budgets.ts'
import { appOn, doingIt, emptyDatabase, millbrookDatabase, signedIn, someone } from '../../test/harness.ts'
import { roles } from '../access/public.ts'
import type { App } from '../app.ts'
import { newId, newReference } from '../kernel/ids.ts'
import type { OrganisationId } from '../people/public.ts'
import type { Database } from '../platform/database.ts'
import { keepBooks } from './actions/keep-books.ts'
import { bookYears } from './rules/book-range.ts'

let database: Database
let app: App
let reference = ''
let icb: OrganisationId

before(async () => {
  database = await millbrookDatabase()
  app = await appOn(database)
  const { rows } = await database.pool.query<{ reference: string; id: OrganisationId }>(
    `select s.reference, o.id from bank.statement_shown s join people.person p on p.id = s.person_id
       join people.organisation o on o.id = s.organisation_id
     where p.full_name = 'Gwen Tallis' limit 1`,
  )
  reference = rows[0]?.reference ?? ''
  icb = rows[0]?.id as OrganisationId
})

const at = async (email: string) => {
  const { rows } = await database.pool.query(
    'select id, user_id as user, name from access.actor where email = $1',
    [email],
  )
  return signedIn(app, { ...rows[0], person: null, roles: [] })
}
const holds = (html: string, ...parts: readonly (string | RegExp)[]): void => {
  for (const part of parts)
    assert.ok(typeof part === 'string' ? html.includes(part) : part.test(html), `${part}: ${html}`)
}

test('until when the money lasts is seen, with its method, and one more may be tried', async () => {
  const officer = await signedIn(
    app,
    await someone(database, { name: 'Ngozi', role: 'finance-officer', organisation: icb }),
  )
  const page = await officer.get(`/forecasts/${reference}`)
  holds(page.html, 'At this pace the money', 'The same in figures', 'last 13 weeks', 'Range', '(expected)')
  const line = /<option value="(line-\d+)"/.exec(page.html)?.[1]
  const tried = await officer.get(`/forecasts/${reference}?line=${line}&units=99`)
  holds(tried.html, 'Nothing has been changed', 'more, with employer', 'if it were so', 'value="99"')
  holds((await officer.get(`/forecasts/${reference}?line=${line}&units=lots`)).html, 'Type a number')
  const figures = await officer.get(`/forecasts/${reference}/figures`)
  assert.equal(figures.status, 200)
  holds(figures.html, 'Day,Left in pounds,Known or expected', /\d,known\r\n/, /\d,expected\r\n/)
})

test('a body sees its whole book by month, with range, method and CSV, and other years', async () => {
  const ngozi = await at('ngozi.okafor@millbrook-icb.example')
  const page = await ngozi.get('/forecasts')
  assert.equal(page.status, 200)
  holds(page.html, 'Forecast for all budgets', 'So far, in pounds', 'How it was worked out', 'The year', '£')
  holds((await ngozi.get('/forecasts/figures')).html, 'Month,Agreed,Paid', /\d{4}-04,[\d.]+,/)
  const year = Number(/year=(\d{4})/.exec(page.html)?.[1]) + 2
  holds((await ngozi.get(`/forecasts?year=${year}`)).html, `1 April ${year}`)
  assert.equal((await ngozi.get('/forecasts?year=1066')).status, 200)
  assert.equal((await ngozi.get('/forecasts?year=x')).status, 200)
})

test('a book that takes long is kept for the day, says when, and holds what a fresh one holds', async () => {
  const ngozi = await at('ngozi.okafor@millbrook-icb.example')
  const body = (html: string) => html.slice(html.indexOf('<table'), html.indexOf('</main>'))
  const fresh = await ngozi.get('/forecasts')
  assert.ok(!fresh.html.includes('Worked out on'))
  assert.equal(await doingIt(database, doing => keepBooks(doing, 60_000)), 0)
  assert.ok(!(await ngozi.get('/forecasts')).html.includes('Worked out on'))
  assert.ok((await doingIt(database, doing => keepBooks(doing, -1))) >= 2)
  for (const year of await doingIt(database, async ({ today }) => bookYears(today))) {
    const kept = await ngozi.get(`/forecasts?year=${year}`)
    holds(kept.html, /Worked out on \d+ \w+ 20\d\d at \d\d:\d\d/)
    const now = await ngozi.get(`/forecasts?year=${year}&now=yes`)
    assert.ok(!now.html.includes('Worked out on'))
    assert.equal(body(kept.html), body(now.html), String(year))
  }
  const elsewhere = await signedIn(app, await someone(database, { role: 'finance-officer' }))
  assert.ok(!(await elsewhere.get('/forecasts')).html.includes('Worked out on'))
  await doingIt(database, ({ transaction }) =>
    sql`update forecasts.book_month set worked_on = worked_on - 1`.execute(transaction),
  )
  assert.ok(!(await ngozi.get('/forecasts')).html.includes('Worked out on'))
})

test('the book holds the budgets of the reader’s own bodies and of no other', async () => {
  const elsewhere = await signedIn(
    app,
    await someone(database, { name: 'Far Away', role: 'finance-officer' }),
  )
  const page = await elsewhere.get('/forecasts')
  holds(page.html, 'No agreement is in force in this year', 'We do not forecast')
  assert.equal((await elsewhere.get(`/forecasts/${reference}`)).status, 404)
})

test('one new budget is agreed and committed, and is no ground for a forecast', async () => {
  const fresh = await emptyDatabase()
  const body = await doingIt(fresh, async doing => {
    const made = await aBody(doing)
    await makeBudgets(doing, [{ organisation: made, from: doing.today }])
    return made
  })
  const own = await appOn(fresh)
  const officer = await someone(fresh, { name: 'Kay', role: 'finance-officer', organisation: body })
  const kay = await signedIn(own, officer)
  const page = await kay.get('/forecasts')
  holds(page.html, 'We do not forecast', 'Fewer than three whole months', 'agreed so far')
  const { rows } = await fresh.pool.query('select reference from agreements.agreement')
  holds((await kay.get(`/forecasts/${rows[0].reference}`)).html, 'We cannot say yet', 'no statement yet')
})

test('who may not see the money finds no forecast', async () => {
  for (const role of roles.filter(one => one !== 'visitor' && one !== 'person')) {
    const outside = await signedIn(app, await someone(database, { name: `Other ${role}`, role }))
    assert.equal((await outside.get(`/forecasts/${reference}`)).status, 404, role)
    assert.equal((await outside.get(`/forecasts/${reference}/figures`)).status, 404, role)
  }
  const stranger = await signedIn(app, await someone(database, { person: newId() }))
  for (const address of ['', '/figures', `/${reference}`, `/${reference}/figures`, `/${newReference()}`])
    assert.equal((await stranger.get(`/forecasts${address}`)).status, 404, address)
})
