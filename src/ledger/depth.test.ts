import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { emptyDatabase, someone, tryAs, trying } from '../../test/harness.ts'
import { posted, refusals } from '../../test/ledger.ts'
import type { Id } from '../kernel/brand.ts'
import { addDays, moment, type PlainDate, plainDate } from '../kernel/days.ts'
import { newId } from '../kernel/ids.ts'
import { pence } from '../kernel/money.ts'
import type { Doing } from '../platform/doing.ts'
import type { TestDatabase } from '../platform/testing.ts'
import { allocatedTo, heldBy, inDisputeOn, kindOf } from './accounts.ts'
import { endHold, holdBack } from './actions/hold.ts'
import { letIn } from './actions/let-in.ts'
import { checkLedger, isSound } from './check.ts'
import { aBudget, anAllocation, anEntry } from './examples.ts'
import { accountsOf, balanceOf, balancesAt, fundOf } from './public.ts'
import { holdsOn } from './queries/holds.ts'
import { takeSnapshot } from './snapshots.ts'

let database: TestDatabase
before(async () => {
  database = await emptyDatabase()
})

const [budget, allocated, held] = [
  aBudget.reference,
  allocatedTo(aBudget.reference),
  heldBy(aBudget.reference),
]
const council = newId<'organisation'>()
const theirs = fundOf('MBC-social-care')
const given = anEntry({ from: theirs, to: aBudget.fund, effectiveOn: plainDate('2026-05-01') })
const sound = async (doing: Doing) => assert.ok(isSound(await checkLedger(doing)))

test('a fund lets in the entries of a body only where its own body said so, from its day on', async () => {
  await trying(database, async doing => {
    const let_in = { fund: theirs, of: council, to: aBudget.organisation, from: plainDate('2026-05-02') }
    assert.ok((await letIn(doing, let_in)).done)
    assert.deepEqual(await refusals(doing, given), [`account-of-another ${theirs}`])
    assert.ok((await letIn(doing, { ...let_in, from: plainDate('2026-05-01') })).done)
    await posted(doing, given)
    assert.equal(await balanceOf(doing, theirs), -28_000n)
    await sound(doing)
    const other = newId<'organisation'>()
    assert.deepEqual(
      await refusals(doing, { ...given, key: 'other', organisation: other }),
      [`account-of-another ${theirs}`, `account-of-another ${aBudget.fund}`].sort(),
    )
    assert.equal((await letIn(doing, { ...let_in, of: other })).done, false)
  })
})

test('under row-level security nobody lets others into a fund that is not their own body’s', async () => {
  const [ours, own] = [
    await someone(database, { role: 'finance-officer', organisation: aBudget.organisation }),
    await someone(database, { role: 'council-officer', organisation: council }),
  ]
  const asked = { fund: theirs, of: council, to: aBudget.organisation, from: plainDate('2026-05-01') }
  await tryAs(database, ours, async doing => assert.equal((await letIn(doing, asked)).done, false))
  await tryAs(database, own, async doing => assert.equal((await letIn(doing, asked)).done, true))
})

test('what is in dispute is below nought until it is settled, and every such account names its line', () => {
  assert.equal(kindOf(inDisputeOn(budget, 'line-2')), 'in-dispute')
  assert.equal(kindOf(`${budget}:in-dispute`), null)
  return trying(database, async doing => {
    const dispute = inDisputeOn(budget, 'line-2')
    await posted(doing, anEntry({ from: dispute, to: aBudget.fund, sum: pence(5_000n) }))
    assert.equal(await balanceOf(doing, dispute), -5_000n)
    await posted(doing, anEntry({ from: aBudget.fund, to: dispute, sum: pence(5_000n) }))
    assert.equal(await balanceOf(doing, dispute), 0n)
    await sound(doing)
  })
})

const free = async (doing: Doing) => {
  const { rows } = await sql<{ free: bigint }>`select kept_balance - held_back as free
    from ledger.account_shown where name = ${allocated}`.execute(doing.transaction)
  return rows[0]?.free
}

