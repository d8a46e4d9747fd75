import type { PlainDate } from '../../kernel/days.ts'
import type { Pence } from '../../kernel/money.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { Handed } from '../queries/turn.ts'
import type { Problem } from '../rules/problems.ts'
import type { Budget, Plan, ToWhom } from '../types.ts'

/** What the page of a plan shows, and what its reader may do there. */
export type PlanShows = {
  readonly plan: Plan
  readonly person: Page['person']
  readonly today: PlainDate
  readonly budget: Budget
  readonly cost: Pence
  readonly problems: readonly Problem[]
  readonly turn: { readonly who: ToWhom; readonly since: PlainDate; readonly words: string }
  readonly handings: readonly Handed[]
  /** As whom the reader may write, and whether it may be written now. */
  readonly writesAs: 'family' | 'case-worker' | null
  readonly mayWrite: boolean
  readonly mayApprove: boolean
  /** An older version than the newest is read only. */
  readonly newest: boolean
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}
