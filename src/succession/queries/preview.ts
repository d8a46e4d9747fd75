import type { Doing } from '../../platform/doing.ts'
import { isDivided } from '../rules/whither.ts'
import { sentencesOf, whyNotSucceed } from '../rules/why-not.ts'
import type { Next, Step } from '../types.ts'
import { type Order, ordersOf } from './orders.ts'
import { seenOf } from './seen.ts'
import { type Way, ways } from './waiting.ts'

type Sums = {
  readonly people: number
  readonly cases: number
  readonly budgets: number
  readonly open: bigint
}

/** What will move where, and what stands in the way: counts and sums, no name. */
export type Preview = {
  readonly step: Step
  readonly divided: boolean
  readonly goes: readonly (Sums & { readonly next: Next })[]
  /** Those of whom nobody has said where they belong. */
  readonly unknown: Sums
  readonly inTheWay: readonly string[]
  readonly orders: readonly Order[]
}

const sum = (all: readonly Way[]): Sums => ({
  people: all.reduce((so, one) => so + one.people, 0),
  cases: all.reduce((so, one) => so + one.cases, 0),
  budgets: all.reduce((so, one) => so + one.budgets, 0),
  open: all.reduce((so, one) => so + one.open, 0n),
})

/** All that is known of a step before and while it is carried out. */
export async function previewOf(doing: Doing, step: Step): Promise<Preview> {
  const all = await ways(doing, step)
  const seen = await seenOf(doing, step)
  const sentences = sentencesOf(seen)
  return {
    step,
    divided: isDivided(step.nexts),
    goes: step.nexts.map(next => ({ next, ...sum(all.filter(one => one.next?.id === next.id)) })),
    unknown: sum(all.filter(({ next }) => next === null)),
    inTheWay: whyNotSucceed(seen).map(reason => sentences[reason]),
    orders: await ordersOf(doing, step.body.id, step.on),
  }
}
