import type { Page } from '../../platform/route.ts'
import type { Shown } from '../showing.ts'

/** What the page of an EHC plan shows. */
export type PlanShows = Shown & {
  readonly person: NonNullable<Page['person']>
  readonly done: string | undefined
}
