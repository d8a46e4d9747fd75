import type { Generated } from 'kysely'
import type { AccessShown } from '../access/public.ts'
import type { Id } from '../kernel/brand.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import type { Pence } from '../kernel/money.ts'
import type { NoticesShown } from '../notices/public.ts'
import type { OrganisationId, PeopleShown, PersonId } from '../people/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type { DecisionId, Outcome, PartId, Pathway, ReachedBy, RequestId, Way } from './types.ts'

type Of = { organisation_id: OrganisationId; person_id: PersonId }
type OfRequest = Of & { request_id: RequestId }

type Request = Of & {
  id: RequestId
  reference: Reference
  pathway: Pathway
  asked_on: PlainDate
  received_on: PlainDate
  reached_by: ReachedBy
}
type Part = OfRequest & {
  id: PartId
  place: number
  says: string
  asked_way: Way | null
  weekly: Pence | null
}

/** What neighbours may read of this module, by its shown views. */
export type RequestsShown = {
  'requests.request_shown': Request & {
    decided_on: PlainDate | null
    outcome: Outcome | null
    case_worker_id: Id<'actor'> | null
    withdrawn_on: PlainDate | null
  }
  'requests.again_shown': OfRequest & {
    id: string
    asked_on: PlainDate
    answer_by: PlainDate | null
    answered_on: PlainDate | null
  }
  'requests.asked_fact_shown': OfRequest & { fact: string | null }
  'requests.part_shown': Part & { granted: boolean | null; decided_way: Way | null; reason: string | null }
}

type Decisions = {
  'requests.decision': OfRequest & {
    id: DecisionId
    number: number
    pathway: Pathway
    outcome: Outcome
    decided_on: PlainDate
    from_on: PlainDate
    replaces_id: DecisionId | null
    decided_by: string | null
    decided_by_name: string
    decided_by_role: string
    decided_at: Generated<Moment>
  }
  'requests.grounds': Of & { decision_id: DecisionId; summary: string; rules: string; facts: string }
  'requests.part_decision': Of & {
    decision_id: DecisionId
    part_id: PartId
    granted: boolean
    decided_way: Way | null
    weekly: Pence | null
    reason: string | null
  }
  'requests.reconsideration': OfRequest & {
    id: string
    decision_id: DecisionId
    asked_on: PlainDate
    asked_by: string | null
    asked_by_name: string
    words: string
    file_id: Id<'file'> | null
    must: boolean
    answer_by: PlainDate | null
    rules: string
    asked_at: Generated<Moment>
  }
  'requests.answer': Of & {
    reconsideration_id: string
    outcome: 'upheld' | 'changed' | 'not-looked-at-again'
    answered_on: PlainDate
    reasons: string
    decision_id: DecisionId | null
    answered_by: string | null
    answered_by_name: string
    answered_by_role: string
  }
}

type Tables = Decisions & {
  'requests.draft': {
    actor_id: string
    kind: 'own' | 'referral'
    answers: string
    started_at: Generated<Moment>
    changed_at: Moment
  }
  'requests.request': Request & {
    asked_by: string | null
    asked_by_name: string
    asked_by_relation: string
    made_by: string | null
    made_at: Generated<Moment>
  }
  'requests.words': OfRequest & { words: string; said: string; right_told: string | null }
  'requests.part': Part
  'requests.allocation': OfRequest & {
    id: string
    worker_id: Id<'actor'> | null
    from_on: PlainDate
    given_by: string | null
    given_at: Generated<Moment>
  }
  'requests.evidence': OfRequest & {
    id: string
    kind: string
    dated_on: PlainDate
    note: string
    file_id: Id<'file'> | null
    added_by: string | null
    added_by_name: string
    added_at: Generated<Moment>
  }
  'requests.withdrawal': OfRequest & {
    withdrawn_on: PlainDate
    because: string
    by_actor: string | null
    by_name: string
  }
  'requests.offer': Of & {
    id: string
    pathway: Pathway
    made_on: PlainDate
    how: string
    made_by: string | null
    made_by_name: string
  }
  'requests.offer_answer': Of & {
    offer_id: string
    said: 'accepted' | 'declined'
    answered_on: PlainDate
    reason: string | null
    noted_by: string | null
  }
}

type All = Tables & RequestsShown & NoticesShown & AccessShown & PeopleShown
export type Ctx = Inside<All>
export const here = (doing: Doing): Ctx => inside<All>(doing)
