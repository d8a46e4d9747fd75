import type { PlainDate } from '../../kernel/days.ts'
import type { Pence } from '../../kernel/money.ts'
import type { Repeat, Use } from './ceiling.ts'

type UseRow = {
  readonly used_on: PlainDate
  readonly times: number
  readonly amount: Pence
  readonly ended_on: PlainDate | null
}

/** Uses as the rules take them: what was not owed after all counts no more. */
export const countedUses = (all: readonly UseRow[]): readonly Use[] =>
  all
    .filter(({ ended_on }) => ended_on === null)
    .map(({ used_on, times, amount }) => ({ on: used_on, times, amount }))

type ProposalRow = {
  readonly amount: Pence
  readonly most_times: number | null
  readonly from_on: PlainDate
  readonly until_on: PlainDate | null
  readonly decision: { readonly agreed: boolean } | null
  readonly ended_on: PlainDate | null
}

/** What was agreed ahead, as the rules take it. */
export const repeatFrom = (one: ProposalRow, little?: number): Repeat => ({
  ...(little === undefined ? {} : { little }),
  ceiling: one.amount,
  mostTimes: one.most_times ?? 0,
  from: one.from_on,
  until: one.until_on ?? one.from_on,
  agreed: one.decision?.agreed ?? false,
  ended: one.ended_on !== null,
})
