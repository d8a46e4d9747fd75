import type { Generated } from 'kysely'
import type { AccessShown } from '../access/public.ts'
import type { AgreementsShown } from '../agreements/public.ts'
import type { BankShown } from '../bank/public.ts'
import type { Id } from '../kernel/brand.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { Pence } from '../kernel/money.ts'
import type { PaymentsShown } from '../payments/public.ts'
import type { OrganisationId, PeopleShown, PersonId } from '../people/public.ts'
import type { PlansShown } from '../plans/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type { RecoveriesShown } from '../recoveries/public.ts'
import type { RequestsShown } from '../requests/public.ts'
import type { SettleItem } from './rules/settle-items.ts'
import type { SettleFact } from './rules/settling.ts'
import type { Follows, Lane, ReviewId } from './types.ts'

type Case = { organisation_id: OrganisationId; person_id: PersonId; reference: string }
type Booking = Case & { id: string; lane: Lane; on_day: PlainDate; booked_on: PlainDate }
type Review = Case & {
  id: ReviewId
  lane: Lane
  held_on: PlainDate
  held_by_name: string
  asked_by: 'schedule' | 'person' | 'event'
  follows: Follows
  change_from: PlainDate | null
}

type Tables = {
  'reviews.booking': Booking & {
    place: string
    because: string | null
    booked_by: string | null
    booked_at: Generated<Moment>
  }
  'reviews.review': Review & { held_by: string | null; noted_on: PlainDate; noted_at: Generated<Moment> }
  'reviews.finding': Omit<Case, 'reference'> & {
    review_id: ReviewId
    tests: unknown
    words: string
    their_words: string
  }
  'reviews.event': Case & {
    id: string
    on_day: PlainDate
    kind: 'health-change' | 'cost-change' | 'other'
    significant: boolean
    cost_weekly: Pence | null
    words: string
    must: readonly string[]
    noted_by: string | null
    noted_on: PlainDate
  }
  'reviews.settling': Case & {
    id: string
    item: SettleItem
    what: SettleFact['what']
    who: string
    by_day: PlainDate | null
    owed: Pence
    words: string
    keep_until: PlainDate | null
    file_id: Id<'file'> | null
    noted_by: string | null
    noted_by_name: string
    noted_by_role: string
    noted_on: PlainDate
    noted_at: Generated<Moment>
  }
  'reviews.closing': Case & { points: unknown; closed_by: string | null; closed_on: PlainDate }
}

/** What neighbours may read of this module, by its shown views. */
export type ReviewsShown = {
  'reviews.review_shown': Review & { noted_at: Moment }
  'reviews.booking_shown': Booking & { booked_at: Moment }
  'reviews.closing_shown': Case & { closed_on: PlainDate }
}

type All = Tables &
  ReviewsShown &
  RecoveriesShown &
  BankShown &
  PaymentsShown &
  AgreementsShown &
  PlansShown &
  RequestsShown &
  PeopleShown &
  AccessShown
export type Ctx = Inside<All>
export const here = (doing: Doing): Ctx => inside<All>(doing)
