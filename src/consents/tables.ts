import type { AccessShown } from '../access/public.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { OrganisationId, PeopleShown, PersonId } from '../people/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type { Deciding, Relation } from '../rights/public.ts'
import type {
  Age,
  EvidenceId,
  FindingId,
  LocalLineId,
  PermissionId,
  Purpose,
  ShareAnswer,
  SharingId,
} from './types.ts'

type Whose = { organisation_id: OrganisationId; person_id: PersonId }
type Noted = { noted_on: PlainDate; noted_by: string | null; noted_by_name: string }
type SetBy = { set_on: PlainDate; set_by: string | null; set_by_name: string }

type Finding = Whose & {
  id: FindingId
  number: number
  decision: Deciding
  found: 'has' | 'has-not'
  on_day: PlainDate
  review_on: PlainDate | null
}
type Sharing = Whose & {
  id: SharingId
  number: number
  purpose: Purpose
  body_id: OrganisationId | null
  body_name: string
  answer: ShareAnswer
  from_on: PlainDate
  until_on: PlainDate | null
  by_name: string
  as_who: AsWho
}
export type AsWho = 'the-person' | 'parent' | 'representative'
type Permission = Whose & {
  id: PermissionId
  name: string
  relation: Relation
  same_household: boolean
  paid_for: 'care' | 'help-with-managing'
  because: string
  from_on: PlainDate
  until_on: PlainDate | null
  rules: readonly string[]
  permitted_on: PlainDate
  permitted_by_name: string
}
type LocalLine = {
  id: LocalLineId
  organisation_id: OrganisationId
  says: string
  words: readonly string[]
  from_on: PlainDate
  because: string
}

/** What neighbours may read of this module, by its shown views. */
export type ConsentsShown = {
  'consents.finding_shown': Finding & { decided_on: PlainDate | null }
  'consents.sharing_shown': Sharing & { noted_on: PlainDate }
  'consents.permission_shown': Permission & { ended_because: string | null }
  'consents.local_line_shown': LocalLine & {
    until_on: PlainDate | null
    ended_because: string | null
    set_on: PlainDate
    set_by_name: string
  }
}

type Tables = {
  'consents.finding': Finding & Noted & { assessor: string; because: string; help_tried: string }
  'consents.best_interests': Whose &
    Noted & { finding_id: FindingId; on_day: PlainDate; asked: string; decided: string }
  'consents.evidence': Whose &
    Noted & {
      id: EvidenceId
      relationship_id: string
      registered: string
      scope: string
      seen_on: PlainDate
      seen_by: string
      file_id: string | null
    }
  'consents.sharing': Sharing & Noted & { noted_at: Moment; on_behalf_of: PersonId | null }
  'consents.told': Whose & {
    age: Age
    addressee: string
    kind: 'the-person' | 'parent' | 'case-worker'
    name: string
    birthday: PlainDate
    told_on: PlainDate
    notice_id: string | null
  }
  'consents.permission': Permission & { permitted_by: string | null }
  'consents.permission_end': Whose &
    Noted & { permission_id: PermissionId; last_on: PlainDate; because: string }
  'consents.local_line': LocalLine & SetBy
  'consents.local_line_end': SetBy & {
    line_id: LocalLineId
    organisation_id: OrganisationId
    last_on: PlainDate
    because: string
  }
}

type All = Tables & ConsentsShown & PeopleShown & AccessShown
export type Ctx = Inside<All>
export const here = (doing: Doing): Ctx => inside<All>(doing)
