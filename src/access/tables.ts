import type { Generated } from 'kysely'
import type { Moment, PlainDate } from '../kernel/days.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'

export type SightSort = 'all' | 'money' | 'plan' | 'name'

type Tables = {
  'access.actor': {
    id: string
    user_id: string | null
    name: string
    email: string | null
    person_id: string | null
    made_at: Generated<Moment>
    ended_at: Moment | null
  }
  'access.role': {
    id: string
    actor_id: string
    role: string
    organisation_id: string
    from_on: PlainDate
    until_on: PlainDate | null
    given_by: string | null
    given_at: Generated<Moment>
  }
  'access.covers': { organisation_id: string; covered_id: string; from_on: PlainDate }
  'access.grant': {
    id: string
    person_id: string
    actor_id: string | null
    to_person_id: string | null
    to_organisation_id: string | null
    to_role: string | null
    sees: SightSort
    may: readonly string[]
    because: string
    subject_id: string | null
    from_on: PlainDate
    until_on: PlainDate | null
    given_by: string | null
    given_at: Generated<Moment>
    ended_at: Moment | null
    ended_by: string | null
  }
  'access.happening': HappeningRow
  'access.seal': {
    position: bigint
    happening_id: string
    link: string
    digest: string
    sealed_at: Generated<Moment>
  }
  'access.chain': { position: bigint; happening_id: string; link: string; digest: string; sealed_at: Moment }
  'access.chain_waiting': { waiting: bigint }
  'access.approval_limit': {
    id: string
    organisation_id: string
    role: string
    weekly: bigint | null
    from_on: PlainDate
    until_on: PlainDate | null
    source: string
    given_by: string | null
    given_at: Generated<Moment>
  }
  'access.moved': MovedRow & { moved_by: string | null }
  'access.unsealed': { happening_id: string; noted_at: Generated<Moment> }
}

export type HappeningRow = {
  id: string
  at: Generated<Moment>
  on_day: PlainDate
  kind: 'change' | 'look' | 'refused'
  what: string
  actor_id: string | null
  actor_name: string
  actor_role: string
  on_behalf_of: string | null
  organisation_id: string | null
  person_id: string | null
  subject_id: string | null
  purpose: string | null
  because: string | null
  details: unknown
}

type MovedRow = {
  number: Generated<bigint>
  person_id: string
  from_id: string
  to_id: string
  on_day: PlainDate
  because: string
  moved_by_name: string
  moved_on: PlainDate
  moved_at: Moment
}

/** What neighbours may read of this module, by its shown views. */
export type AccessShown = {
  'access.actor_shown': { id: string; name: string; person_id: string | null; ended_at: Moment | null }
  'access.role_shown': {
    id: string
    actor_id: string
    role: string
    organisation_id: string
    from_on: PlainDate
    until_on: PlainDate | null
  }
  'access.grant_shown': Omit<Tables['access.grant'], 'given_by' | 'ended_by' | 'given_at'> & {
    given_at: Moment
  }
  'access.happening_shown': Omit<HappeningRow, 'at'> & { at: Moment }
  'access.moved_shown': MovedRow
}

export type Ctx = Inside<Tables & AccessShown>
export const here = (doing: Doing): Ctx => inside<Tables & AccessShown>(doing)
