import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { appOn, doingIt, type Someone, signedIn, someone, tryAs, trying } from '../../test/harness.ts'
import { onDay, samiWithTrust, shared } from '../../test/joint.ts'
import { type Lived, lived, told } from '../../test/living.ts'
import { letSee, type Role } from '../access/public.ts'
import type { App } from '../app.ts'
import type { Id } from '../kernel/brand.ts'
import { addDays } from '../kernel/days.ts'
import { plus, sayMoney } from '../kernel/money.ts'
import type { Actor, Doing } from '../platform/doing.ts'
import { draftPlan, linesOn } from './public.ts'

let life: Lived
let app: App
let [jo, other, council]: Someone[] = []

const letThem = (organisation: Id<'organisation'>, role: Role, sees: 'plan' | 'all' | 'money' = 'plan') =>
  doingIt(life.database, doing =>
    letSee(
      doing,
      { organisation, role },
      {
        person: life.walk.folk.person,
        sees,
        because: 'supplies a line of this plan',
        from: addDays(told, -9),
      },
    ),
  )

before(async () => {
  life = await lived(samiWithTrust)
  app = await appOn(life.database)
  const { fernway, kiln, council: body } = life.place.organisations
  const open = (name: string, organisation: Id<'organisation'>, role: Role = 'provider') =>
    someone(life.database, { name, role, organisation })
  jo = await open('Jo of Fernway', fernway)
  other = await open('Kay of Kiln End', kiln)
  council = await open('Ann of the council', body, 'council-officer')
  // However much a grant to a provider names, it is the plan at most.
  await letThem(fernway, 'provider', 'all')
  await letThem(fernway, 'provider', 'money')
  await letThem(kiln, 'provider')
  await letThem(body, 'council-officer')
  await doingIt(life.database, doing => shared(doing, life, addDays(told, -60)))
})

type Row = Readonly<Record<string, unknown>>
const rowsOf = async ({ transaction }: Doing, table: string): Promise<readonly Row[]> =>
  (await sql<Row>`select * from ${sql.table(table)}`.execute(transaction)).rows
const rows = (actor: Actor | undefined, table: string) =>
  tryAs(life.database, actor ?? assert.fail(), doing => rowsOf(doing, table))
const says = async (actor: Actor | undefined, table = 'plans.line') =>
  (await rows(actor, table)).map(row => row['says']).sort()

test('V-53: a supplier sees the lines that it is paid for, and no other line of the plan', async () => {
  for (const table of ['plans.line', 'plans.line_shown']) {
    assert.deepEqual(await says(jo, table), ['Waking nights'], table)
    assert.deepEqual(await says(other, table), [], table)
    assert.deepEqual(await says(council, table), ['Waking nights'], table)
    assert.equal((await says(life.place.staff.priya, table)).length, 4, table)
  }
})

test('an organisation that holds money sees the lines that it holds money for', async () => {
  assert.deepEqual(await says(life.place.staff.jo), ['Day care'])
})

