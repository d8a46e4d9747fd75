import type { Generated } from 'kysely'
import type { AccessShown } from '../access/public.ts'
import type { AgreementsShown } from '../agreements/public.ts'
import type { Id } from '../kernel/brand.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import type { LedgerShown } from '../ledger/public.ts'
import type { NeedsShown } from '../needs/public.ts'
import type { NoticesShown } from '../notices/public.ts'
import type { PaymentsShown } from '../payments/public.ts'
import type { OrganisationId, PeopleShown, PersonId } from '../people/public.ts'
import type { PlansShown } from '../plans/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type { Outcome, Pathway, RequestId, RequestsShown, Way } from '../requests/public.ts'
import type { ReviewsShown } from '../reviews/public.ts'
import type { Facts } from './types.ts'

type Day = PlainDate | null

/**
 * The facts of one case as they are gathered. `decideBy` is not among them: its clock is asked when they
 * are read.
 */
export type FactsRow = {
  reference: Reference
  request_id: RequestId
  organisation_id: OrganisationId
  person_id: PersonId
  pathway: Pathway
  worker_id: Id<'actor'> | null
  outcome: Outcome | null
  ways: Way[]
  received_on: PlainDate
  withdrawn_on: Day
  decided_on: Day
  again_on: Day
  again_by: Day
  assessed_on: Day
  sum_on: Day
  sum_shown_on: Day
  doubt_on: Day
  doubt_by: Day
  plan_on: Day
  plan_to: Facts['planTo']
  plan_since: Day
  signed_off_on: Day
  agreement_on: Day
  person_signed_on: Day
  body_signed_on: Day
  held_from: Day
  held_signed_on: Day
  paid_out: boolean
  account_given_on: Day
  account_approved_on: Day
  first_due_on: Day
  first_paid_on: Day
  reviewed_on: Day
  review_due_on: Day
  audit_due_on: Day
  eligibility_due_on: Day
  notice_on: Day
  ends_on: Day
  closed_on: Day
  died_on: Day
}

type Tables = {
  'cases.facts': FactsRow
  'cases.saved_filter': {
    id: string
    actor_id: string
    name: string
    query: string
    made_at: Generated<Moment>
  }
}

/** What neighbours may read of this module, by its shown view. */
export type CasesShown = { 'cases.facts_shown': FactsRow }

type All = Tables &
  CasesShown &
  ReviewsShown &
  PaymentsShown &
  AgreementsShown &
  PlansShown &
  NeedsShown &
  RequestsShown &
  LedgerShown &
  NoticesShown &
  PeopleShown &
  AccessShown
export type Ctx = Inside<All>
export const here = (doing: Doing): Ctx => inside<All>(doing)

/** The column of a fact: `againOn` stands in `again_on`. */
export const columnOf = (fact: string): string => fact.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** A row as the rules take it. `decideBy` comes from the request's clock. */
export function factsFrom(row: FactsRow, decideBy: PlainDate | null): Facts {
  const named = Object.entries(row).map(([column, value]) => [
    column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ])
  return { ...Object.fromEntries(named), decideBy } as Facts
}
