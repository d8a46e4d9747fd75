import type { Generated } from 'kysely'
import type { AccessShown } from '../access/public.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { Pence, Thousandths } from '../kernel/money.ts'
import type { LineKey, LineKind, NeedsShown, SumId, Unit } from '../needs/public.ts'
import type { OrganisationId, PeopleShown, PersonId } from '../people/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type { RequestsShown } from '../requests/public.ts'
import type { ToWhom, VersionId, Way } from './types.ts'

type Whose = { organisation_id: OrganisationId; person_id: PersonId }
type OfVersion = Whose & { version_id: VersionId }
type Version = Whose & {
  id: VersionId
  reference: string
  number: number
  sum_id: SumId
  coordinator_id: string | null
  coordinator_name: string | null
  first_review_on: PlainDate | null
  notice_days: number | null
  made_on: PlainDate
}
type Line = OfVersion & {
  id: string
  line_key: LineKey
  place: number
  reference: string
  says: string
  outcome: string
  kind: LineKind
  unit: Unit | 'part'
  units: Thousandths
  per: 'week' | 'month' | 'year'
  rate: Pence
  weekly: Pence
  payee: string
  payee_words: readonly string[]
  employs: boolean
}
type Handing = OfVersion & { id: string; to_whom: ToWhom; handed_on: PlainDate }

type Tables = {
  'plans.version': Version & {
    changed: Generated<number>
    made_by: string | null
    made_at: Generated<Moment>
  }
  'plans.words': OfVersion & {
    about_me: unknown
    what_matters: string
    outcomes: unknown
    risks: unknown
    contingency: string
    crisis_contact: string
    who_checks: string
    safeguards: string
    training: string
  }
  'plans.line': Line & { charge: Pence | null; way: Way | null }
  'plans.sign_off': OfVersion & {
    weekly: Pence
    in_force_from: PlainDate
    signed_by: string
    signed_by_name: string
    signed_role: string
    signed_on: PlainDate
    because: string | null
  }
  'plans.signed_whole': { version_id: VersionId; weekly: Pence; because: string | null }
  'plans.handing': Handing & {
    words: string
    handed_by: string | null
    handed_by_name: string
    handed_at: Generated<Moment>
  }
  'plans.writing': OfVersion & {
    id: string
    what: string
    written_by: string | null
    written_by_name: string
    written_on: PlainDate
    written_at: Generated<Moment>
  }
}

/**
 * What neighbours may read of this module, by its shown views. `line_shown` holds the lines of signed-off
 * versions.
 */
export type PlansShown = {
  'plans.version_shown': Version & {
    signed_off_on: PlainDate | null
    signed_off_by: string | null
    weekly: Pence | null
    in_force_from: PlainDate | null
    in_force_until: PlainDate | null
  }
  'plans.line_shown': Line & { way: Way }
  'plans.handing_shown': Handing & { reference: string; handed_at: Moment }
}

type All = Tables & PlansShown & NeedsShown & RequestsShown & PeopleShown & AccessShown
export type Ctx = Inside<All>
export const here = (doing: Doing): Ctx => inside<All>(doing)
