import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { addDays, type PlainDate } from '../../src/kernel/days.ts'
import { checkLedger, isSound } from '../../src/ledger/check.ts'
import { addOrganisation, type OrganisationId } from '../../src/people/public.ts'
import type { Doing } from '../../src/platform/doing.ts'
import type { TestDatabase } from '../../src/platform/testing.ts'
import { appOn, doingIt, millbrookDatabase, signedIn, someone, trying, type Visitor } from '../harness.ts'
import { balances, organisationOf, succeed } from '../succession.ts'

let database: TestDatabase
let on: PlainDate
let old: OrganisationId
let family: Visitor
let letters: readonly string[]
let printed: readonly string[]
let held: Awaited<ReturnType<typeof balances>>
let open: readonly Open[]
let councils: string

/** Before and after all of Millbrook goes to a board that follows it, as of three days ago. */
before(async () => {
  database = await millbrookDatabase()
  await doingIt(database, async doing => {
    on = addDays(doing.today, -3)
    old = await organisationOf(doing, 'QMB')
    await addOrganisation(doing, { code: 'QNB', kind: 'icb', name: 'NHS Northbrook ICB', invented: true })
    await sql`insert into people.succession (from_code, to_code, on_day, kind, confidence)
      values ('QMB', 'QNB', ${on}, 'became', 'design')`.execute(doing.transaction)
    await yesToBoth(doing)
    held = await balances(doing)
    open = await openBy(doing, addDays(on, -1))
    councils = await councilRows(doing)
  })
  await beAFamily()
  printed = await printedNow()
  assert.equal(await succeed(database, 'QMB', on), 'finished')
})

/** Somebody said yes to the body that is followed and to the one that follows: each is named once. */
const yesToBoth = ({ transaction }: Doing) =>
  sql`insert into registers.consent_body (consent_id, body_id, entry_id, organisation_id, person_id)
    select c.id, o.id, c.entry_id, c.organisation_id, c.person_id from people.organisation o,
      (select * from registers.consent where organisation_id = ${old} order by id limit 1) c
    where o.code in ('QMB', 'QNB')`.execute(transaction)

async function beAFamily(): Promise<void> {
  const { rows } = await database.pool.query(
    `select person_id, array_agg(id::text) as letters from notices.notice where organisation_id = $1
      group by 1 order by count(*) desc, 1 limit 1`,
    [old],
  )
  family = await signedIn(
    await appOn(database),
    await someone(database, { name: 'Pat Example', person: rows[0].person_id }),
  )
  letters = rows[0].letters
}

/** What of each letter's page goes on paper; the menu round it, with its counts, does not. */
async function printedNow(): Promise<readonly string[]> {
  const pages: string[] = []
  for (const letter of letters) {
    const { status, html } = await family.get(`/notices/${letter}`)
    assert.equal(status, 200)
    pages.push(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? assert.fail(html))
  }
  return pages
}

type Open = { budget: string; account: string; pence: bigint }
const openBy = async ({ transaction }: Doing, day: PlainDate): Promise<readonly Open[]> => {
  const { rows } = await sql<Open>`
    select substr(a.name, 1, 12) as budget, a.name as account, sum(p.pence)::bigint as pence
    from ledger.account a join ledger.posting p on p.account_id = a.id
      join people.person o on o.id = a.person_id
    where o.organisation_id = ${old} and a.kind = any (ledger.open_kinds()) and p.effective_on <= ${day}
    group by 1, 2 having sum(p.pence) <> 0 order by 1, 2`.execute(transaction)
  return rows
}

/** What the council answers for, and what was said yes to for it. */
const councilRows = async ({ transaction }: Doing): Promise<string> => {
  const { rows } = await sql`
    select 'plan' as what, p.id::text, p.organisation_id from ehc.plan p
    union all select 'fact', f.plan_id::text || f.number, f.organisation_id from ehc.fact f
    union all select 'yes', b.consent_id::text, b.body_id from registers.consent_body b
      join people.organisation o on o.id = b.body_id where o.kind = 'council'
    union all select 'sharing', id::text, body_id from consents.sharing where body_id <> ${old}
    union all select 'statement', id::text, organisation_id from funding.statement
    order by 1, 2`.execute(transaction)
  assert.ok(rows.length > 20)
  return JSON.stringify(rows)
}

const sums = (all: readonly Open[]): ReadonlyMap<string, bigint> => {
  const found = new Map<string, bigint>()
  for (const { budget, pence } of all) found.set(budget, (found.get(budget) ?? 0n) + pence)
  return found
}

test('one entry for each budget: as much as was open in its accounts on the day before', async () => {
  await trying(database, async doing => {
    const { rows } = await sql<{ budget: string; from: bigint; to: bigint }>`
      select right(e.key, 12) as budget, sum(p.pence) filter (where a.name = 'fund:QMB')::bigint as "from",
        sum(p.pence) filter (where a.name = 'fund:QNB')::bigint as "to"
      from ledger.entry e join ledger.posting p on p.entry_id = e.id
        join ledger.account a on a.id = p.account_id
      where e.key like 'succession:QMB:QNB:%' and e.key ~ ':PHB-[^:]*$' group by e.key order by 1`.execute(
      doing.transaction,
    )
    const before = sums(open)
    const expected = [...before].filter(([, pence]) => pence !== 0n)
    assert.ok(rows.length > 20)
    assert.deepEqual(
      rows.map(({ budget, from, to }) => [budget, from, to]),
      expected.map(([budget, pence]) => [budget, pence, -pence]),
    )
    const total = open.reduce((so, { pence }) => so + pence, 0n)
    assert.equal(
      rows.reduce((so, { from }) => so + from, 0n),
      total,
    )
  })
})

