import { addDays, type PlainDate } from '../../kernel/days.ts'
import type { Admission, Before } from '../types.ts'

/** The day by which something must be there: so many days before leaving; null while no day is set. */
export const neededBy = ({ daysBefore }: Pick<Before, 'daysBefore'>, leaving: PlainDate | null) =>
  leaving === null ? null : addDays(leaving, -daysBefore)

export type BudgetFits = 'no-budget' | 'on-the-day' | 'before' | 'after'

/** Whether the budget's first day fits the day of leaving: it may begin on that very day. */
export function budgetFits(budgetFrom: PlainDate | null, leaving: PlainDate): BudgetFits {
  if (budgetFrom === null) return 'no-budget'
  if (budgetFrom === leaving) return 'on-the-day'
  return budgetFrom < leaving ? 'before' : 'after'
}

export type Moved = {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly items: readonly { readonly says: string; readonly was: PlainDate; readonly is: PlainDate }[]
}

/** What moved with the day of leaving when it last moved: all that is not there yet. Null if it never did. */
export function movedWith({ planned, before }: Pick<Admission, 'planned' | 'before'>): Moved | null {
  const [now, was] = planned
  if (now === undefined || was === undefined || now.on === was.on) return null
  const open = before.filter(({ thereOn }) => thereOn === null)
  return {
    from: was.on,
    to: now.on,
    items: open.map(({ says, daysBefore }) => ({
      says,
      was: addDays(was.on, -daysBefore),
      is: addDays(now.on, -daysBefore),
    })),
  }
}
