import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { doingIt, emptyDatabase, trying } from '../../../test/harness.ts'
import { posted, refusals } from '../../../test/ledger.ts'
import { plainDate } from '../../kernel/days.ts'
import { newId, newReference } from '../../kernel/ids.ts'
import { pence } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import { allocatedTo, heldBy, spentOn } from '../accounts.ts'
import { aBudget, anAllocation, anEntry } from '../examples.ts'
import { balanceOf, balancesOf, entryByKey, movementsOf, type NewEntry, post } from '../public.ts'

let database: TestDatabase
before(async () => {
  database = await emptyDatabase()
})

const [allocated, held] = [allocatedTo(aBudget.reference), heldBy(aBudget.reference)]

test('an entry moves money from one account to another and its balances follow', () =>
  trying(database, async doing => {
    const [first] = await posted(doing, anAllocation(), anEntry())
    assert.equal(first?.earlier, false)
    assert.equal(await balanceOf(doing, allocated), 1_428_000n)
    assert.equal(await balanceOf(doing, held), 28_000n)
    assert.equal(await balanceOf(doing, aBudget.fund), -1_456_000n)
    assert.equal(await balanceOf(doing, heldBy(newReference())), 0n)
    const [newest, oldest] = await movementsOf(doing, allocated)
    assert.equal(newest?.because, 'Payment for two weeks of care')
    assert.equal(newest?.by, 'OpenPHB')
    assert.deepEqual(
      oldest?.postings.map(({ pence }) => pence),
      [-1_456_000n, 1_456_000n],
    )
    assert.deepEqual(
      [...(await balancesOf(doing, `${aBudget.reference}:`))],
      [
        [allocated, 1_428_000n],
        [held, 28_000n],
      ],
    )
  }))

test('a thousand entries are posted by one call', () =>
  trying(database, async doing => {
    const line = spentOn(aBudget.reference, 'wages')
    const many = Array.from({ length: 1000 }, () => anEntry({ from: held, to: line, sum: pence(3n) }))
    assert.equal((await posted(doing, ...many)).length, 1000)
    assert.equal(await balanceOf(doing, line), 3000n)
    assert.equal(await balanceOf(doing, held), -3000n)
  }))

test('entries of one day and one moment stay in the order in which they were asked for', () =>
  trying(database, async doing => {
    const asked = Array.from({ length: 30 }, (_, place) =>
      anEntry({ from: spentOn(aBudget.reference, 'wages'), because: `Number ${place}` }),
    )
    await posted(doing, ...asked.slice(0, 20))
    await posted(doing, ...asked.slice(20))
    const said = (await movementsOf(doing, held)).toReversed().map(({ because }) => because)
    assert.deepEqual(
      said,
      asked.map(({ because }) => because),
    )
  }))

test('nothing is posted by an empty list', () =>
  trying(database, async doing => assert.deepEqual(await post(doing, []), { done: true, value: [] })))

test('the same key with the same input posts once and answers with the earlier entry', () =>
  trying(database, async doing => {
    const entry = anAllocation()
    const [first] = await posted(doing, entry)
    const [again, twin] = await posted(doing, { ...entry, postings: [...entry.postings].reverse() }, entry)
    assert.deepEqual(again, { entry: first?.entry, key: entry.key, earlier: true })
    assert.deepEqual(twin, again)
    assert.equal(await balanceOf(doing, allocated), 1_456_000n)
  }))

test('the same key twice in one list posts once', () =>
  trying(database, async doing => {
    const entry = anAllocation()
    const [first, second] = await posted(doing, entry, entry)
    assert.equal(first?.entry, second?.entry)
    assert.equal(await balanceOf(doing, allocated), 1_456_000n)
  }))

test('the same key with another sum, day or reason is refused', () =>
  trying(database, async doing => {
    const entry = anAllocation()
    await posted(doing, entry)
    const others: Partial<NewEntry>[] = [
      { postings: anAllocation({ sum: pence(1n) }).postings },
      { effectiveOn: plainDate('2026-04-07') },
      { because: 'Another reason' },
    ]
    for (const other of others)
      assert.deepEqual(await refusals(doing, { ...entry, ...other }), [
        `key-used-for-another-entry ${entry.key}`,
      ])
  }))

test('no more is paid out than was set aside: the account is named and nothing of the call is posted', () =>
  trying(database, async doing => {
    await posted(doing, anAllocation())
    const good = anEntry({ sum: pence(100n) })
    assert.deepEqual(await refusals(doing, good, anEntry({ sum: pence(1_455_901n) })), [
      `below-its-floor ${allocated}`,
    ])
    assert.equal(await entryByKey(doing, good.key), null)
    assert.equal(await balanceOf(doing, allocated), 1_456_000n)
    await posted(doing, good, anEntry({ sum: pence(1_455_900n) }))
    assert.equal(await balanceOf(doing, allocated), 0n)
  }))

test('a holder may have spent before the payment comes: the held account may run below nought', () =>
  trying(database, async doing => {
    await posted(doing, anEntry({ from: held, to: spentOn(aBudget.reference, 'wages') }))
    assert.equal(await balanceOf(doing, held), -28_000n)
  }))

test('an account of one person takes no entry of another person or organisation', () =>
  trying(database, async doing => {
    await posted(doing, anAllocation())
    const others: Partial<NewEntry>[] = [
      { person: newId<'person'>() },
      { person: null },
      { organisation: newId<'organisation'>() },
    ]
    for (const other of others)
      assert.ok(
        (await refusals(doing, { ...anEntry(), ...other })).includes(`account-of-another ${allocated}`),
      )
  }))

test('an entry that does not balance, says nothing or moves nothing is a mistake of the programmer', () =>
  trying(database, async doing => {
    const entry = anEntry()
    const wrong: Partial<NewEntry>[] = [
      {
        postings: [
          { account: allocated, pence: pence(1n) },
          { account: held, pence: pence(1n) },
        ],
      },
      { postings: [] },
      {
        postings: [
          { account: held, pence: pence(0n) },
          { account: allocated, pence: pence(0n) },
        ],
      },
      { because: ' ' },
      { key: 'no spaces; please' },
    ]
    for (const one of wrong) await assert.rejects(post(doing, [{ ...entry, ...one }]), RangeError)
  }))

test('balances are told as of a day and as known on a day', () =>
  doingIt(database, async doing => {
    const budget = newReference()
    const [from, to] = [allocatedTo(budget), heldBy(budget)]
    const recorded = (today: string): Doing => ({ ...doing, today: plainDate(today) })
    await posted(recorded('2026-04-01'), anAllocation({ to: from }))
    await posted(recorded('2026-04-20'), anEntry({ from, to, effectiveOn: plainDate('2026-04-10') }))
    const at = (asOf: string, knownOn?: string) =>
      balanceOf(doing, to, {
        asOf: plainDate(asOf),
        knownOn: knownOn === undefined ? undefined : plainDate(knownOn),
      })
    assert.equal(await at('2026-04-09'), 0n)
    assert.equal(await at('2026-04-10'), 28_000n)
    assert.equal(await at('2026-04-10', '2026-04-19'), 0n)
    assert.equal(await at('2026-04-10', '2026-04-20'), 28_000n)
    assert.equal(await balanceOf(doing, to, { knownOn: plainDate('2026-04-19') }), 0n)
  }))