test('no account but the funds holds a penny more or less, what others contributed among them', async () => {
  await trying(database, async doing => {
    const now = await balances(doing)
    assert.deepEqual(now, held)
    assert.ok(Object.keys(now).some(name => name.includes('contributed:')))
    assert.ok(isSound(await checkLedger(doing)))
  })
})

test('a letter that was sent is printed as before, byte for byte', async () => {
  assert.ok(printed.length > 2 && printed.every(page => page.includes('NHS Millbrook ICB')))
  const again = await printedNow()
  for (const [at, page] of printed.entries()) assert.equal(again[at], page)
})

type Column = { of_table: string; name: string; is_list: boolean; of_person: boolean }

/** Every column of every table that could name a body, found in the catalogue and nowhere else. */
const columns = async ({ transaction }: Doing): Promise<readonly Column[]> => {
  const { rows } = await sql<Column>`
    select format('%I.%I', n.nspname, c.relname) as of_table, a.attname as name,
      a.atttypid = 'uuid[]'::regtype as is_list,
      exists (select from pg_attribute p where p.attrelid = c.oid and p.attname = 'person_id') as of_person
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition and a.attname <> 'person_id'
      and a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype)
      and n.nspname not in ('pg_catalog', 'information_schema') order by 1, 2`.execute(transaction)
  return rows
}

const rowsWith = async (doing: Doing, { of_table, name, is_list, of_person }: Column): Promise<bigint> => {
  const is = is_list ? sql`${old} = any (${sql.ref(name)})` : sql`${sql.ref(name)} = ${old}`
  const whose = of_person ? sql`person_id in (select m.person_id from access.moved m)` : sql`true`
  const { rows } = await sql<{ count: bigint }>`select count(*) from ${sql.raw(of_table)}
    where ${is} and ${whose}`.execute(doing.transaction)
  return rows[0]?.count ?? 0n
}

/** Where a moved person's row still names the old body, and why. */
const ofPeople: Readonly<Record<string, string>> = {
  'access."grant".to_organisation_id': 'what its staff were let see, ended with the move',
  'access.happening.organisation_id': 'a chain that is never changed; its policy asks who answers today',
  'access.moved.from_id': 'who answered before',
  'access.moved.to_id': 'to whom somebody had moved once before',
  'registers.consent_body.body_id': 'a yes that named both bodies: the new one stands beside it',
}

/** What belongs to a body and to no person stays with it; the one that follows covers it. */
const ofTheBody = [
  'access.approval_limit.organisation_id',
  'access.covers.covered_id',
  'access.covers.organisation_id',
  'access.role.organisation_id',
  'complaints.learnt.organisation_id',
  'consents.local_line.organisation_id',
  'ledger.let_in.organisation_id',
  'ledger.let_in.to_organisation_id',
  'maternity.area.organisation_id',
  'maternity.area_body.organisation_id',
  'maternity.contract.organisation_id',
  'maternity.offering.organisation_id',
  'maternity.price.organisation_id',
  'needs.employer_rate.organisation_id',
  'needs.rate.organisation_id',
  'payments.leaving.organisation_id',
  'payments.payer.organisation_id',
  'payments.release.organisation_id',
  'payments.run.organisation_id',
  'payments.supplier_account.organisation_id',
  'payments.supplier_decision.organisation_id',
  'people.organisation.id',
  'people.setting.organisation_id',
  'registers.levels.organisation_id',
  'succession."order".organisation_id',
  'succession.finished.organisation_id',
]

test('no row of somebody who moved stays behind in any table, but those with a reason', async () => {
  await trying(database, async doing => {
    const left: Record<'people' | 'body', string[]> = { people: [], body: [] }
    for (const one of await columns(doing))
      if ((await rowsWith(doing, one)) > 0n)
        left[one.of_person ? 'people' : 'body'].push(`${one.of_table}.${one.name}`)
    assert.deepEqual(left.people, Object.keys(ofPeople))
    assert.deepEqual(left.body, ofTheBody)
    const { rows } = await sql`select from access.grant
      where to_organisation_id = ${old} and ended_at is null`.execute(doing.transaction)
    assert.equal(rows.length, 0)
  })
})

test('what is the council’s stays the council’s; the health body of its plans is the new one', async () => {
  await trying(database, async doing => {
    assert.equal(await councilRows(doing), councils)
    const { rows } = await sql<{ code: string; council: string }>`
      select distinct h.code, c.code as council from ehc.plan p
        join people.organisation h on h.id = p.health_id
        join people.organisation c on c.id = p.organisation_id`.execute(doing.transaction)
    assert.deepEqual(rows, [{ code: 'QNB', council: 'MBC' }])
  })
})