test('money kept back is not free for payments, until it ends or its last day has been', async () => {
  await trying(database, async doing => {
    const asked = {
      reference: budget,
      pence: pence(6_000n),
      until: addDays(doing.today, 7),
      because: 'A hoist',
    }
    const refusedFor = async (about: Partial<typeof asked>) => {
      const kept = await holdBack(doing, { ...asked, ...about })
      return kept.done ? [] : kept.because
    }
    assert.deepEqual(await refusedFor({}), ['no-money-set-aside'])
    await posted(doing, anAllocation({ sum: pence(10_000n) }))
    assert.deepEqual(await refusedFor({ pence: pence(10_001n) }), ['more-than-is-free'])
    assert.deepEqual(await refusedFor({ pence: pence(0n), until: addDays(doing.today, -1) }), [
      'nothing-to-keep',
      'day-has-been',
    ])
    const kept = await holdBack(doing, asked)
    assert.ok(kept.done)
    assert.equal(await free(doing), 4_000n)
    assert.deepEqual(await refusedFor({ pence: pence(4_001n) }), ['more-than-is-free'])
    assert.deepEqual(
      (await holdsOn(doing, budget)).map(one => one.because),
      ['A hoist'],
    )
    assert.deepEqual(await holdsOn({ ...doing, today: addDays(doing.today, 8) }, budget), [])
    assert.ok((await endHold(doing, { hold: kept.value, because: 'Paid' })).done)
    assert.equal(await free(doing), 10_000n)
    const again = await endHold(doing, { hold: kept.value, because: 'Paid' })
    assert.deepEqual(again.done ? [] : again.because, ['ended-before'])
  })
})

const recordedOn = (doing: Doing, day: PlainDate): Doing => ({
  ...doing,
  today: day,
  now: moment(new Date(`${day}T10:00:00Z`)),
})

test('balances of old periods are the same from what is kept of them, whatever was back-dated', async () => {
  await trying(database, async doing => {
    const [april, may, june] = [plainDate('2026-04-30'), plainDate('2026-05-31'), plainDate('2026-06-10')]
    await posted(recordedOn(doing, plainDate('2026-04-06')), anAllocation({ key: 'year' }))
    await posted(recordedOn(doing, plainDate('2026-04-10')), anEntry({ key: 'first' }))
    await posted(recordedOn(doing, plainDate('2026-05-10')), anEntry({ key: 'second', effectiveOn: may }))
    const days = [april, may, june]
    const all = () =>
      Promise.all(
        [undefined, plainDate('2026-05-05'), june].flatMap(knownOn =>
          days.map(async asOf => [
            ...(await balancesAt(doing, [accountsOf(budget), 'fund:'], { asOf, knownOn })),
          ]),
        ),
      )
    const added = await all()
    assert.equal(await takeSnapshot(recordedOn(doing, plainDate('2026-05-04')), april), 3)
    assert.ok((await takeSnapshot(recordedOn(doing, june), may)) >= 3)
    assert.deepEqual(await all(), added)
    await sound(doing)
    await posted(recordedOn(doing, june), anEntry({ key: 'late', effectiveOn: plainDate('2026-04-12') }))
    const late = await balanceOf(doing, held, { asOf: april })
    assert.equal(late, 56_000n)
    assert.equal(await balanceOf(doing, held, { asOf: april, knownOn: may }), 28_000n)
    await sound(doing)
    // Recorded for a day that the kept balances knew already: they are dropped, and the answers stay right.
    await posted(recordedOn(doing, plainDate('2026-05-01')), anEntry({ key: 'mended', effectiveOn: april }))
    assert.equal(await balanceOf(doing, held, { asOf: april }), 84_000n)
    await sound(doing)
  })
})

test('a check finds a balance of an old period that is not what its postings add up to', async () => {
  await trying(database, async doing => {
    await posted(recordedOn(doing, plainDate('2026-04-06')), anAllocation())
    await takeSnapshot(doing, plainDate('2026-04-30'))
    await sql`update ledger.snapshot_balance set pence = pence + 1 where pence > 0`.execute(doing.transaction)
    const broken = (await checkLedger(doing)).findings.filter(one => one.broken > 0)
    assert.deepEqual(
      broken.map(({ says, first }) => [says, first]),
      [
        [
          'Every balance of an old period is what the postings of its days add up to',
          [`${allocated} at the end of 2026-04-30 is out by 0.01`],
        ],
      ],
    )
  })
})

test('whoever sees only some of a fund’s postings adds up the same from what is kept', async () => {
  const family = await someone(database, { person: aBudget.person })
  await trying(database, async doing => {
    await posted(recordedOn(doing, plainDate('2026-04-06')), anAllocation())
    const other = newId<'person'>() as Id<'person'>
    await posted(
      recordedOn(doing, plainDate('2026-04-07')),
      anEntry({ key: 'other', from: aBudget.fund, to: fundOf('QAD'), person: other }),
    )
    await takeSnapshot(doing, plainDate('2026-04-30'))
    await sql`select access.enter(${family.id}::uuid, ${doing.today}::date),
      set_config('role', 'openphb_app', true)`.execute(doing.transaction)
    assert.equal(await balanceOf(doing, allocated, { asOf: plainDate('2026-05-31') }), 1_456_000n)
  })
})
