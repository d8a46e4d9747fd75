import type { PlainDate } from '../../kernel/days.ts'
import { negative, type Pence } from '../../kernel/money.ts'
import type { Answer, Every, WishId } from '../../local-offer/public.ts'

/** A question of "can I buy this?" with every answer to it, the oldest first. */
export type Asked = {
  readonly id: WishId
  readonly number: number
  readonly words: string
  readonly sum: Pence
  readonly every: Every
  readonly answers: readonly {
    readonly answer: Answer
    readonly conditions: string
    readonly on: PlainDate
  }[]
}
type Payment = { readonly on: PlainDate; readonly amount: Pence }

export const whyNotProtected = ['no-answer-by-then', 'answer-was-not-yes', 'more-than-asked'] as const
export type WhyNotProtected = (typeof whyNotProtected)[number]

export const whyNotProtectedSays: Readonly<Record<WhyNotProtected, string>> = {
  'no-answer-by-then': 'It was paid before there was an answer.',
  'answer-was-not-yes': 'The answer was not yes when it was paid.',
  'more-than-asked': 'It cost more than was asked about.',
}

/** The answer that stood on a day; null where there was none yet. A later answer takes nothing back. */
export const answerOn = ({ answers }: Asked, day: PlainDate) =>
  answers.findLast(({ on }) => on <= day) ?? null

/**
 * Why an answer does not protect whoever paid; empty where it does: a yes stood on the day of the payment,
 * and no more was paid than was asked about. The rule is ours: who was told yes is not blamed.
 */
export function whyUnprotected(asked: Asked, { on, amount }: Payment): readonly WhyNotProtected[] {
  const stood = answerOn(asked, on)
  const yes = stood?.answer === 'yes' || stood?.answer === 'yes-if'
  return [
    ...(stood === null ? (['no-answer-by-then'] as const) : yes ? [] : (['answer-was-not-yes'] as const)),
    ...(negative(amount) > asked.sum ? (['more-than-asked'] as const) : []),
  ]
}

const mostOffered = 5

/**
 * The answers to offer beside a payment out of the account: given by that day, not joined to another payment
 * if it was to be paid once; the same sum first, then the newest. At most five.
 */
export function offeredFor(
  all: readonly Asked[],
  payment: Payment,
  joinedElsewhere: ReadonlySet<WishId>,
): readonly Asked[] {
  if (payment.amount >= 0n) return []
  const same = ({ sum }: Asked): number => (sum === negative(payment.amount) ? 0 : 1)
  return all
    .filter(one => answerOn(one, payment.on) !== null)
    .filter(one => one.every !== 'once' || !joinedElsewhere.has(one.id))
    .toSorted((a, b) => same(a) - same(b) || b.number - a.number)
    .slice(0, mostOffered)
}
