import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { doAs, doingIt, emptyDatabase, someone, tryAs, trying } from '../../../test/harness.ts'
import type { Id } from '../../kernel/brand.ts'
import { plainDate } from '../../kernel/days.ts'
import { newId, newReference, type Reference } from '../../kernel/ids.ts'
import { pence } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import { allocatedTo, heldBy, spentOn } from '../accounts.ts'
import { aBudget, anAllocation, anEntry } from '../examples.ts'
import {
  balanceOf,
  balancesOf,
  entryByKey,
  entryOf,
  type LedgerProblem,
  movementsOf,
  type NewEntry,
  post,
  sayProblem,
} from '../public.ts'
import { reverse } from './reverse.ts'

let database: TestDatabase
before(async () => {
  database = await emptyDatabase()
})

const [allocated, held] = [allocatedTo(aBudget.reference), heldBy(aBudget.reference)]

async function posted(doing: Doing, ...entries: readonly NewEntry[]) {
  const answer = await post(doing, entries)
  assert.ok(answer.done, answer.done ? '' : answer.because.map(sayProblem).join('; '))
  return answer.value
}

async function refusals(doing: Doing, ...entries: readonly NewEntry[]): Promise<readonly LedgerProblem[]> {
  const answer = await post(doing, entries)
  return answer.done ? [] : answer.because
}

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

test('an entry is reversed at its own day or today, once, and stands', () =>
  trying(database, async doing => {
    await posted(doing, anAllocation())
    for (const on of ['original-day', 'correction-day'] as const) {
      const [payment] = await posted(doing, anEntry())
      const asked = {
        entry: payment?.entry as Id<'entry'>,
        on,
        key: `undo:${payment?.key}`,
        because: 'Paid twice',
      }
      const undone = await reverse(doing, asked)
      assert.ok(undone.done)
      const mirror = await entryOf(doing, undone.value.entry)
      assert.equal(mirror?.effectiveOn, on === 'original-day' ? '2026-04-10' : doing.today)
      assert.equal(mirror?.reverses, payment?.entry)
      assert.equal((await entryOf(doing, asked.entry))?.reversedBy, undone.value.entry)
      assert.deepEqual(await reverse({ ...doing, today: plainDate('2030-01-01') }, asked), {
        done: true,
        value: { ...undone.value, earlier: true },
      })
      assert.deepEqual(await reverse(doing, { ...asked, key: 'undo:again' }), {
        done: false,
        because: [`already-reversed ${payment?.key}`],
      })
      assert.deepEqual(await reverse(doing, { ...asked, entry: undone.value.entry, key: 'undo:undo' }), {
        done: false,
        because: [`is-a-reversal ${asked.key}`],
      })
    }
    assert.equal(await balanceOf(doing, held), 0n)
    assert.equal(await balanceOf(doing, allocated), 1_456_000n)
    assert.deepEqual(
      await reverse(doing, { entry: newId<'entry'>(), on: 'original-day', key: 'undo:none', because: 'x' }),
      { done: false, because: ['no-such-entry'] },
    )
  }))

test('what was paid out of is not taken back below its floor', () =>
  trying(database, async doing => {
    const [allocation] = await posted(doing, anAllocation(), anEntry())
    const undone = await reverse(doing, {
      entry: allocation?.entry as Id<'entry'>,
      on: 'original-day',
      key: 'undo:all',
      because: 'Signed by mistake',
    })
    assert.deepEqual(undone, { done: false, because: [`below-its-floor ${allocated}`] })
  }))

test('staff post for their organisation, family for the person whose money they see, others not', async () => {
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

test('another board sees nothing, even without any where; the family sees its own, the fund named', async () => {
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

test('the same key at once, from two connections, posts one entry', async () => {
  const entry = anAllocation({ to: allocatedTo('PHB-0NCE-1QT' as Reference) })
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => doingIt(database, doing => post(doing, [entry]))),
  )
  const ids = answers.map(answer => (answer.done ? answer.value[0]?.entry : answer.because.join()))
  assert.equal(new Set(ids).size, 1)
  assert.equal(answers.filter(answer => answer.done && answer.value[0]?.earlier === false).length, 1)
})

test('clients that touch accounts in opposite orders never deadlock, and no penny is lost', async () => {
  const staff = await someone(database, { role: 'finance-officer', organisation: aBudget.organisation })
  const names = Array.from({ length: 6 }, () => heldBy(newReference()))
  const round = (client: number) =>
    doAs(database, staff, async doing => {
      const order = client % 2 === 0 ? names : [...names].reverse()
      await posted(
        doing,
        ...order.map((from, place) =>
          anEntry({ from, to: order[(place + 1) % order.length] ?? from, sum: pence(BigInt(place + 1)) }),
        ),
      )
    })
  await Promise.all(
    [0, 1, 2, 3].map(async client => {
      for (let time = 0; time < 10; time += 1) await round(client)
    }),
  )
  const sums = await doingIt(database, doing => Promise.all(names.map(name => balanceOf(doing, name))))
  assert.equal(
    sums.reduce((a, b) => a + b, 0n),
    0n,
  )
})
