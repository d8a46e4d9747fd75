import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { doingIt, emptyDatabase, someone, tryAs, trying } from '../../test/harness.ts'
import { posted, refusals } from '../../test/ledger.ts'
import type { Id } from '../kernel/brand.ts'
import { newId } from '../kernel/ids.ts'
import type { Doing } from '../platform/doing.ts'
import type { TestDatabase } from '../platform/testing.ts'
import { allocatedTo } from './accounts.ts'
import { aBudget, anAllocation } from './examples.ts'
import { entryOf, movementsOf } from './public.ts'

let database: TestDatabase
before(async () => {
  database = await emptyDatabase()
})

const allocated = allocatedTo(aBudget.reference)

test('staff post for their organisation, family for whose money they see, others not', async () => {
  const staff = await someone(database, {
    role: 'finance-officer',
    organisation: aBudget.organisation,
    name: 'Fran Finance',
  })
  const family = await someone(database, { person: aBudget.person })
  const other = await someone(database, { role: 'finance-officer' })
  const visitor = { id: null, name: 'A visitor', person: null, roles: [] }
  await tryAs(database, staff, async doing => {
    const [entry] = await posted(
      { ...doing, actor: { ...doing.actor, name: 'Somebody else' } },
      anAllocation(),
    )
    assert.equal((await entryOf(doing, entry?.entry as Id<'entry'>))?.by, 'Fran Finance')
  })
  await tryAs(database, family, async doing => assert.deepEqual(await refusals(doing, anAllocation()), []))
  for (const actor of [other, visitor])
    await tryAs(database, actor, async doing =>
      assert.deepEqual(await refusals(doing, anAllocation()), ['not-yours']),
    )
})

test('another board sees nothing even without a where; the family sees the fund named', async () => {
  const [mine, theirs] = [
    await someone(database, { role: 'auditor', organisation: aBudget.organisation }),
    await someone(database, { role: 'auditor' }),
  ]
  const family = await someone(database, { person: aBudget.person })
  await doingIt(database, async doing => void (await posted(doing, anAllocation({ key: 'seen:allocation' }))))
  const counts = (doing: Doing) =>
    Promise.all(
      ['account', 'entry', 'posting', 'account_shown', 'entry_shown', 'posting_shown'].map(async table =>
        Number(
          (
            await sql<{ n: bigint }>`select count(*) as n from ${sql.table(`ledger.${table}`)}`.execute(
              doing.transaction,
            )
          ).rows[0]?.n,
        ),
      ),
    )
  await tryAs(database, theirs, async doing => assert.deepEqual(await counts(doing), [0, 0, 0, 0, 0, 0]))
  await tryAs(database, mine, async doing => assert.ok((await counts(doing)).every(count => count > 0)))
  await tryAs(database, family, async doing => {
    const [entry] = await movementsOf(doing, allocated)
    assert.deepEqual(
      entry?.postings.map(({ account }) => account),
      [aBudget.fund, allocated],
    )
  })
})

test('nobody writes beside the door, and nobody changes what was written', async () => {
  await doingIt(database, async doing => void (await posted(doing, anAllocation({ key: 'kept:allocation' }))))
  const staff = await someone(database, { role: 'finance-officer', organisation: aBudget.organisation })
  const forbidden = [
    sql`update ledger.posting set pence = 1`,
    sql`delete from ledger.posting`,
    sql`update ledger.entry set because = 'x'`,
    sql`update ledger.account set kept_balance = 1`,
    sql`insert into ledger.posting select * from ledger.posting`,
    sql`truncate ledger.entry cascade`,
  ]
  for (const statement of forbidden)
    await assert.rejects(
      tryAs(database, staff, doing => statement.execute(doing.transaction)),
      /permission denied/,
    )
  const byOwner = [
    sql`update ledger.posting set pence = 1`,
    sql`delete from ledger.entry`,
    sql`truncate ledger.posting`,
  ]
  for (const statement of byOwner)
    await assert.rejects(
      trying(database, doing => statement.execute(doing.transaction)),
      /written once/,
    )
  await assert.rejects(
    trying(database, doing => sql`update ledger.account set name = name || 'x'`.execute(doing.transaction)),
    /opened once/,
  )
})

test('the database itself refuses half an entry, an unbalanced one and postings added later', async () => {
  const newEntry = (
    id: string,
  ) => sql`insert into ledger.entry values (${id}, ${`raw:${id}`}, '', '2026-04-01',
    now(), '2026-04-01', 'x', null, 'x', null, ${aBudget.organisation}, ${aBudget.person})`
  const line = (id: string, place: number, sums: string, day = '2026-04-01') => sql`insert into ledger.posting
    select ${id}, ${place}::int + n, a.id, s, ${day}, '2026-04-01', ${aBudget.organisation}, ${aBudget.person}
    from ledger.account a, unnest(${sums}::int[]) with ordinality t (s, n) where a.name = ${allocated}`
  const asOwner = (...of: readonly ((id: string) => ReturnType<typeof newEntry>)[]) => {
    const id = newId()
    return trying(database, async doing => {
      for (const one of of) await one(id).execute(doing.transaction)
    })
  }
  await doingIt(database, async doing => void (await posted(doing, anAllocation({ key: 'raw:allocation' }))))
  await asOwner(newEntry, id => line(id, 0, '{5,-5}'))
  await assert.rejects(
    asOwner(newEntry, id => line(id, 0, '{5,-4}')),
    /does not balance/,
  )
  await assert.rejects(
    asOwner(newEntry, id => line(id, 0, '{5}')),
    /does not balance/,
  )
  await assert.rejects(
    asOwner(
      newEntry,
      id => line(id, 0, '{5,-5}'),
      id => line(id, 2, '{5,-5}'),
    ),
    /does not balance/,
  )
  await assert.rejects(
    asOwner(id => line(id, 0, '{5,-5}')),
    /not of its entry/,
  )
  await assert.rejects(
    asOwner(newEntry, id => line(id, 0, '{5,-5}', '2026-04-02')),
    /not of its entry/,
  )
  const bare = JSON.stringify([
    {
      id: newId(),
      key: 'raw:bare',
      hash: '',
      on: '2026-04-01',
      recorded_at: '2026-04-01',
      recorded_on: '2026-04-01',
      because: 'x',
      actor_name: 'x',
      organisation: aBudget.organisation,
      postings: [],
    },
  ])
  await assert.rejects(
    asOwner(() => sql`select ledger.post(${bare}::jsonb)`),
    /no postings/,
  )
})
