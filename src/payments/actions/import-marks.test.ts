import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { makeBudgets } from '../../../test/budgets.ts'
import { appOn, doAs, doingIt, signedIn } from '../../../test/harness.ts'
import { anOffice, monday, onMonday } from '../../../test/payments.ts'
import type { Doing } from '../../platform/doing.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import { runState } from '../public.ts'
import { markablesOf, marksFileOf } from '../queries/marks.ts'
import { countWays } from '../queries/payables.ts'
import type { RunState } from '../queries/run.ts'
import { importMarks } from './import-marks.ts'

let database: TestDatabase
before(async () => {
  database = await onMonday()
})

async function aRun(payments: number) {
  const office = await anOffice(database)
  const about = { organisation: office.organisation, from: monday }
  await doingIt(database, doing => makeBudgets(doing, Array(payments).fill(about)))
  const { run } = await office.pay()
  const as = <Value>(who: typeof office.kay, work: (doing: Doing, state: RunState) => Promise<Value>) =>
    doAs(database, who, async doing => {
      const state = await runState(doing, run)
      assert.ok(state)
      return work(doing, state)
    })
  const ids = await as(office.kay, async doing =>
    (await markablesOf(doing, run)).map(({ endToEndId }) => endToEndId),
  )
  const list = (rows: readonly string[]) =>
    new TextEncoder().encode(['reference,paid_on,bank_reference', ...rows].join('\n'))
  const send = (rows: readonly string[], who = office.kay) =>
    as(who, (doing, state) => importMarks(doing, state, { name: 'list.csv', bytes: list(rows) }))
  const ways = () => as(office.kay, doing => countWays(doing, run))
  return { ...office, run, ids, list, send, ways, as }
}

test('a half-good list keeps what is right, and says of each other row why not', async () => {
  const { ids, send, ways, as, run, kay } = await aRun(3)
  const sent = await send([
    `${ids[0]},${monday},FP1`,
    `${ids[1]},,FP1`,
    `PHBNOBODY,${monday},FP1`,
    `${ids[2]},,`,
  ])
  assert.ok(sent.done)
  assert.deepEqual(await ways(), { file: 0, hand: 1, unpaid: 2 })
  const file = await as(kay, doing => marksFileOf(doing, run, sent.value.file))
  assert.deepEqual([file?.taken, file?.open], [1, 1])
  assert.deepEqual(
    file?.refused.map(({ line, because }) => [line, because]),
    [
      [3, ['day-missing']],
      [4, ['no-such-payment']],
    ],
  )
})

test('the same file again adds nothing, and the corrected one notes only what is new', async () => {
  const { ids, send, ways } = await aRun(2)
  const rows = [`${ids[0]},${monday},FP1`, `${ids[1]},soon,FP2`]
  const [first, again] = [await send(rows), await send(rows)]
  assert.ok(first.done && again.done)
  assert.deepEqual([again.value.again, again.value.file], [true, first.value.file])
  assert.ok((await send([`${ids[0]},${monday},FP1`, `${ids[1]},${monday},FP2`])).done)
  assert.deepEqual(await ways(), { file: 0, hand: 2, unpaid: 0 })
})

test('a file without the columns names them', async () => {
  const { as, kay } = await aRun(1)
  const bytes = new TextEncoder().encode('reference\nA')
  const wrong = await as(kay, (doing, state) => importMarks(doing, state, { name: 'x', bytes }))
  assert.deepEqual(wrong, {
    done: false,
    because: ['columns-missing'],
    missing: ['paid_on', 'bank_reference'],
  })
})

test('the list is sent on the page of the run, and each row not noted comes back with why', async () => {
  const { ids, run, kay, list } = await aRun(1)
  const finance = await signedIn(await appOn(database), kay)
  const page = await finance.get(`/payments/runs/${run}`)
  assert.doesNotMatch(page.html, /Send the list back as a file/)
  await finance.post(`/payments/runs/${run}/files`, { kind: 'csv' })
  assert.match((await finance.get(`/payments/runs/${run}`)).html, /Send the list back as a file/)
  const sent = await finance.send(`/payments/runs/${run}/marks`, {}, [
    { field: 'marks', name: 'list.csv', bytes: list([`${ids[0]},,FP1`]) },
  ])
  assert.equal(sent.status, 303)
  const told = await finance.get(sent.to ?? '')
  assert.match(told.html, /bank’s reference but not the day/)
})
