import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { doAs, doingIt, emptyDatabase, someone } from '../../../test/harness.ts'
import { posted } from '../../../test/ledger.ts'
import { newReference, type Reference } from '../../kernel/ids.ts'
import { pence } from '../../kernel/money.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import { allocatedTo, heldBy } from '../accounts.ts'
import { aBudget, anAllocation, anEntry } from '../examples.ts'
import { balanceOf, post } from '../public.ts'

let database: TestDatabase
before(async () => {
  database = await emptyDatabase()
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
