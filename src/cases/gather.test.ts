import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gwensBudget } from '../../test/bank.ts'
import { doAs, doingIt, trying } from '../../test/harness.ts'
import { endAgreement } from '../agreements/public.ts'
import { addDays } from '../kernel/days.ts'
import { gatherLater, staleCases } from './gather.ts'
import { caseStanding } from './queries/standing.ts'

test('from the question to the approved account each change is gathered with itself', async () => {
  const { database, reference, priya } = await gwensBudget()
  assert.deepEqual(await trying(database, staleCases), [])
  const standing = await doAs(database, priya, doing => caseStanding(doing, reference))
  assert.equal(standing?.stage, 'ready-to-pay')
  const ending = await trying(database, async doing => {
    const ended = await endAgreement(doing, {
      reference,
      on: addDays(doing.today, 60),
      ground: 'asked-by-the-person',
      because: 'She asked for it to end',
    })
    return {
      ended: ended.done,
      stale: await staleCases(doing),
      stage: (await caseStanding(doing, reference))?.stage,
    }
  })
  assert.deepEqual([ending.ended, ending.stage, ending.stale], [true, 'ending', []])
})

test('work that brings in many says so, and gathers nothing on its way', async () => {
  const { database, reference } = await gwensBudget()
  const stale = await doingIt(database, async doing => {
    await gatherLater(doing)
    const ended = await endAgreement(doing, {
      reference,
      on: addDays(doing.today, 60),
      ground: 'asked-by-the-person',
      because: 'She asked for it to end',
    })
    return { ended: ended.done, stale: (await staleCases(doing)).length }
  })
  assert.deepEqual(stale, { ended: true, stale: 1 })
})
