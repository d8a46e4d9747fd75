import type { PlainDate } from '../../kernel/days.ts'
import type { Page } from '../../platform/route.ts'
import type { Joined } from '../queries/budget.ts'
import type { NextReview } from '../queries/clocks.ts'
import type { BeforeAndSince } from '../rules/hospital.ts'
import type { Entry } from '../types.ts'

/** What the page of somebody on the list shows, to staff and to the family. */
export type EntryShows = {
  readonly entry: Entry
  readonly name: string
  readonly board: string
  readonly staff: boolean
  readonly own: boolean
  readonly next: NextReview
  /** Null where none is joined, or none of it is to be seen. */
  readonly budget: Joined | null
  /** Null where the budget has no first day yet, or is not to be seen. */
  readonly counted: BeforeAndSince | null
  readonly may: { readonly write: boolean; readonly withdraw: boolean }
  readonly today: PlainDate
  readonly person: NonNullable<Page['person']>
  readonly done: string | undefined
}
