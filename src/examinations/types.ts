import type { Id } from '../kernel/brand.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { OrganisationId } from '../people/public.ts'
import type { Pathway } from '../requests/public.ts'
import type { RuleChange } from '../rights/public.ts'

export type ExaminationId = Id<'examination'>

/** What is known of one case, as far as rights and promised days ask it. */
export type CaseFacts = {
  readonly pathway: Pathway
  readonly born: PlainDate | null
  /** What the right itself asks, as it was told when the request was decided; null where it was not. */
  readonly fact: string | null
  readonly receivedOn: PlainDate
  readonly decidedOn: PlainDate | null
  readonly againOn: PlainDate | null
  readonly firstPaidOn: PlainDate | null
  readonly reviewedOn: PlainDate | null
}

/** An answer as it is and as it would be: a right, or a day. Equal where nothing changes. */
export type Finding = { readonly before: string; readonly after: string }

/**
 * So many cases of a pathway go from one answer to another. Days are counted as sooner, later or the same.
 */
export type Count = Finding & { readonly pathway: Pathway; readonly cases: number }

export type Examination = {
  readonly id: ExaminationId
  readonly organisation: OrganisationId
  readonly change: RuleChange
  readonly because: string
  readonly byName: string
  readonly askedAt: Moment
  /** How many cases there were when it was asked. */
  readonly cases: number
  readonly looked: number
  readonly finished: boolean
  readonly counts: readonly Count[]
}
