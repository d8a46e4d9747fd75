import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type GwensBudget, gwensBudget, rowsOn } from '../../test/bank.ts'
import { doAs, doingIt } from '../../test/harness.ts'
import { addDays } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import { pence } from '../kernel/money.ts'
import { heldBy, post, reverse, spentOn } from '../ledger/public.ts'
import type { Doing } from '../platform/doing.ts'
import { importStatement } from './actions/import-statement.ts'
import { endFlag } from './actions/look-closely.ts'
import { anOfxFile } from './examples.ts'
import { flagJob, flagSome } from './jobs.ts'
import { flagsOf } from './queries/monitoring.ts'

let budget: GwensBudget
let whose: { reference: Reference; organisation: GwensBudget['icb']; person: GwensBudget['gwen'] }
before(async () => {
  budget = await gwensBudget()
  whose = { reference: budget.reference, organisation: budget.icb, person: budget.gwen }
  const today = await doingIt(budget.database, async doing => doing.today)
  const files = [anOfxFile({ rows: rowsOn(today, '-4500 SWIM CENTRE') })]
  await doAs(budget.database, budget.person, doing =>
    importStatement(doing, { reference: budget.reference, files }),
  )
})

const inNights = <Value>(nights: number, work: (doing: Doing) => Promise<Value>): Promise<Value> =>
  doingIt(budget.database, doing => work({ ...doing, today: addDays(doing.today, nights) }))
const night = (nights: number) => inNights(nights, doing => flagJob.run(doing, {}))
const flags = () =>
  inNights(0, async doing =>
    (await flagsOf(doing, whose))
      .map(({ kind, raised_on, ended_on }) => [kind, raised_on, ended_on])
      .toSorted((a, b) => (`${a[1]}` < `${b[1]}` ? -1 : 1)),
  )

const spend = (sum: bigint, key: string) =>
  inNights(0, async doing => {
    const posted = await post(doing, [
      {
        key,
        effectiveOn: doing.today,
        because: 'A payment that the bank shows',
        organisation: budget.icb,
        person: budget.gwen,
        postings: [
          { account: heldBy(budget.reference), pence: pence(-sum) },
          { account: spentOn(budget.reference, 'mornings'), pence: pence(sum) },
        ],
      },
    ])
    assert.ok(posted.done)
    return posted.value[0]?.entry ?? assert.fail()
  })

test('a night with nothing new raises nothing', async () => {
  await night(0)
  assert.deepEqual(await flags(), [])
})

test('flags are raised and ended at night, each with its day; a night run twice adds nothing', async () => {
  const today = await inNights(0, async doing => doing.today)
  const entry = await spend(900_000n, 'test:over')
  await night(1)
  await night(1)
  assert.deepEqual(await flags(), [['over', addDays(today, 1), null]])
  await night(2)
  assert.deepEqual(await flags(), [['over', addDays(today, 1), null]])

  await inNights(2, doing =>
    reverse(doing, { entry, on: 'original-day', key: 'test:over:undo', because: 'Twice' }),
  )
  await night(3)
  await night(3)
  assert.deepEqual(await flags(), [['over', addDays(today, 1), addDays(today, 3)]])

  await spend(900_000n, 'test:over-again')
  await night(4)
  assert.deepEqual((await flags()).at(-1), ['over', addDays(today, 4), null])
})

test('what somebody looked at and settled is raised again only when there is more to look at', async () => {
  const today = await inNights(0, async doing => doing.today)
  const open = (await inNights(5, doing => flagsOf(doing, whose))).find(({ ended_on }) => ended_on === null)
  assert.ok(open)
  const found = { reference: budget.reference, flag: open.id, found: 'A bed, paid ahead' }
  const settled = await doAs(budget.database, budget.finance, doing =>
    endFlag({ ...doing, today: addDays(today, 5) }, found),
  )
  assert.ok(settled.done)
  const before = await flags()
  await night(6)
  await night(7)
  assert.deepEqual(await flags(), before)
  await spend(90_000n, 'test:more')
  await night(8)
  assert.deepEqual((await flags()).at(-1), ['over', addDays(today, 8), null])
})

test('budgets are taken in turn, and the last slice says that there are no more', async () => {
  assert.equal(await inNights(9, doing => flagSome(doing, '')), null)
  assert.equal(await inNights(9, doing => flagSome(doing, budget.reference)), null)
})
