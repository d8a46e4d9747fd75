import type { Id } from '../kernel/brand.ts'
import type { PlainDate } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import type { Pence } from '../kernel/money.ts'
import type { OrganisationId, PersonId } from '../people/public.ts'

export type RequestId = Id<'request'>
export type PartId = Id<'part'>
export type DecisionId = Id<'decision'>

/** Which care somebody gets, by its pathway’s id; `not-sure` until staff confirm it with the decision. */
export type Pathway = string

export const ways = ['notional', 'third-party', 'direct-payment'] as const
export type Way = (typeof ways)[number]

export const outcomes = ['granted', 'partly-granted', 'refused'] as const
export type Outcome = (typeof outcomes)[number]

export type ReachedBy = 'online' | 'telephone' | 'letter' | 'referral' | 'offer'

/**
 * A case as every later module knows it. `pathway` is the one confirmed with the decision, once there is
 * one.
 */
export type Case = {
  readonly request: RequestId
  readonly reference: Reference
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly personName: string
  readonly pathway: Pathway
  readonly askedOn: PlainDate
  readonly receivedOn: PlainDate
  readonly decidedOn: PlainDate | null
  readonly outcome: Outcome | null
  readonly withdrawnOn: PlainDate | null
  readonly caseWorker: { readonly id: Id<'actor'>; readonly name: string } | null
}

/** A part of a request, with what was decided of it last. */
export type Part = {
  readonly id: PartId
  readonly place: number
  readonly says: string
  readonly askedWay: Way | null
  readonly weekly: Pence | null
  readonly granted: boolean | null
  readonly decidedWay: Way | null
  readonly reason: string | null
}
