import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { plainDate } from '../../src/kernel/days.ts'
import type { Reference } from '../../src/kernel/ids.ts'
import { type Pence, pence } from '../../src/kernel/money.ts'
import { aBudget } from '../../src/ledger/examples.ts'
import { picture } from '../../src/ledger/picture.ts'
import {
  type AccountName,
  allocatedTo,
  balanceOf,
  bankOf,
  commissionedFor,
  contingencyOf,
  entryByKey,
  heldBy,
  movementsOf,
  outsidePlanOf,
  reverse,
  spentOn,
  toRecoverFrom,
} from '../../src/ledger/public.ts'
import type { Doing } from '../../src/platform/doing.ts'
import type { TestDatabase } from '../../src/platform/testing.ts'
import { emptyDatabase, trying } from '../harness.ts'
import { posted, samePicture } from '../ledger.ts'

let database: TestDatabase
before(async () => {
  database = await emptyDatabase()
})

const budget = 'PHB-7K3M-9QT' as Reference
const fund = aBudget.fund
const [allocated, held, contingency] = [allocatedTo(budget), heldBy(budget), contingencyOf(budget)]
const [wages, respite] = [spentOn(budget, 'wages'), commissionedFor(budget, 'respite')]
const [outside, owed, bank] = [outsidePlanOf(budget), toRecoverFrom(budget), bankOf(budget)]

type Sides = Readonly<Partial<Record<AccountName, bigint>>>
type Event = readonly [day: string, because: string, sides: Sides]

const event = ([day, because, sides]: Event, place: number) => ({
  key: `story:${place}:${day}`,
  effectiveOn: plainDate(day),
  because,
  organisation: aBudget.organisation,
  person: aBudget.person,
  postings: Object.entries(sides).map(([account, sum]) => ({
    account: account as AccountName,
    pence: pence(sum ?? 0n) as Pence,
  })),
})

/** Each kind of event that touches money, in the order of a life, as README.md says which entry it makes. */
const events: readonly Event[] = [
  [
    '2026-04-06',
    'Agreement signed: budget for 2026/27',
    { [fund]: -1_456_000n, [allocated]: 1_400_000n, [contingency]: 56_000n },
  ],
  ['2026-04-10', 'Payment for April', { [allocated]: -112_000n, [held]: 112_000n }],
  ['2026-04-17', 'Statement: wages of week 1', { [held]: -28_000n, [wages]: 28_000n }],
  ['2026-04-20', 'Paid by the NHS: respite weekend', { [allocated]: -45_000n, [respite]: 45_000n }],
  ['2026-04-22', 'Statement: garden furniture', { [held]: -4_999n, [outside]: 4_999n }],
  ['2026-04-24', 'Statement: refund of one shift', { [wages]: -7_000n, [held]: 7_000n }],
  ['2026-04-27', 'Statement: own money paid in', { [bank]: -2_000n, [held]: 2_000n }],
  ['2026-05-05', 'Contingency released: broken hoist', { [contingency]: -20_000n, [allocated]: 20_000n }],
  ['2026-05-08', 'Payment for May', { [allocated]: -112_000n, [held]: 112_000n }],
]
const ending: readonly Event[] = [
  ['2026-06-20', 'To be paid back: garden furniture', { [outside]: -4_999n, [owed]: 4_999n }],
  ['2026-07-01', 'Paid back by the holder', { [owed]: -4_999n, [fund]: 4_999n }],
  [
    '2026-07-14',
    'Budget ended: what was not paid out goes back',
    { [allocated]: -1_263_000n, [contingency]: -36_000n, [fund]: 1_299_000n },
  ],
  ['2026-08-02', 'Statement: final wages', { [held]: -60_000n, [wages]: 60_000n }],
  ['2026-08-20', 'To be paid back by the estate: what was left', { [held]: -26_001n, [owed]: 26_001n }],
  ['2026-08-20', 'The person’s own money given back', { [held]: -2_000n, [bank]: 2_000n }],
  ['2026-09-10', 'Paid back by the estate', { [owed]: -26_001n, [fund]: 26_001n }],
]

async function paymentReturned(doing: Doing): Promise<void> {
  const payment = await entryByKey(doing, `story:8:2026-05-08`)
  assert.ok(payment)
  const returned = await reverse(doing, {
    entry: payment.id,
    on: 'original-day',
    key: 'story:returned',
    because: 'Payment for May came back: account closed',
  })
  assert.ok(returned.done)
}

test('each kind of event makes the entry that the README says, and the picture shows them all', () =>
  trying(database, async doing => {
    await posted(doing, ...events.map(event))
    await paymentReturned(doing)
    await posted(doing, ...ending.map((one, place) => event(one, place + 100)))
    const accounts = [fund, allocated, contingency, held, wages, respite, outside, owed, bank]
    samePicture('ledger-events', picture((await movementsOf(doing, accounts)).toReversed()))
    for (const account of [allocated, contingency, held, outside, owed, bank])
      assert.equal(await balanceOf(doing, account), 0n, account)
  }))
