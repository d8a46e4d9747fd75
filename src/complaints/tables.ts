import type { AccessShown } from '../access/public.ts'
import type { Id } from '../kernel/brand.ts'
import type { PlainDate } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import type { OrganisationId, PeopleShown, PersonId } from '../people/public.ts'
import type { PlansShown } from '../plans/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type { RequestsShown } from '../requests/public.ts'
import type {
  About,
  AgainOutcome,
  AgainSubject,
  AgreedWay,
  ChcWhat,
  ComplaintId,
  ConcernPart,
  How,
  LearntFrom,
  Maker,
  OmbudsmanName,
  Outcome,
} from './types.ts'

type Whose = { organisation_id: OrganisationId; person_id: PersonId }
type Noted = { on_day: PlainDate; noted_by: string | null; noted_by_name: string }
type Of = Whose & { complaint_id: ComplaintId }

type Row = Whose & {
  id: ComplaintId
  reference: Reference
  number: number
  made_by: Maker
  about: About
  happened_on: PlainDate
  received_on: PlainDate
  last_day: PlainDate
  acknowledge_by: PlainDate
  explain_by: PlainDate
  answer_by: PlainDate | null
}

/** What neighbours may read of this module, by its shown views. */
export type ComplaintsShown = {
  'complaints.complaint_shown': Row & {
    acknowledged_on: PlainDate | null
    heard: boolean | null
    consent_on: PlainDate | null
    handler_id: string | null
    handler_name: string | null
    planned_by: PlainDate | null
    delayed_on: PlainDate | null
    reopened: number
    reopened_on: PlainDate | null
    answered_on: PlainDate | null
    outcome: Outcome | null
    withdrawn_on: PlainDate | null
    ombudsman_on: PlainDate | null
  }
}

type Handling = {
  'complaints.complaint': Row & {
    made_by_name: string
    how: How
    read_back: boolean
    rules: unknown
    written_by: string | null
    written_by_name: string
    on_behalf_of: PersonId | null
  }
  'complaints.words': Of & { words: string; wants: string; who: string; late_because: string }
  'complaints.consent': Of & {
    given_on: PlainDate
    how: string
    noted_by: string | null
    noted_by_name: string
  }
  'complaints.evidence': Of & {
    id: string
    note: string
    file_id: Id<'file'> | null
    added_on: PlainDate
    noted_by: string | null
    noted_by_name: string
  }
  'complaints.acknowledged': Of & Noted & { letter_id: string }
  'complaints.concern': Of & Noted & { actor_id: string; part: ConcernPart; name: string }
  'complaints.hearing': Of & Noted & { heard: boolean; because: string }
  'complaints.plan': Of &
    Noted & {
      id: string
      number: number
      how: string
      handler_id: string
      handler_name: string
      answer_by: PlainDate
      lead: 'nhs' | 'council'
      agreed: AgreedWay
    }
  'complaints.point': Of & { number: number; says: string }
  'complaints.note': Of & Noted & { id: string; words: string }
  'complaints.delay': Of &
    Noted & { id: string; number: number; because: string; answer_by: PlainDate; letter_id: string }
}

type Ending = {
  'complaints.answer': Of & {
    id: string
    number: number
    outcome: Outcome
    on_day: PlainDate
    letter_id: string
    signed_by: string
    signed_by_name: string
    signed_by_role: string
  }
  'complaints.point_answer': Whose & {
    answer_id: string
    number: number
    outcome: Outcome
    reasons: string
    rules: unknown
  }
  'complaints.promise': Of & {
    id: string
    answer_id: string
    number: number
    what: string
    who: string
    by_day: PlainDate
    is_money: boolean
  }
  'complaints.kept': Whose & Noted & { promise_id: string; evidence: string }
  'complaints.turning': Of &
    Noted & { id: string; number: number; what: 'withdrawn' | 'reopened'; because: string }
  'complaints.ombudsman': Of &
    Noted & { what: 'went' | 'decided'; whom: OmbudsmanName; says: string; asks: string }
}

type Beside = {
  'complaints.chc_step': Whose &
    Noted & {
      id: string
      reference: Reference
      round: number
      what: ChcWhat
      changed: boolean | null
      says: string
    }
  'complaints.again': Whose & {
    id: string
    reference: Reference
    number: number
    subject: AgainSubject
    decided_on: PlainDate
    decided_by: string
    words: string
    file_id: Id<'file'> | null
    must: boolean
    answer_by: PlainDate | null
    rules: unknown
    asked_on: PlainDate
    asked_by: string | null
    asked_by_name: string
    on_behalf_of: PersonId | null
  }
  'complaints.again_answer': Whose &
    Noted & { again_id: string; outcome: AgainOutcome; reasons: string; letter_id: string }
  'complaints.lesson': Whose &
    Noted & {
      id: string
      reference: Reference
      number: number
      learnt_from: LearntFrom
      complaint_id: ComplaintId | null
      says: string
      changed: string
      owner: string
      rules: unknown
      pages: unknown
    }
  'complaints.learnt': {
    id: string
    organisation_id: OrganisationId
    says: string
    changed: string
    rules: unknown
    pages: unknown
    on_day: PlainDate
  }
  'complaints.published': Whose & Noted & { lesson_id: string; learnt_id: string }
}

type All = Handling &
  Ending &
  Beside &
  ComplaintsShown &
  PlansShown &
  RequestsShown &
  PeopleShown &
  AccessShown
export type Ctx = Inside<All>
export const here = (doing: Doing): Ctx => inside<All>(doing)
