import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doAs, doingIt, someone } from '../../test/harness.ts'
import { placeOfRecoveries } from '../../test/recoveries.ts'
import { endAgreement } from '../agreements/public.ts'
import { addDays } from '../kernel/days.ts'
import { nothing, pence } from '../kernel/money.ts'
import { balanceOf, heldBy } from '../ledger/public.ts'
import {
  decideProposal,
  prepareRun,
  propose as proposeToPay,
  releaseRun,
  scheduleSigned,
} from '../payments/public.ts'
import type { Doing } from '../platform/doing.ts'
import { propose } from './actions/propose.ts'
import { withdraw } from './actions/stop.ts'
import { aFound } from './examples.ts'
import { advanceToCarry, workingNow } from './queries/found.ts'
import { recoveryOf } from './queries/recoveries.ts'
import { advanceIn, notCarried } from './rules/surplus.ts'

test('an advance is a part of what is held, once the budget has ended, and no more than that', () => {
  const found = aFound({ held: pence(10_001n), advance: pence(6_667n), endsOn: aFound().today })
  assert.equal(advanceIn(found), 6_667n)
  assert.equal(advanceIn({ ...found, held: pence(6_666n) }), 6_666n)
  assert.equal(advanceIn({ ...found, held: pence(-1n) }), nothing)
  assert.equal(advanceIn({ ...found, endsOn: null }), nothing)
  assert.equal(notCarried(pence(6_667n), [pence(6_666n)]), 1n)
  assert.equal(notCarried(pence(6_667n), [pence(6_667n), pence(1n)]), nothing)
})

/** Gwen's budget with an emergency advance of £100.01 that has left, and nothing taken off for it yet. */
async function withAdvance() {
  const all = await placeOfRecoveries()
  const { database, icb: organisation, finance, reference } = all
  const second = await someone(database, { name: 'Sol Abara', role: 'finance-officer', organisation })
  await doingIt(database, doing => scheduleSigned(doing, organisation))
  const asked = { reference, what: 'emergency', amount: pence(10_001n), floor: pence(1n), parts: 3 } as const
  const id = await doAs(database, finance, doing =>
    proposeToPay(doing, { ...asked, from: doing.today, because: 'The boiler' }),
  )
  assert.ok(id.done, id.done ? '' : id.because.join(', '))
  const agreed = { agreed: true, because: 'Cold nights' }
  assert.ok((await doAs(database, second, doing => decideProposal(doing, id.value, agreed))).done)
  const run = await doAs(database, finance, doing =>
    prepareRun(doing, { organisation, until: addDays(doing.today, 1) }),
  )
  assert.ok(run.done, run.done ? '' : run.because.join(', '))
  for (const who of [finance, second])
    assert.ok((await doAs(database, who, doing => releaseRun(doing, run.value))).done)
  const read = <Value>(work: (doing: Doing) => Promise<Value>) => doingIt(database, work)
  return { ...all, read }
}

test('what is ahead of an advance at the end is carried into one recovery, exactly once', async () => {
  const { database, reference, read, tom, priya } = await withAdvance()
  assert.equal((await read(doing => workingNow(doing, reference)))?.advance, nothing)
  await doingIt(database, async doing => {
    const over = { reference, on: doing.today, ground: 'asked-by-the-person', because: 'Enough.' } as const
    assert.ok((await endAgreement({ ...doing, actor: tom }, over)).done)
  })
  const held = await read(doing => balanceOf(doing, heldBy(reference)))
  const working = await read(doing => workingNow(doing, reference))
  assert.deepEqual([working?.advance, working?.held], [10_001n, held])
  // It is in what is held, and not added to it.
  assert.equal(working?.surplus, held - (working?.protectedSum ?? nothing))
  const ask = {
    reference,
    ground: 'plan-changed-substantially',
    way: 'repay',
    because: 'It has ended.',
    owed: [],
    amount: pence(10_002n),
    whoMustRepay: 'Gwen Tallis',
    repayDays: 90,
    executor: null,
  } as const
  assert.deepEqual(await doAs(database, priya, doing => propose(doing, ask)), {
    done: true,
    value: { number: 1 },
  })
  assert.equal((await read(doing => recoveryOf(doing, reference, 1)))?.working.advance, 10_001n)
  assert.equal(await read(doing => advanceToCarry(doing, reference)), nothing)
  assert.equal((await read(doing => workingNow(doing, reference)))?.advance, nothing)
  const back = { reference, number: 1, because: 'Too early' }
  assert.ok((await doAs(database, priya, doing => withdraw(doing, back))).done)
  assert.equal(await read(doing => advanceToCarry(doing, reference)), 10_001n)
})
