import type { Generated } from 'kysely'
import type { AccessShown } from '../access/public.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type { LegalBasis, OrganisationId, PersonId, RelationshipKind } from './types.ts'

type Organisation = {
  id: OrganisationId
  code: string
  kind: 'region' | 'icb' | 'ccg' | 'council' | 'provider' | 'payroll' | 'supplier' | 'charity'
  name: string
  from_on: PlainDate | null
  until_on: PlainDate | null
  within_code: string | null
  invented: boolean
  details: unknown
}
type Setting = {
  id: string
  organisation_id: OrganisationId
  name: string
  value: string
  from_on: PlainDate
  until_on: PlainDate | null
  because: string
  set_by: string | null
  set_at: Generated<Moment>
}
type Person = {
  id: PersonId
  organisation_id: OrganisationId
  full_name: string
  preferred_name: string | null
  nhs_number: string | null
  born_on: PlainDate | null
  died_on: PlainDate | null
}
type Relationship = {
  id: string
  organisation_id: OrganisationId
  person_id: PersonId
  other_person_id: PersonId | null
  other_organisation_id: OrganisationId | null
  other_name: string
  kind: RelationshipKind
  basis: LegalBasis | null
  from_on: PlainDate
  until_on: PlainDate | null
  named_on: PlainDate | null
  agreed_on: PlainDate | null
  body_agreed_on: PlainDate | null
  withdrawn_on: PlainDate | null
  may: unknown
  revoked_at: Moment | null
}
type Succession = { from_code: string; to_code: string; on_day: PlainDate; kind: string; confidence: string }

/** What neighbours may read of this module, by its shown views. */
export type PeopleShown = {
  'people.organisation_shown': Organisation
  'people.succession_shown': Succession
  'people.setting_shown': Omit<Setting, 'set_at'> & { set_at: Moment }
  'people.person_shown': Person
  'people.relationship_shown': Relationship
}

type Tables = {
  'people.organisation': Organisation
  'people.succession': Succession
  'people.setting': Setting
  'people.person': Person & {
    contact: Uint8Array | null
    communication: unknown
    made_by: string | null
    made_at: Generated<Moment>
  }
  'people.invitation': {
    word_hash: string
    organisation_id: OrganisationId
    person_id: PersonId
    helper_id: PersonId
    made_by: string | null
    made_at: Generated<Moment>
    until_on: PlainDate
    used_at: Moment | null
  }
  'people.relationship': Relationship & { made_by: string | null; made_at: Generated<Moment> }
}

export type Ctx = Inside<Tables & PeopleShown & AccessShown>
export const here = (doing: Doing): Ctx => inside<Tables & PeopleShown & AccessShown>(doing)
