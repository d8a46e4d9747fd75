import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { pence } from '../../kernel/money.ts'
import {
  type Asked,
  offeredFor,
  whyNotProtected,
  whyNotProtectedSays,
  whyUnprotected,
} from './asked-first.ts'

const answer = (says: Asked['answers'][number]['answer'], on: string) => ({
  answer: says,
  conditions: '',
  on: plainDate(on),
})
const asked = (more: Partial<Asked> = {}): Asked => ({
  id: newId(),
  number: 1,
  words: 'A kayak',
  sum: pence(9_000n),
  every: 'once',
  answers: [answer('yes', '2026-05-18')],
  ...more,
})
const paid = (on: string, amount: bigint) => ({ on: plainDate(on), amount: pence(amount) })

test('a yes protects from the day it was given and up to the sum asked about', () => {
  assert.deepEqual(whyUnprotected(asked(), paid('2026-05-18', -9_000n)), [])
  assert.deepEqual(whyUnprotected(asked(), paid('2026-05-17', -9_000n)), ['no-answer-by-then'])
  assert.deepEqual(whyUnprotected(asked(), paid('2026-05-18', -9_001n)), ['more-than-asked'])
  const early = whyUnprotected(asked(), paid('2026-05-01', -9_001n))
  assert.deepEqual(early, ['no-answer-by-then', 'more-than-asked'])
  for (const one of whyNotProtected) assert.ok(whyNotProtectedSays[one].endsWith('.'))
})

test('a yes that was changed later still protects what was paid while it stood', () => {
  const changed = asked({ answers: [answer('yes-if', '2026-05-18'), answer('no', '2026-06-01')] })
  assert.deepEqual(whyUnprotected(changed, paid('2026-05-31', -100n)), [])
  assert.deepEqual(whyUnprotected(changed, paid('2026-06-01', -100n)), ['answer-was-not-yes'])
})

test('answers are offered for money out, the same sum first, a single purchase for one payment only', () => {
  const [kayak, gym, boots] = [
    asked(),
    asked({ number: 2, every: 'month', sum: pence(2_800n) }),
    asked({ number: 3, sum: pence(1_200n), answers: [] }),
  ]
  const all = [kayak, gym, boots]
  const numbers = (sum: bigint, taken: readonly Asked[] = []) =>
    offeredFor(all, paid('2026-05-20', sum), new Set(taken.map(({ id }) => id))).map(({ number }) => number)
  assert.deepEqual(numbers(-9_000n), [1, 2])
  assert.deepEqual(numbers(-2_800n), [2, 1])
  assert.deepEqual(numbers(-2_800n, [kayak, gym]), [2])
  assert.deepEqual([numbers(2_800n), offeredFor([], paid('2026-05-20', -1n), new Set())], [[], []])
})
