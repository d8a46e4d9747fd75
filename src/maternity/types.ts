import type { Id } from '../kernel/brand.ts'
import type { PlainDate } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import type { Pence } from '../kernel/money.ts'
import type { EntryId } from '../ledger/public.ts'
import type { OrganisationId, PersonId } from '../people/public.ts'
import type { MaternityAudience, MaternityStage, StagePrices } from '../rights/public.ts'

export type MaternityOfferId = Id<'maternity offer'>
export type ChoiceId = Id<'maternity choice'>

export const answers = ['accepted', 'declined'] as const
export type Said = (typeof answers)[number]

/** How a budget ends before all three stages are over. */
export const endings = ['pregnancy-ended', 'moved-away', 'not-wanted'] as const
export type Ending = (typeof endings)[number]

/** Was the care given where she chose, or where it had to be given? */
export const hows = ['as-chosen', 'emergency'] as const
export type How = (typeof hows)[number]

export type Answer = {
  readonly number: number
  readonly said: Said
  readonly words: string
  readonly prices: StagePrices | null
  readonly on: PlainDate
  readonly byName: string
}
export type Choice = {
  readonly id: ChoiceId
  readonly number: number
  readonly stage: MaternityStage
  readonly key: string
  readonly provider: string
  readonly price: Pence
  readonly because: string
  readonly chosenOn: PlainDate
  readonly byName: string
  readonly confirmed: { readonly on: PlainDate; readonly entry: EntryId; readonly byName: string } | null
}
export type Care = {
  readonly stage: MaternityStage
  readonly key: string
  readonly provider: string
  readonly price: Pence
  readonly how: How
  readonly words: string
  readonly on: PlainDate
}
export type Extra = {
  readonly id: string
  readonly says: string
  readonly amount: Pence
  readonly notedOn: PlainDate
}

/** A budget from its offer on, with all that came of it. */
export type Budget = {
  readonly id: MaternityOfferId
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly reference: Reference
  readonly offeredOn: PlainDate
  readonly dueOn: PlainDate
  /** Why she is one of those to whom it is offered, in words. */
  readonly fits: string
  /** The offer as `requests` counts it. */
  readonly countedAs: string
  readonly offeredByName: string
  readonly answers: readonly Answer[]
  /** The newest first. */
  readonly choices: readonly Choice[]
  readonly care: readonly Care[]
  readonly extras: readonly Extra[]
  readonly ending: {
    readonly what: Ending
    readonly on: PlainDate
    readonly words: string
    readonly toBody: string
  } | null
}

/** A provider with a contract for a stage, and what is told of it. An empty text is something not known. */
export type Place = {
  readonly key: string
  readonly provider: string
  readonly stage: MaternityStage
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly place: string
  readonly offers: string
  readonly beds: string
  readonly distance: string
  readonly said: string
  readonly saidSource: string
  readonly openQuestions: string
}

export type Offering = {
  readonly audience: MaternityAudience
  readonly words: string
  readonly because: string
  readonly from: PlainDate
}
