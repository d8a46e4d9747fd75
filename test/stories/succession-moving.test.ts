import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { allocateUntil } from '../../src/agreements/public.ts'
import { staleCases } from '../../src/cases/public.ts'
import { addDays, type PlainDate } from '../../src/kernel/days.ts'
import { newId } from '../../src/kernel/ids.ts'
import { checkLedger, isSound } from '../../src/ledger/check.ts'
import { addOrganisation, type OrganisationId } from '../../src/people/public.ts'
import type { Doing } from '../../src/platform/doing.ts'
import type { TestDatabase } from '../../src/platform/testing.ts'
import { goOn, orderSuccession, previewOf, stepOf } from '../../src/succession/public.ts'
import { doingIt, millbrookDatabase, someone, tryAs, trying } from '../harness.ts'
import { balances, funds, organisationOf, reach, stepAt } from '../succession.ts'

let database: TestDatabase
let on: PlainDate
let old: OrganisationId
before(async () => {
  database = await millbrookDatabase()
  await doingIt(database, async doing => {
    on = addDays(doing.today, -3)
    old = await organisationOf(doing, 'QMB')
    await addOrganisation(doing, { code: 'QNB', kind: 'icb', name: 'NHS Northbrook ICB', invented: true })
    await sql`insert into people.succession (from_code, to_code, on_day, kind, confidence)
      values ('QMB', 'QNB', ${on}, 'became', 'design')`.execute(doing.transaction)
  })
})

const order = async (doing: Doing) =>
  orderSuccession(doing, { step: await stepAt(doing, 'QMB', on), because: 'A test', reach })

test('the role of requests moves nothing, whatever it sets and calls', async () => {
  const lead = await someone(database, { role: 'team-leader', organisation: old })
  const asks = [
    sql`select access.move_people('{}', ${old}, ${old}, ${on}::date, '{}')`,
    sql`update notices.notice set organisation_id = gen_random_uuid()`,
    sql`update agreements.agreement set organisation_id = gen_random_uuid()`,
    sql`update plans.version set organisation_id = ${old}`,
    sql`update payments.instruction set organisation_id = ${old}`,
  ]
  for (const ask of asks)
    await assert.rejects(
      tryAs(database, lead, async ({ transaction }) => {
        await sql`select set_config('openphb.moving', 'on', true)`.execute(transaction)
        await ask.execute(transaction)
      }),
      /permission denied|written once|signed off|only stopped|row-level security/,
    )
})

test('the service changes nothing else of a fact while cases move', async () => {
  await assert.rejects(
    doingIt(database, async ({ transaction }) => {
      await sql`select set_config('openphb.moving', 'on', true)`.execute(transaction)
      await sql`update notices.notice set title = 'Another'`.execute(transaction)
    }),
    /written once/,
  )
})

test('while a payment run waits nothing moves, and the run is named', async () => {
  await doingIt(database, async doing => {
    const run = newId()
    await sql`insert into payments.run (id, organisation_id, number, from_on, until_on, prepared_by_name,
        prepared_on, prepared_at)
      values (${run}, ${old}, 901, ${on}, ${on}, 'Ngozi Okafor', ${on}, ${doing.now})`.execute(
      doing.transaction,
    )
    const refused = await order(doing)
    assert.deepEqual(refused.done ? [] : refused.because, ['run-in-the-way'])
    const { inTheWay } = await previewOf(doing, await stepAt(doing, 'QMB', on))
    assert.match(inTheWay.join(), /Payment run 901 of NHS Millbrook ICB/)
    await sql`insert into payments.withdrawal (run_id, organisation_id, because, withdrawn_by_name,
        withdrawn_on)
      values (${run}, ${old}, 'The board is followed', 'Ngozi Okafor', ${on})`.execute(doing.transaction)
  })
})

test('all of Millbrook moves part by part, over a break, to the penny, and nobody stays behind', async () => {
  const [before, held] = await doingIt(database, async doing => [await funds(doing), await balances(doing)])
  await doingIt(database, async doing => assert.ok((await order(doing)).done))
  assert.equal(await doingIt(database, doing => goOn(doing, 5)), 'went-on')
  const breaks = doingIt(database, async doing => {
    await goOn(doing, 5)
    throw new Error('the machine is switched off')
  })
  await assert.rejects(breaks, /switched off/)
  await trying(database, async doing => assert.equal((await stepOf(doing, 'QMB', on))?.moved, 5))
  while ((await doingIt(database, doing => goOn(doing, 20))) !== 'nothing-to-do');
  await trying(database, async doing => {
    assert.equal((await stepOf(doing, 'QMB', on))?.people, 0)
    assert.deepEqual(await balances(doing), held)
    const after = await funds(doing)
    const sum = (all: Record<string, bigint>) => Object.values(all).reduce((so, one) => so + one, 0n)
    assert.equal(sum(after), sum(before))
    assert.ok(isSound(await checkLedger(doing)))
    assert.deepEqual(await staleCases(doing), [])
    const { rows: tables } = await sql<{ of_table: string }>`select of_table from access.moves()`.execute(
      doing.transaction,
    )
    assert.ok(tables.length > 100)
    for (const { of_table } of tables.filter(one => one.of_table !== 'people.person')) {
      const { rows } = await sql`select from ${sql.raw(of_table)} where organisation_id = ${old}
        and person_id is not null`.execute(doing.transaction)
      assert.equal(rows.length, 0, of_table)
    }
  })
})

test('each budget’s open money stands with the body that follows', async () => {
  await trying(database, async doing => {
    const { rows } = await sql<{ person_id: string; fund: bigint; open: bigint }>`
      select p.person_id, -sum(p.pence) filter (where a.name = 'fund:QNB')::bigint as fund,
        sum(p.pence) filter (where a.kind = any (ledger.open_kinds()))::bigint as open
      from ledger.posting p join ledger.account a on a.id = p.account_id
      where p.effective_on <= ${on} and p.person_id in (select person_id from access.moved)
      group by 1 having sum(p.pence) filter (where a.name = 'fund:QNB') is not null`.execute(
      doing.transaction,
    )
    assert.ok(rows.length > 20)
  })
})

test('what was set aside before the move is not set aside again after it', async () => {
  await doingIt(database, async doing => {
    const before = await balances(doing)
    const { rows } = await sql<{ reference: string }>`select distinct reference from agreements.agreement
      where organisation_id = ${await organisationOf(doing, 'QNB')}`.execute(doing.transaction)
    for (const { reference } of rows) {
      const again = await allocateUntil(doing, reference, doing.today)
      assert.ok(again.done, again.done ? '' : `${reference}: ${again.because.join(', ')}`)
    }
    assert.deepEqual(await balances(doing), before)
  })
})

test('staff go on with their cases, and see what happened before', async () => {
  const { rows } = await database.pool.query(
    `select a.id, a.name from access.actor a where a.name = 'Tom Birkett'`,
  )
  const tom = { ...rows[0], person: null, roles: [] }
  const [cases, history] = await tryAs(database, tom, async ({ transaction }) => [
    (await sql`select from cases.facts`.execute(transaction)).rows.length,
    (await sql`select from access.happening where on_day < ${on}`.execute(transaction)).rows.length,
  ])
  assert.ok((cases ?? 0) > 20)
  assert.ok((history ?? 0) > 100)
})
