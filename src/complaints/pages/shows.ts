import type { PlainDate } from '../../kernel/days.ts'
import type { Page } from '../../platform/route.ts'
import type { Case } from '../../requests/public.ts'
import type { Again, ChcStep, Complaint, Lesson } from '../types.ts'

/** A case with all that this module knows of it, for one reader. */
export type Seen = {
  readonly found: Case
  readonly staff: boolean
  /** Finance sees that there is a complaint and how far it is; not what was said. */
  readonly whole: boolean
  readonly complaints: readonly Complaint[]
  /** The one of the address; null where the address names none. */
  readonly one: Complaint | null
  readonly agains: readonly Again[]
  readonly chc: readonly ChcStep[]
  readonly lessons: readonly Lesson[]
  readonly colleagues: readonly { readonly id: string; readonly name: string }[]
  readonly strip: { readonly person: NonNullable<Page['person']> }
}

/** What a reader may do with it. */
export type May = { readonly handle: boolean; readonly answer: boolean; readonly make: boolean }
export type ComplaintShows = Seen & {
  readonly one: Complaint
  readonly today: PlainDate
  readonly may: May
  readonly done: string | undefined
}
