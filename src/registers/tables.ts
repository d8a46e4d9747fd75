import type { Generated } from 'kysely'
import type { AccessShown } from '../access/public.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import type { OrganisationId, PeopleShown, PersonId } from '../people/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type { RequestsShown } from '../requests/public.ts'
import type * as is from './types.ts'

type Whose = { organisation_id: OrganisationId; person_id: PersonId }
type Of = Whose & { entry_id: is.EntryId }
type Noted = { noted_by: string | null; noted_by_name: string }
type Numbered = Of & Noted & { id: string; number: number }

/** What neighbours may read of this module, by its shown view. */
export type RegistersShown = {
  'registers.entry_shown': Whose & {
    id: is.EntryId
    put_on: PlainDate
    level: string | null
    level_place: number | null
    ended_on: PlainDate | null
    admission_id: string | null
    hospital: string | null
    in_hospital_from: PlainDate | null
    planned_on: PlainDate | null
    last_held: PlainDate | null
    review_asked_on: PlainDate | null
    review_step: 'again' | 'community' | 'inpatient' | 'after-admission'
    review_from: PlainDate
  }
}

type Reviewing = {
  'registers.review': Of & {
    id: string
    number: number
    kind: is.ReviewKind
    asked_on: PlainDate
    asked_by: string | null
    asked_by_name: string
    why: string
  }
  'registers.held': Of &
    Noted & {
      review_id: string
      on_day: PlainDate
      took_part: string
      expert: string | null
      no_expert: string | null
      safe: string
      care: string
      future: string
      hospital: string
    }
  'registers.action': Numbered & { review_id: string; says: string; owner: string; by_day: PlainDate }
  'registers.action_done': Of & Noted & { action_id: string; on_day: PlainDate; says: string }
}

type Hospital = {
  'registers.crisis': Numbered & {
    on_day: PlainDate
    happened: string
    instead: string
    bed: is.Bed
    bed_said_by: string | null
  }
  'registers.admission': Numbered & { hospital: string; kind: is.AdmissionKind; from_on: PlainDate }
  'registers.discharge': Of & Noted & { admission_id: string; on_day: PlainDate; to_where: string }
  'registers.planned_day': Numbered & {
    admission_id: string
    on_day: PlainDate
    because: string
    noted_on: PlainDate
  }
  'registers.before_leaving': Numbered & {
    admission_id: string
    kind: is.BeforeKind
    says: string
    owner: string
    days_before: number
  }
  'registers.there': Of & Noted & { before_id: string; on_day: PlainDate }
}

type Tables = Reviewing &
  Hospital & {
    'registers.levels': {
      id: string
      organisation_id: OrganisationId
      words: unknown
      from_on: PlainDate
      because: string
      set_by: string | null
      set_by_name: string
      set_at: Generated<Moment>
    }
    'registers.not_on': {
      id: string
      organisation_id: OrganisationId
      month: PlainDate
      why: 'no-consent' | 'cannot-decide'
    }
    'registers.entry': Whose & {
      id: is.EntryId
      put_on: PlainDate
      has: is.Has
      reason: string
      put_by: string | null
      put_by_name: string
    }
    'registers.consent': Numbered & {
      given_on: PlainDate
      said_by: is.SaidBy
      name: string
      about: string | null
      asked: string | null
      noted_on: PlainDate
    }
    'registers.consent_body': Of & { consent_id: string; body_id: OrganisationId }
    'registers.ending': Of & Noted & { on_day: PlainDate; why: is.EndWhy; said_by: string; because: string }
    'registers.level_given': Numbered & { says: string; place: number; because: string; on_day: PlainDate }
    'registers.budget': Of & {
      id: string
      number: number
      reference: Reference
      purpose: is.Purpose
      linked_on: PlainDate
      linked_by: string | null
      linked_by_name: string
    }
  }

type All = Tables & RegistersShown & RequestsShown & PeopleShown & AccessShown
export type Ctx = Inside<All>
export const here = (doing: Doing): Ctx => inside<All>(doing)
