import type { PlainDate } from '../../kernel/days.ts'
import type { Pence } from '../../kernel/money.ts'

/** One payment that leaves with a run. */
export type Paying = {
  readonly reference: string
  readonly name: string
  readonly amount: Pence
  /** Whether it is a regular payment; what is owed once is never new or gone. */
  readonly regular: boolean
}
/** The last regular payment of a case before this run, and the first day that is not paid yet. */
export type Before = {
  readonly reference: string
  readonly name: string
  readonly amount: Pence
  readonly until: PlainDate
  readonly inLastRun: boolean
}

export type Differences = {
  readonly fresh: readonly { readonly reference: string; readonly name: string; readonly amount: Pence }[]
  readonly gone: readonly { readonly reference: string; readonly name: string; readonly amount: Pence }[]
  readonly changed: readonly {
    readonly reference: string
    readonly name: string
    readonly before: Pence
    readonly now: Pence
  }[]
}

/**
 * How a run differs from what was paid before. Budgets are paid in their own rhythm, so each payment is
 * compared with the last regular one of its own budget. Gone is who was in the last run, would be due again
 * and is not paid.
 */
export function differences(
  now: readonly Paying[],
  before: readonly Before[],
  { until }: { readonly until: PlainDate },
): Differences {
  const last = new Map(before.map(one => [one.reference, one]))
  const regular = now.filter(one => one.regular)
  const paid = new Set(now.map(({ reference }) => reference))
  return {
    fresh: regular.filter(({ reference }) => !last.has(reference)),
    gone: before.filter(one => one.inLastRun && one.until < until && !paid.has(one.reference)),
    changed: regular.flatMap(one => {
      const was = last.get(one.reference)
      return was === undefined || was.amount === one.amount
        ? []
        : [{ reference: one.reference, name: one.name, before: was.amount, now: one.amount }]
    }),
  }
}
