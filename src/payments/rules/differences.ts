import type { PlainDate } from '../../kernel/days.ts'

import type { Pence } from '../../kernel/money.ts'
import type { Part } from '../types.ts'

/** One payment that leaves with a run. */
export type Paying = {
  readonly reference: string
  readonly part: Part
  readonly name: string
  readonly amount: Pence
  /** Whether it is a regular payment; what is owed once is never new or gone. */
  readonly regular: boolean
}
/** The last regular payment of a part of a case before this run, and the first day that is not paid yet. */
export type Before = {
  readonly reference: string
  readonly part: Part
  readonly name: string
  readonly amount: Pence
  readonly until: PlainDate
  readonly inLastRun: boolean
}

type Whose = { readonly reference: string; readonly part: Part; readonly name: string }

export type Differences = {
  readonly fresh: readonly (Whose & { readonly amount: Pence })[]
  readonly gone: readonly (Whose & { readonly amount: Pence })[]
  readonly changed: readonly (Whose & { readonly before: Pence; readonly now: Pence })[]
}

/** A budget held in two ways is two rows of payments, which have nothing to do with each other. */
const place = ({ reference, part }: Pick<Whose, 'reference' | 'part'>): string => `${reference} ${part}`

const whose = ({ reference, part, name }: Whose): Whose => ({ reference, part, name })

/**
 * How a run differs from what was paid before. Budgets are paid in their own rhythm, so each payment is
 * compared with the last regular one of the same part of its own budget. Gone is who was in the last run,
 * would be due again
 * and is not paid.
 */
export function differences(
  now: readonly Paying[],
  before: readonly Before[],
  { until }: { readonly until: PlainDate },
): Differences {
  const last = new Map(before.map(one => [place(one), one]))
  const regular = now.filter(one => one.regular)
  const paid = new Set(now.map(place))
  return {
    fresh: regular.filter(one => !last.has(place(one))),
    gone: before.filter(one => one.inLastRun && one.until < until && !paid.has(place(one))),
    changed: regular.flatMap(one => {
      const was = last.get(place(one))
      return was === undefined || was.amount === one.amount
        ? []
        : [{ ...whose(one), before: was.amount, now: one.amount }]
    }),
  }
}
