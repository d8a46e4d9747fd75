import type { Id } from '../kernel/brand.ts'
import type { PlainDate } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import type { OrganisationId, PersonId } from '../people/public.ts'

export type EntryId = Id<'entry of the register'>

export const conditions = ['learning-disability', 'autism', 'both'] as const
export type Has = (typeof conditions)[number]
export const saidBy = ['the-person', 'representative', 'best-interests'] as const
export type SaidBy = (typeof saidBy)[number]
export const endings = ['no-longer-at-risk', 'moved-away', 'died'] as const
export type EndWhy = (typeof endings)[number] | 'consent-withdrawn'
export const reviewKinds = ['care-and-treatment', 'care-education-and-treatment'] as const
export type ReviewKind = (typeof reviewKinds)[number]
export const admissionKinds = ['agreed', 'detained', 'other'] as const
export type AdmissionKind = (typeof admissionKinds)[number]
export const bedAnswers = ['not-asked-for', 'refused', 'not-needed', 'given'] as const
export type Bed = (typeof bedAnswers)[number]
export const beforeKinds = ['home', 'team', 'budget', 'money', 'other'] as const
export type BeforeKind = (typeof beforeKinds)[number]
export const purposes = ['prevent-admission', 'plan-discharge'] as const
export type Purpose = (typeof purposes)[number]

/** Which people a list shows. */
export const shows = ['on', 'overdue', 'in-hospital', 'leaving', 'ended'] as const
export type Show = (typeof shows)[number]

export type Consent = {
  readonly number: number
  readonly givenOn: PlainDate
  readonly saidBy: SaidBy
  readonly name: string
  readonly about: string | null
  readonly asked: string | null
  readonly bodies: readonly { readonly id: OrganisationId; readonly name: string }[]
}
export type Level = {
  readonly says: string
  readonly because: string
  readonly on: PlainDate
  readonly byName: string
}
export type Action = {
  readonly id: string
  readonly number: number
  readonly says: string
  readonly owner: string
  readonly by: PlainDate
  readonly done: { readonly on: PlainDate; readonly says: string } | null
}
export type Held = {
  readonly on: PlainDate
  readonly tookPart: string
  readonly expert: string | null
  readonly noExpert: string | null
  readonly safe: string
  readonly care: string
  readonly future: string
  readonly hospital: string
}
export type Review = {
  readonly id: string
  readonly number: number
  readonly kind: ReviewKind
  readonly askedOn: PlainDate
  readonly why: string
  readonly held: Held | null
  readonly actions: readonly Action[]
}
export type Crisis = {
  readonly number: number
  readonly on: PlainDate
  readonly happened: string
  readonly instead: string
  readonly bed: Bed
  readonly bedSaidBy: string | null
}
export type Before = {
  readonly id: string
  readonly number: number
  readonly kind: BeforeKind
  readonly says: string
  readonly owner: string
  readonly daysBefore: number
  readonly thereOn: PlainDate | null
}
export type Admission = {
  readonly id: string
  readonly number: number
  readonly hospital: string
  readonly kind: AdmissionKind
  readonly from: PlainDate
  /** The day they left, inside; null while they are there. */
  readonly until: PlainDate | null
  readonly toWhere: string | null
  /** The days set for leaving, the newest first. */
  readonly planned: readonly {
    readonly on: PlainDate
    readonly because: string
    readonly notedOn: PlainDate
  }[]
  readonly before: readonly Before[]
}
export type Linked = { readonly reference: Reference; readonly purpose: Purpose; readonly on: PlainDate }

/** Somebody on the list, with all that came of it; each list the newest first. */
export type Entry = {
  readonly id: EntryId
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly putOn: PlainDate
  readonly has: Has
  readonly reason: string
  readonly putByName: string
  readonly consents: readonly Consent[]
  readonly levels: readonly Level[]
  readonly reviews: readonly Review[]
  readonly crises: readonly Crisis[]
  readonly admissions: readonly Admission[]
  readonly budget: Linked | null
  readonly ending: {
    readonly on: PlainDate
    readonly why: EndWhy
    readonly saidBy: string
    readonly because: string
  } | null
}
