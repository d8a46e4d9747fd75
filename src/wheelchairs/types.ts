import type { Id } from '../kernel/brand.ts'
import type { PlainDate } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import type { Pence } from '../kernel/money.ts'
import type { OrganisationId, PersonId } from '../people/public.ts'
import type { ChairTerms, ChairWay, WheelchairStanding } from '../rights/public.ts'

export type RoundId = Id<'wheelchair round'>

/** How much somebody needs of a chair, as the national collection (DCB2097) names it. */
export const needs = ['low', 'medium', 'high', 'specialist'] as const
export type Need = (typeof needs)[number]

/** What a quote is for: features added to the chair of the NHS, or another chair. */
export const quoteKinds = ['features', 'chair'] as const
export type QuoteKind = (typeof quoteKinds)[number]

export const givers = ['person', 'charity', 'access-to-work', 'council', 'education'] as const
export type Giver = (typeof givers)[number]

/** Which part of a chair was repaired: the basic one, or what was added to it. */
export const repairParts = ['basic', 'added'] as const
export type RepairPart = (typeof repairParts)[number]

/** How an invoice is paid: by a run to the supplier or the person, or the service buys the chair itself. */
export type InvoiceHow = 'run' | 'bought' | 'to-person'

export const changes = ['clinical-need-changed', 'condition-of-chair'] as const
export type Change = (typeof changes)[number]

export type Quote = {
  readonly id: string
  readonly number: number
  readonly kind: QuoteKind
  readonly supplier: string
  readonly says: string
  readonly net: Pence
  readonly vat: Pence
  readonly total: Pence
  readonly validUntil: PlainDate
  readonly notedOn: PlainDate
}
export type Choice = {
  readonly id: string
  readonly way: ChairWay
  readonly quote: Quote | null
  readonly because: string
  readonly chosenOn: PlainDate
}
export type Contribution = {
  readonly id: string
  readonly number: number
  readonly giver: Giver
  readonly who: string
  readonly amount: Pence
  readonly promisedOn: PlainDate
  readonly receivedOn: PlainDate | null
  /** The day it was given back, since the chair never came. */
  readonly givenBackOn: PlainDate | null
}
export type Agreed = Pick<ChairTerms, 'nhsPays' | 'personPays' | 'repairMoney' | 'owner' | 'repairs'> & {
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate
  readonly rules: readonly string[]
  readonly byName: string
}
export type Repair = {
  readonly id: string
  readonly number: number
  readonly words: string
  readonly askedOn: PlainDate
  readonly askedByName: string
  readonly done: {
    readonly on: PlainDate
    readonly says: string
    readonly cost: Pence
    readonly nhsPays: Pence
  } | null
}
/** What the supplier billed for the chair, who carries which part, and how it is paid. */
export type Invoice = {
  readonly supplier: string
  readonly theirs: string
  readonly datedOn: PlainDate
  readonly total: Pence
  readonly nhsPays: Pence
  /** What others gave and the NHS passes on; what is left the person pays the supplier. */
  readonly passedOn: Pence
  readonly how: InvoiceHow
  /** The day a run paid it; null while none has, and where none does. */
  readonly leftOn: PlainDate | null
}
export type Ending = {
  readonly what: 'closed' | 'handed-back' | 'given-up'
  readonly on: PlainDate
  readonly because: string
}

/** One look at what somebody needs, with all that came of it. */
export type Round = {
  readonly id: RoundId
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly reference: Reference
  readonly number: number
  readonly referredOn: PlainDate
  readonly assessedOn: PlainDate
  readonly assessor: string
  readonly standing: WheelchairStanding
  readonly need: Need
  readonly chair: string
  /** What the chair that meets the need would cost the NHS, or what an old voucher is worth. */
  readonly value: Pence
  readonly repairYearly: Pence
  readonly voucher: { readonly value: Pence; readonly until: PlainDate } | null
  readonly writtenBy: string | null
  readonly writtenByName: string
  readonly quotes: readonly Quote[]
  readonly choice: Choice | null
  readonly contributions: readonly Contribution[]
  readonly agreed: Agreed | null
  readonly invoice: Invoice | null
  readonly handedOver: {
    readonly on: PlainDate
    readonly serial: string
    readonly gs1: string | null
  } | null
  readonly repairs: readonly Repair[]
  /** What of the repair money went back to the fund, and when. */
  readonly unspent: { readonly amount: Pence; readonly on: PlainDate } | null
  readonly newLook: {
    readonly why: Change
    readonly words: string
    readonly askedOn: PlainDate
  } | null
  readonly endings: readonly Ending[]
}
