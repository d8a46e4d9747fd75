import type { AccessShown } from '../access/public.ts'
import type { Id } from '../kernel/brand.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import type { Pence } from '../kernel/money.ts'
import type { EntryId } from '../ledger/public.ts'
import type { OrganisationId, PeopleShown, PersonId } from '../people/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type { RequestsShown } from '../requests/public.ts'
import type { MaternityAudience, MaternityStage } from '../rights/public.ts'
import type { ChoiceId, Ending, How, MaternityOfferId, Said } from './types.ts'

type Whose = { organisation_id: OrganisationId; person_id: PersonId }
type Of = Whose & { offer_id: MaternityOfferId }
type Noted = { noted_by: string | null; noted_by_name: string }
type Set = { set_at: Moment; set_by: string | null; set_by_name: string }
type Stages = Readonly<Partial<Record<MaternityStage, string>>>

/** What neighbours may read of this module, by its shown views. */
export type MaternityShown = {
  'maternity.offer_shown': Whose & {
    id: MaternityOfferId
    reference: Reference
    offered_on: PlainDate
    due_on: PlainDate
    said: Said | null
    answered_on: PlainDate | null
    ended: Ending | null
    ended_on: PlainDate | null
    stages_given: bigint
    complete_on: PlainDate | null
    unconfirmed_since: PlainDate | null
    chosen: Stages | null
    given: Stages | null
  }
}

type OfABody = {
  'maternity.area': Noted & {
    id: string
    organisation_id: OrganisationId
    name: string
    pioneer: boolean
    from_on: PlainDate
    until_on: PlainDate | null
  }
  'maternity.area_body': {
    area_id: string
    organisation_id: OrganisationId
    from_on: PlainDate
    until_on: PlainDate | null
  }
  'maternity.offering': Set & {
    id: string
    organisation_id: OrganisationId
    from_on: PlainDate
    audience: MaternityAudience
    words: string
    because: string
  }
  'maternity.price': Set & {
    id: string
    organisation_id: OrganisationId
    stage: MaternityStage
    from_on: PlainDate
    amount: Pence
    because: string
  }
  'maternity.contract': Set & {
    id: string
    organisation_id: OrganisationId
    key: string
    provider: string
    stage: MaternityStage
    from_on: PlainDate
    until_on: PlainDate | null
    place: string
    offers: string
    beds: string
    distance: string
    said: string
    said_source: string
    open_questions: string
  }
}

type OfAWoman = {
  'maternity.offer': Whose &
    Noted & {
      id: MaternityOfferId
      reference: Reference
      offered_on: PlainDate
      due_on: PlainDate
      fits: string
      counted_as: string
    }
  'maternity.answer': Of & {
    id: Id<'maternity answer'>
    number: number
    said: Said
    words: string
    antenatal: Pence | null
    intrapartum: Pence | null
    postnatal: Pence | null
    on_day: PlainDate
    said_by: string | null
    said_by_name: string
    on_behalf_of: PersonId | null
  }
  'maternity.choice': Of & {
    id: ChoiceId
    number: number
    stage: MaternityStage
    key: string
    provider: string
    price: Pence
    because: string
    chosen_on: PlainDate
    chosen_by: string | null
    chosen_by_name: string
    on_behalf_of: PersonId | null
  }
  'maternity.confirmed': Of & Noted & { choice_id: ChoiceId; on_day: PlainDate; entry_id: EntryId }
  'maternity.care': Of &
    Noted & {
      stage: MaternityStage
      key: string
      provider: string
      price: Pence
      how: How
      words: string
      on_day: PlainDate
    }
  'maternity.extra': Of &
    Noted & {
      id: string
      says: string
      amount: Pence
      noted_on: PlainDate
      on_behalf_of: PersonId | null
    }
  'maternity.ending': Of & Noted & { what: Ending; on_day: PlainDate; words: string; to_body: string }
}

type All = OfABody & OfAWoman & MaternityShown & RequestsShown & PeopleShown & AccessShown
export type Ctx = Inside<All>
export const here = (doing: Doing): Ctx => inside<All>(doing)
