import type { Id } from '../kernel/brand.ts'
import type { PlainDate } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import type { OrganisationId, PersonId } from '../people/public.ts'
import type { RuleId } from '../rights/public.ts'

export type ComplaintId = Id<'complaint'>

export const makers = ['person', 'parent', 'representative', 'somebody-else'] as const
export type Maker = (typeof makers)[number]
export const hows = ['online', 'telephone', 'letter', 'meeting'] as const
export type How = (typeof hows)[number]
export const abouts = ['nhs', 'council', 'both'] as const
export type About = (typeof abouts)[number]
export const outcomes = ['upheld', 'partly', 'not'] as const
export type Outcome = (typeof outcomes)[number]
export const parts = ['complained-of', 'decided'] as const
export type ConcernPart = (typeof parts)[number]
export const agreedWays = ['agreed', 'not-agreed', 'not-reached'] as const
export type AgreedWay = (typeof agreedWays)[number]
export type OmbudsmanName = 'health-ombudsman' | 'local-government-ombudsman' | 'both-ombudsmen-together'

type Noted = { readonly on: PlainDate; readonly byName: string }

export type Plan = Noted & {
  readonly number: number
  readonly how: string
  readonly handler: string
  readonly handlerName: string
  readonly answerBy: PlainDate
  readonly lead: 'nhs' | 'council'
  readonly agreed: AgreedWay
}
export type PointAnswer = {
  readonly number: number
  readonly outcome: Outcome
  readonly reasons: string
  readonly rules: readonly RuleId[]
}
export type Answer = {
  readonly id: string
  readonly number: number
  readonly outcome: Outcome
  readonly on: PlainDate
  readonly letter: string
  readonly by: { readonly id: string; readonly name: string; readonly role: string }
  readonly points: readonly PointAnswer[]
}
export type Promised = {
  readonly id: string
  readonly number: number
  readonly what: string
  readonly who: string
  readonly by: PlainDate
  readonly isMoney: boolean
  readonly kept: (Noted & { readonly evidence: string }) | null
}

/** A complaint with all that happened to it. What its reader may not see is null or empty. */
export type Complaint = {
  readonly id: ComplaintId
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly reference: Reference
  readonly number: number
  readonly madeBy: Maker
  readonly madeByName: string
  readonly how: How
  readonly about: About
  readonly happenedOn: PlainDate
  readonly receivedOn: PlainDate
  readonly lastDay: PlainDate
  readonly acknowledgeBy: PlainDate
  readonly explainBy: PlainDate
  readonly answerBy: PlainDate | null
  readonly words: {
    readonly words: string
    readonly wants: string
    readonly who: string
    readonly lateBecause: string
  } | null
  readonly consent: (Noted & { readonly how: string }) | null
  readonly evidence: readonly (Noted & { readonly note: string; readonly file: Id<'file'> | null })[]
  readonly acknowledged: Noted | null
  readonly concerns: readonly { readonly actor: string; readonly name: string; readonly part: ConcernPart }[]
  readonly hearing: (Noted & { readonly heard: boolean; readonly because: string }) | null
  /** The newest first. */
  readonly plans: readonly Plan[]
  readonly points: readonly { readonly number: number; readonly says: string }[]
  readonly notes: readonly (Noted & { readonly words: string })[]
  readonly delays: readonly (Noted & { readonly because: string; readonly answerBy: PlainDate })[]
  readonly answers: readonly Answer[]
  readonly promises: readonly Promised[]
  /** In the order in which they happened. */
  readonly turnings: readonly (Noted & {
    readonly what: 'withdrawn' | 'reopened'
    readonly because: string
  })[]
  readonly ombudsman: readonly (Noted & {
    readonly what: 'went' | 'decided'
    readonly whom: OmbudsmanName
    readonly says: string
    readonly asks: string
  })[]
}

export const chcSteps = [
  'letter',
  'review-asked',
  'review-answered',
  'panel-asked',
  'panel-answered',
] as const
export type ChcWhat = (typeof chcSteps)[number]
export type ChcStep = Noted & {
  readonly round: number
  readonly what: ChcWhat
  readonly changed: boolean | null
  readonly says: string
}

/** What may be looked at again here; a refused budget is looked at again where it was decided. */
export const againSubjects = ['left-out-of-plan', 'amount-cut', 'sen-direct-payment'] as const
export type AgainSubject = (typeof againSubjects)[number]
export const againOutcomes = ['upheld', 'changed', 'not-looked-at-again'] as const
export type AgainOutcome = (typeof againOutcomes)[number]
export type Again = {
  readonly id: string
  readonly number: number
  readonly subject: AgainSubject
  readonly decidedOn: PlainDate
  readonly decidedBy: string
  readonly words: string
  readonly file: Id<'file'> | null
  readonly must: boolean
  readonly answerBy: PlainDate | null
  readonly askedOn: PlainDate
  readonly askedByName: string
  readonly answer: (Noted & { readonly outcome: AgainOutcome; readonly reasons: string }) | null
}

export const learntFrom = ['answer', 'reconsideration', 'ombudsman'] as const
export type LearntFrom = (typeof learntFrom)[number]
export type Lesson = Noted & {
  readonly id: string
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly reference: Reference
  readonly number: number
  readonly learntFrom: LearntFrom
  readonly complaint: ComplaintId | null
  readonly says: string
  readonly changed: string
  readonly owner: string
  readonly rules: readonly RuleId[]
  readonly pages: readonly string[]
  readonly by: string | null
  readonly published: Noted | null
}
