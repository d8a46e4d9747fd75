import type { Id } from '../kernel/brand.ts'
import type { PlainDate } from '../kernel/days.ts'
import type { LegalBasis } from '../people/public.ts'
import type { Deciding, Relation } from '../rights/public.ts'

export type FindingId = Id<'finding of capacity'>
export type EvidenceId = Id<'evidence of authority'>
export type SharingId = Id<'consent to share'>
export type PermissionId = Id<'permission to pay family'>
export type LocalLineId = Id<'local line'>

/** What was found about one decision of a person on a day. */
export type Found = {
  readonly id: FindingId
  readonly number: number
  readonly decision: Deciding
  readonly found: 'has' | 'has-not'
  readonly on: PlainDate
  readonly assessor: string
  readonly because: string
  readonly helpTried: string
  readonly reviewOn: PlainDate | null
  readonly notedBy: string
  readonly bestInterests: {
    readonly on: PlainDate
    readonly asked: string
    readonly decided: string
    readonly notedBy: string
  } | null
}

/** Somebody who acts for a person, as `people` keeps them, with the papers that were seen. */
export type Acting = {
  readonly id: string
  readonly otherPerson: string | null
  readonly name: string
  readonly kind: 'parent' | 'representative' | 'nominee'
  readonly basis: LegalBasis | null
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly ended: boolean
  readonly named: {
    readonly on: PlainDate | null
    readonly agreedOn: PlainDate | null
    readonly bodyAgreedOn: PlainDate | null
    readonly withdrawnOn: PlainDate | null
  }
  readonly papers: readonly Paper[]
}
export type Paper = {
  readonly id: EvidenceId
  readonly registered: string
  readonly scope: string
  readonly seenOn: PlainDate
  readonly seenBy: string
  readonly file: string | null
}

export const purposes = ['joint-plan', 'school', 'hospital', 'survey', 'research'] as const
export type Purpose = (typeof purposes)[number]
export const shareAnswers = ['given', 'refused', 'withdrawn'] as const
export type ShareAnswer = (typeof shareAnswers)[number]

/** With whom something may be shared for a purpose, as it stands; `not-asked` where nobody has answered. */
export type Line = {
  readonly purpose: Purpose
  readonly body: string
  readonly answer: ShareAnswer | 'not-asked'
  readonly from: PlainDate | null
  readonly until: PlainDate | null
  readonly by: string | null
  /** The body sees something here at this moment. */
  readonly seesNow: boolean
}

export type Permission = {
  readonly id: PermissionId
  readonly name: string
  readonly relation: Relation
  readonly sameHousehold: boolean
  readonly paidFor: 'care' | 'help-with-managing'
  readonly because: string
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly endedBecause: string | null
  readonly by: string
  readonly on: PlainDate
}

export const ages = [14, 16, 17, 18] as const
export type Age = (typeof ages)[number]

export type LocalLine = {
  readonly id: LocalLineId
  readonly organisation: Id<'organisation'>
  readonly says: string
  readonly words: readonly string[]
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly because: string
  readonly endedBecause: string | null
  readonly by: string
}
