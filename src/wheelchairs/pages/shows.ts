import type { PlainDate } from '../../kernel/days.ts'
import type { Page } from '../../platform/route.ts'
import type { Round } from '../types.ts'

/** What the page of a wheelchair budget shows. */
export type BudgetShows = {
  readonly reference: string
  readonly rounds: readonly Round[]
  readonly referredOn: PlainDate
  readonly today: PlainDate
  readonly staff: boolean
  readonly may: { readonly write: boolean; readonly agree: boolean; readonly ask: boolean }
  readonly person: NonNullable<Page['person']>
  readonly done: string | undefined
}
