import type { PlainDate } from '../../kernel/days.ts'
import type { Page } from '../../platform/route.ts'
import type { Budget } from '../types.ts'

/** What the page of a maternity budget shows. */
export type BudgetShows = {
  readonly reference: string
  readonly budget: Budget | null
  /** Who offers it. */
  readonly body: { readonly name: string; readonly code: string }
  readonly today: PlainDate
  /** By when the choice that waits is confirmed, by the local time; null where none is set. */
  readonly confirmBy: PlainDate | null
  readonly staff: boolean
  readonly may: { readonly offer: boolean; readonly choose: boolean; readonly write: boolean }
  readonly person: NonNullable<Page['person']>
  readonly done: string | undefined
}
