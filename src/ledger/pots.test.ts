import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../kernel/days.ts'
import { newId } from '../kernel/ids.ts'
import { pence } from '../kernel/money.ts'
import { allocatedTo, bankOf, heldBy, spentOn } from './accounts.ts'
import { aBudget, anAllocation, anEntry, recorded } from './examples.ts'
import { inOrderOfInterest, potsOf } from './pots.ts'
import type { EntryId } from './types.ts'

const { reference } = aBudget
const [allocated, held, wages] = [allocatedTo(reference), heldBy(reference), spentOn(reference, 'wages')]
const payment = recorded(anEntry())
const undone: EntryId = newId()
const entries = [
  recorded(
    anEntry({
      from: held,
      to: wages,
      sum: pence(1000n),
      because: 'Wages, week 1',
      effectiveOn: plainDate('2026-04-17'),
    }),
  ),
  { ...recorded(anEntry({ from: held, to: allocated, because: 'Paid twice' })), reverses: payment.id },
  { ...recorded(anEntry({ because: 'Paid again' })), reversedBy: undone },
  payment,
  recorded(anAllocation()),
]
const balances = new Map([
  [allocated, pence(1_428_000n)],
  [held, pence(27_000n)],
  [wages, pence(1000n)],
])

test('a pot tells what came in, what went out and what was left each time, newest first', () => {
  const [first, second] = potsOf(entries, balances)
  assert.equal(first?.account, held)
  assert.deepEqual(
    first?.moves.map(move => [move.says, move.in, move.out, move.left]),
    [
      ['Wages, week 1', null, 1000n, 27_000n],
      ['Paid twice', null, 28_000n, 28_000n],
      ['Paid again', 28_000n, null, 56_000n],
      ['Payment for two weeks of care', 28_000n, null, 28_000n],
    ],
  )
  assert.equal(second?.moves.at(-1)?.left, 1_456_000n)
})

test('an entry that was undone and the one that undoes it both stay in sight, and say so', () => {
  const standing = potsOf(entries, balances)[0]?.moves.map(move => move.standing)
  assert.deepEqual(standing, ['stands', 'undoes', 'was-undone', 'stands'])
})

test('what was left is right when only the newest movements are shown', () => {
  const [first] = potsOf(entries.slice(0, 2), balances)
  assert.deepEqual(
    first?.moves.map(({ left }) => left),
    [27_000n, 28_000n],
  )
})

test('a pot in which nothing happened is not shown, and neither is a fund', () => {
  assert.deepEqual(
    potsOf(
      [recorded(anAllocation())],
      new Map([
        [allocated, pence(1_456_000n)],
        [held, pence(0n)],
      ]),
    ).map(({ account }) => account),
    [allocated],
  )
  const order = inOrderOfInterest(
    new Map([[bankOf(reference), pence(-1n)], [aBudget.fund, pence(-1n)], ...balances]),
  )
  assert.deepEqual(order, [held, allocated, wages, bankOf(reference)])
})
