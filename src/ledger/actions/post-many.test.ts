import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { emptyDatabase, trying } from '../../../test/harness.ts'
import { posted, refusals } from '../../../test/ledger.ts'
import { plainDate } from '../../kernel/days.ts'
import { newId, newReference } from '../../kernel/ids.ts'
import { pence } from '../../kernel/money.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import { allocatedTo, heldBy, spentOn } from '../accounts.ts'
import { checkLedger, isSound } from '../check.ts'
import { aBudget, anAllocation, anEntry } from '../examples.ts'
import { balanceOf, balancesOf, type NewEntry } from '../public.ts'
import { takeSnapshot } from '../snapshots.ts'

let database: TestDatabase
before(async () => {
  database = await emptyDatabase()
})

const [allocated, held] = [allocatedTo(aBudget.reference), heldBy(aBudget.reference)]

test('entries in one call or cut into many leave the same balances and a sound ledger', async () => {
  const someSums = fc.array(fc.bigInt({ min: 1n, max: 10_000n }), { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(someSums, fc.nat(11), (sums, cut) =>
      trying(database, async doing => {
        const entriesOf = (budget: ReturnType<typeof newReference>): readonly NewEntry[] => [
          anAllocation({ to: allocatedTo(budget) }),
          ...sums.map((sum, place) =>
            place % 2 === 0
              ? anEntry({ from: allocatedTo(budget), to: heldBy(budget), sum: pence(sum) })
              : anEntry({ from: heldBy(budget), to: spentOn(budget, 'wages'), sum: pence(sum) }),
          ),
        ]
        const [whole, parts] = [newReference(), newReference()]
        await posted(doing, ...entriesOf(whole))
        const all = entriesOf(parts)
        for (const some of [all.slice(0, cut), all.slice(cut)])
          if (some.length > 0) await posted(doing, ...some)
        const sumsOf = async (budget: string) => [...(await balancesOf(doing, `${budget}:`)).values()]
        assert.deepEqual(await sumsOf(parts), await sumsOf(whole))
        assert.ok(isSound(await checkLedger(doing)))
      }),
    ),
    { numRuns: 25 },
  )
})

test('a call that is refused opens no account', () =>
  trying(database, async doing => {
    const budget = newReference()
    await posted(doing, anAllocation())
    const tooMuch = anEntry({ from: allocated, to: heldBy(budget), sum: pence(1_456_001n) })
    assert.deepEqual(await refusals(doing, tooMuch), [`below-its-floor ${allocated}`])
    assert.equal((await balancesOf(doing, `${budget}:`)).size, 0)
  }))

test('what one call takes out and puts in is judged together', () =>
  trying(database, async doing => {
    await posted(doing, anEntry({ from: allocated, sum: pence(5n) }), anAllocation({ sum: pence(5n) }))
    assert.equal(await balanceOf(doing, allocated), 0n)
  }))

test('every reason comes at once: another’s account and one without enough money', () =>
  trying(database, async doing => {
    const other = newReference()
    await posted(doing, anAllocation(), {
      ...anAllocation({ to: allocatedTo(other) }),
      person: newId<'person'>(),
    })
    const found = await refusals(
      doing,
      anEntry({ from: allocated, sum: pence(1_456_001n) }),
      anEntry({ from: allocatedTo(other), to: held }),
    )
    assert.deepEqual([...found].sort(), [
      `account-of-another ${allocatedTo(other)}`,
      `below-its-floor ${allocated}`,
    ])
  }))

test('an entry for a day that balances were kept of drops them; one for a later day does not', () =>
  trying(database, async doing => {
    const on = (today: string) => ({ ...doing, today: plainDate(today) })
    const kept = async () =>
      (await sql<{ n: number }>`select count(*)::int as n from ledger.snapshot`.execute(doing.transaction))
        .rows
    await posted(on('2026-04-01'), anAllocation())
    await takeSnapshot(on('2026-05-20'), plainDate('2026-04-30'))
    await posted(on('2026-05-20'), anEntry({ effectiveOn: plainDate('2026-05-19') }))
    assert.deepEqual(await kept(), [{ n: 1 }])
    await posted(on('2026-05-10'), anEntry({ effectiveOn: plainDate('2026-05-10') }))
    assert.deepEqual(await kept(), [{ n: 1 }])
    await posted(on('2026-05-10'), anEntry({ effectiveOn: plainDate('2026-04-29') }))
    assert.deepEqual(await kept(), [{ n: 0 }])
  }))

const account = (name: string, kind: string, kept: bigint | null = 0n) => sql`insert into ledger.account
  (name, kind, organisation_id, person_id, kept_balance, opened_at)
  values (${name}, ${kind}, ${aBudget.organisation}, null, ${kept}, now())`

test('the database lets no account be called what its sort is not, nor a fund keep a balance', async () => {
  const reference = newReference()
  const wrong = [
    account(`${reference}:held`, 'spent'),
    account('somewhere', 'held'),
    account(`${reference}:held`, 'held', null),
    account('fund:x', 'fund', 0n),
  ]
  for (const one of wrong)
    await assert.rejects(
      trying(database, doing => one.execute(doing.transaction)),
      /no account of the sort|fund_keeps_no_balance/,
    )
  await trying(database, doing => account(`${reference}:held`, 'held').execute(doing.transaction))
})

test('an account’s name, sort, owner and floor stay what they were when it was opened', async () => {
  const changes = ["kind = 'spent'", 'floor = -1', 'person_id = gen_random_uuid()', 'opened_at = now()']
  for (const change of changes)
    await assert.rejects(
      trying(database, async doing => {
        await posted(doing, anAllocation())
        await sql`update ledger.account set ${sql.raw(change)} where name = ${allocated}`.execute(
          doing.transaction,
        )
      }),
      /opened once/,
      change,
    )
})

test('postings of an entry that leave out a place are refused, though they add up', async () => {
  const id = newId()
  await assert.rejects(
    trying(database, async doing => {
      await posted(doing, anAllocation())
      await sql`insert into ledger.entry values (${id}, ${`raw:${id}`}, '', '2026-04-01', now(), '2026-04-01',
        'x', null, 'x', null, ${aBudget.organisation}, ${aBudget.person})`.execute(doing.transaction)
      await sql`insert into ledger.posting select ${id}, place, a.id, pence, '2026-04-01', '2026-04-01',
        ${aBudget.organisation}, ${aBudget.person}
        from ledger.account a, (values (1, 5), (3, -5)) as t (place, pence)
        where a.name = ${allocated}`.execute(doing.transaction)
    }),
    /does not balance/,
  )
})