/** Every table and view of a schema that a request may read, whole or some of its columns. */
const readable = async () => {
  const { rows: found } = await life.database.pool.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'v', 'p') and has_table_privilege('openphb_app', c.oid, 'select') and exists (
      select from pg_attribute a where a.attrelid = c.oid and a.attname = 'person_id' and not a.attisdropped)
    order by 1`)
  return found.map(({ name }) => name)
}

test('of everything else that is kept of the person, a supplier sees that the case exists', async () => {
  const seen: string[] = []
  for (const table of await readable())
    for (const who of [jo, other])
      if ((await rows(who, table)).some(row => row['person_id'] === life.walk.folk.person)) seen.push(table)
  assert.deepEqual(
    [...new Set(seen)],
    [
      'access.actor_shown',
      'access.grant',
      'access.grant_shown',
      'cases.facts',
      'cases.facts_shown',
      'plans.line',
      'plans.line_shown',
      'plans.version',
      'plans.version_shown',
    ],
  )
})

test('who else helps or sees the person is not for a supplier to know', async () => {
  const helper = await someone(life.database, { name: 'Ivy Helper' })
  await doingIt(life.database, doing =>
    letSee(
      doing,
      { actor: helper.id },
      { person: life.walk.folk.person, sees: 'plan', because: 'a friend', from: addDays(told, -9) },
    ),
  )
  const known = async (who: Actor | undefined) =>
    (await rows(who, 'access.actor_shown')).some(row => row['name'] === helper.name)
  assert.deepEqual([await known(jo), await known(life.place.staff.priya)], [false, true])
  const grants = await rows(jo, 'access.grant')
  const { fernway } = life.place.organisations
  assert.deepEqual(
    grants.filter(row => row['to_organisation_id'] !== fernway).map(row => row['because']),
    [],
  )
})

test('what the whole plan costs is for nobody who sees a part, raw or shown', async () => {
  for (const who of [jo, other, council, life.place.staff.jo]) {
    assert.deepEqual(await rows(who, 'plans.signed_whole'), [], who?.name)
    assert.ok(
      (await rows(who, 'plans.version_shown')).every(row => row['weekly'] === null),
      who?.name,
    )
    assert.deepEqual(await rows(who, 'plans.words'), [], who?.name)
  }
  for (const who of [jo, council, life.place.staff.priya])
    for (const column of ['weekly', 'because'])
      await assert.rejects(
        tryAs(life.database, who ?? assert.fail(), ({ transaction }) =>
          sql`select ${sql.ref(column)} from plans.sign_off`.execute(transaction),
        ),
        /permission denied/,
      )
  for (const who of [life.place.staff.priya, life.place.staff.helen, life.walk.folk.self]) {
    const [version] = await rows(who, 'plans.version_shown')
    assert.equal(typeof version?.['weekly'], 'bigint', who.name)
  }
})

test('a draft and what was said of it are not theirs to see, nor who wrote it', () =>
  trying(life.database, async doing => {
    const { priya, jo: trust } = life.place.staff
    const asked = { reference: life.reference, from: 'before' } as const
    assert.ok((await draftPlan(onDay(doing, priya, told), asked)).done)
    const counted = async (who: Actor | undefined) => {
      await sql`select access.enter(${who?.id ?? null}::uuid, ${doing.today}::date)`.execute(
        doing.transaction,
      )
      await sql`set local role openphb_app`.execute(doing.transaction)
      const found = []
      for (const table of ['plans.version', 'plans.writing', 'plans.handing'])
        found.push((await rowsOf(doing, table)).length)
      await sql`reset role`.execute(doing.transaction)
      return found.map(count => Math.min(count, 2))
    }
    assert.deepEqual(await counted(jo), [1, 0, 0])
    assert.deepEqual(await counted(trust), [1, 0, 0])
    assert.deepEqual(await counted(priya), [2, 2, 1])
  }))

test('the page says it in a supplier’s words, with no other line, sum or word of the plan', async () => {
  const all = await doingIt(life.database, doing => linesOn(doing, life.reference, doing.today))
  const whole = sayMoney(plus(...all.map(({ weekly }) => weekly)))
  const jos = await signedIn(app, jo ?? assert.fail())
  for (const at of ['', '/lines', '/versions', '/versions/1', '/compare?from=1&to=1']) {
    const { status, html } = await jos.get(`/plans/${life.reference}${at}`)
    assert.equal(status, 200, at)
    assert.doesNotMatch(html, /Physiotherapy|Day care|A fall|My own front door|Your council/, at)
    assert.ok(!html.includes(whole), at)
    if (at !== '' && at !== '/lines') continue
    assert.match(html, /You see the lines that your organisation is paid for/)
    assert.match(html, /Waking nights/)
  }
  const kays = await signedIn(app, other ?? assert.fail())
  const { html } = await kays.get(`/plans/${life.reference}`)
  assert.match(html, /None of its agreed lines is paid to your organisation/)
  for (const at of ['bank', 'forecasts', 'reviews', 'recoveries', 'ledger', 'needs', 'funding', 'agreements'])
    assert.ok([403, 404].includes((await jos.get(`/${at}/${life.reference}`)).status), at)
})
