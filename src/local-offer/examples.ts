import { plainDate } from '../kernel/days.ts'
import { pence } from '../kernel/money.ts'
import { signsIn } from './rules/signs.ts'
import type { AgreedLine, Wish } from './types.ts'

/** A line of an invented plan: a gym at £28.00 a month, as the plan counts a month. */
export const anAgreedLine = (more: Partial<AgreedLine> = {}): AgreedLine => ({
  key: 'line-1',
  says: 'Gym membership',
  payee: 'Millbrook Gym',
  weekly: pence(646n),
  left: pence(30_000n),
  outcome: 'Keep moving',
  ...more,
})

/** A question in the asker's words, with what the words may mean; the first of it is what they say it is. */
export function aWish(words: string, more: Partial<Wish> = {}): Wish {
  const looksLike = signsIn(words)
  return {
    sum: pence(2_800n),
    every: 'once',
    plan: 'not-in-plan',
    payee: { kind: 'firm' },
    looksLike,
    saidToBe: looksLike[0] ?? null,
    on: plainDate('2026-05-18'),
    ...more,
  }
}
