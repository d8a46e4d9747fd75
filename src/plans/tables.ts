import type { Generated } from 'kysely'
import type { AccessShown } from '../access/public.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { Pence, Thousandths } from '../kernel/money.ts'
import type { LineKey, LineKind, NeedsShown, SumId, Unit } from '../needs/public.ts'
import type { OrganisationId, PeopleShown, PersonId } from '../people/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type { VersionId, Way } from './types.ts'

type Whose = { organisation_id: OrganisationId; person_id: PersonId }
type Version = Whose & {
  id: VersionId; reference: string; number: number; sum_id: SumId; coordinator_id: string | null; coordinator_name: string | null
  first_review_on: PlainDate | null; notice_days: number | null; made_on: PlainDate
}
type Line = Whose & {
  id: string; version_id: VersionId; line_key: LineKey; place: number; reference: string; says: string; outcome: string; kind: LineKind
  unit: Unit | 'part'; units: Thousandths; per: 'week' | 'month' | 'year'; rate: Pence; weekly: Pence; way: Way; payee: string
  payee_words: readonly string[]; employs: boolean
}
type Handing = Whose & { id: string; version_id: VersionId; to_whom: 'family' | 'case-worker' | 'approver'; handed_on: PlainDate }

type Tables = {
  'plans.version': Version & { changed: Generated<number>; made_by: string | null; made_at: Generated<Moment> }
  'plans.words': Whose & {
    version_id: VersionId; about_me: unknown; what_matters: string; outcomes: unknown; risks: unknown; contingency: string
    crisis_contact: string; who_checks: string; safeguards: string; training: string
  }
  'plans.line': Line
  'plans.sign_off': Whose & {
    version_id: VersionId; weekly: Pence; in_force_from: PlainDate; signed_by: string; signed_by_name: string; signed_role: string
    signed_on: PlainDate; because: string | null
  }
  'plans.handing': Handing & { words: string; handed_by: string | null; handed_at: Generated<Moment> }
}

/** What neighbours may read of this module, by its shown views. */
export type PlansShown = {
  'plans.version_shown': Version & {
    signed_off_on: PlainDate | null; signed_off_by: string | null; weekly: Pence | null
    in_force_from: PlainDate | null; in_force_until: PlainDate | null
  }
  'plans.line_shown': Line
  'plans.handing_shown': Handing & { reference: string; handed_at: Moment }
}

type All = Tables & PlansShown & NeedsShown & PeopleShown & AccessShown
export type Ctx = Inside<All>
export const here = (doing: Doing): Ctx => inside<All>(doing)
