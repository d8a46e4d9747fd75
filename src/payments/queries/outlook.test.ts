import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { aBudget, makeBudgets } from '../../../test/budgets.ts'
import { appOn, doAs, doingIt, type Someone, signedIn, tryAs } from '../../../test/harness.ts'
import { anOffice, monday, onMonday } from '../../../test/payments.ts'
import { addDays } from '../../kernel/days.ts'
import { plus } from '../../kernel/money.ts'
import { type OrganisationId, recordDeath } from '../../people/public.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import { workAhead } from '../actions/work-ahead.ts'
import { dueBetween } from './dues.ts'
import { type DueAsked, dueListed, dueTotals } from './outlook.ts'

let database: TestDatabase
before(async () => {
  database = await onMonday()
})

async function ahead(): Promise<void> {
  while ((await doingIt(database, workAhead)) > 0);
}

/** How many cases of an office nobody has to work out any more. */
async function known(organisation: OrganisationId): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from payments.outlook
    where organisation_id = ${organisation} and known_changes = changes`.execute(database.kysely)
  return rows[0]?.count ?? 0
}

const everything: DueAsked = { kind: 'all', find: '', page: 1 }
const list = (who: Someone, organisation: OrganisationId, asked: Partial<DueAsked> = {}) =>
  tryAs(database, who, doing => dueListed(doing, organisation, { ...everything, ...asked }))

/** What the list shows is what the rules say now, with every reason and to the penny. */
async function asTheRulesSay(who: Someone, organisation: OrganisationId): Promise<number> {
  const now = await doAs(database, who, doing =>
    dueBetween(doing, organisation, { from: monday, until: addDays(monday, 7) }),
  )
  const { rows, totals } = await list(who, organisation)
  assert.deepEqual(
    rows.map(one => [
      one.reference,
      one.part,
      one.dueOn,
      one.from,
      one.until,
      one.amount,
      one.reasons,
      one.late,
    ]),
    now.map(one => [
      one.reference,
      one.part,
      one.dueOn,
      one.from,
      one.until,
      one.amount,
      one.reasons,
      one.late,
    ]),
  )
  const blocked = now.filter(({ reasons }) => reasons.length > 0)
  assert.deepEqual(totals, {
    count: now.length,
    total: plus(...now.map(({ amount }) => amount)),
    blocked: blocked.length,
    blockedTotal: plus(...blocked.map(({ amount }) => amount)),
    late: now.filter(({ late }) => late).length,
  })
  return now.length
}

test('what is due is the same, worked out ahead or when somebody asks', async () => {
  const { organisation, kay } = await anOffice(database)
  const without = [[], ['approval'], ['consent'], ['signature'], ['money'], ['approval', 'consent']] as const
  await doingIt(database, doing =>
    makeBudgets(
      doing,
      Array.from({ length: 24 }, (_, place) => ({
        organisation,
        from: addDays(monday, (place % 5) * 7 - 28),
        every: (['four-weeks', 'week', 'month'] as const)[place % 3] ?? 'week',
        without: without[place % without.length] ?? [],
      })),
    ),
  )
  assert.equal(await known(organisation), 0)
  assert.ok((await asTheRulesSay(kay, organisation)) > 20)
  await ahead()
  // Four have not signed, so that nothing is owed to them.
  assert.equal(await known(organisation), 20)
  await asTheRulesSay(kay, organisation)
})

test('a change of a case is seen at once, although the case was worked out ahead', async () => {
  const { organisation, kay, prepared, release, sol } = await anOffice(database)
  const [ada] = await doingIt(database, doing =>
    makeBudgets(doing, [
      { organisation, from: addDays(monday, -7), name: 'Ada Marwood' },
      { organisation, from: monday, name: 'Bryn Fenn', without: ['approval'] },
    ]),
  )
  await ahead()
  assert.equal(await asTheRulesSay(kay, organisation), 2)
  await doingIt(database, doing =>
    recordDeath(doing, { person: ada?.person as never, on: addDays(monday, -1) }),
  )
  assert.equal(await known(organisation), 1)
  await asTheRulesSay(kay, organisation)
  assert.ok((await list(kay, organisation)).rows.some(({ reasons }) => reasons.includes('person-died')))
  await ahead()
  await doingIt(database, doing => aBudget(doing, { organisation, from: monday, name: 'Cora Weld' }))
  assert.equal(await asTheRulesSay(kay, organisation), 3)
  await ahead()
  const run = await prepared()
  assert.equal(await asTheRulesSay(kay, organisation), 2)
  await ahead()
  await release(kay, run)
  await release(sol, run)
  assert.equal(await asTheRulesSay(kay, organisation), 2)
})

test('a change that is made while a case is worked out is not lost', async () => {
  const { organisation, kay } = await anOffice(database)
  const ada = await doingIt(database, doing => aBudget(doing, { organisation, from: monday }))
  const working: Promise<number>[] = []
  await doingIt(database, async doing => {
    await recordDeath(doing, { person: ada.person, on: addDays(monday, -1) })
    working.push(doingIt(database, workAhead))
    await sql`select pg_sleep(0.3)`.execute(doing.transaction)
  })
  await Promise.all(working)
  await asTheRulesSay(kay, organisation)
  await ahead()
  assert.deepEqual((await list(kay, organisation)).rows[0]?.reasons, ['person-died'])
})

test('a list of many payments is paged, searched and parted, with totals of all of them', async () => {
  const { organisation, kay } = await anOffice(database)
  await doingIt(database, doing =>
    makeBudgets(
      doing,
      Array.from({ length: 120 }, (_, place) => ({
        organisation,
        from: monday,
        name: place === 7 ? 'Zo\u00eb <b>100% Holt</b>' : `Ada Marwood-${place}`,
        without: place % 40 === 0 ? (['consent'] as const) : [],
      })),
    ),
  )
  await ahead()
  const pages = [await list(kay, organisation), await list(kay, organisation, { page: 3 })]
  assert.deepEqual(
    pages.map(({ paging, rows, totals }) => [paging.page, paging.pages, rows.length, totals.count]),
    [
      [1, 3, 50, 120],
      [3, 3, 20, 120],
    ],
  )
  const all = [...(await list(kay, organisation, { page: 2 })).rows, ...pages.flatMap(({ rows }) => rows)]
  assert.equal(new Set(all.map(({ reference }) => reference)).size, 120)
  const beyond = await list(kay, organisation, { page: 9999 })
  assert.deepEqual([beyond.paging.page, beyond.rows], [3, pages[1]?.rows])
  const blocked = await list(kay, organisation, { kind: 'blocked' })
  assert.deepEqual([blocked.paging.count, blocked.totals.count, blocked.totals.blocked], [3, 120, 3])
  assert.equal((await list(kay, organisation, { kind: 'clear' })).paging.count, 117)
  assert.equal((await list(kay, organisation, { kind: 'late' })).paging.count, 0)
  const names = (await list(kay, organisation, { find: '100%' })).rows.map(({ name }) => name)
  assert.deepEqual(names, ['Zo\u00eb <b>100% Holt</b>'])
  assert.equal((await list(kay, organisation, { find: "' or 1=1 --" })).paging.count, 0)
})

test('the pages of payments keep what is looked for, and take nonsense for nothing', async () => {
  const { organisation, kay, sol } = await anOffice(database)
  const empty = await (await signedIn(await appOn(database), kay)).get('/payments')
  assert.match(empty.html, /Nothing is due that no run holds/)
  await doingIt(database, doing =>
    makeBudgets(
      doing,
      Array.from({ length: 60 }, () => ({ organisation, from: monday, name: 'Ada Marwood' })),
    ),
  )
  const visitor = await signedIn(await appOn(database), sol)
  const page = await visitor.get('/payments?find=marwood&due=clear')
  assert.match(page.html, /1 to 50 of 60/)
  assert.match(page.html, /href="\/payments\?due=clear&amp;find=marwood&amp;page=2"/)
  assert.match((await visitor.get('/payments?find=marwood&page=2')).html, /51 to 60 of 60/)
  for (const nonsense of ['page=x&due=y&runs=z', 'page=-1', 'page=1.5', 'page=1&page=2']) {
    const shown = await visitor.get(`/payments?${nonsense}`)
    assert.equal(shown.status, 200)
    assert.match(shown.html, /1 to 50 of 60/)
  }
  assert.match((await visitor.get('/payments?find=nobody+at+all')).html, /No payment here is like this/)
})

test('an office sees nothing of what is due elsewhere', async () => {
  const { kay } = await anOffice(database)
  const elsewhere = await anOffice(database)
  await doingIt(database, doing => aBudget(doing, { organisation: elsewhere.organisation, from: monday }))
  await ahead()
  const seen = await tryAs(database, kay, doing => dueTotals(doing, elsewhere.organisation))
  assert.equal(seen.count, 0)
  const { rows } = await tryAs(database, kay, ({ transaction }) =>
    sql`select reference from payments.outlook_due union all select reference from payments.outlook`.execute(
      transaction,
    ),
  )
  assert.deepEqual(rows, [])
})
