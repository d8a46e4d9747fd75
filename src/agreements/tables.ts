import type { AccessShown } from '../access/public.ts'
import type { PlainDate } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import type { Pence } from '../kernel/money.ts'
import type { LedgerShown } from '../ledger/public.ts'
import type { NeedsShown } from '../needs/public.ts'
import type { OrganisationId, PeopleShown, PersonId } from '../people/public.ts'
import type { PlansShown, VersionId } from '../plans/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type { RequestsShown } from '../requests/public.ts'
import type { AccountId, AccountOwner, AgreementId, AsWho, FactKind, HolderKind, How } from './types.ts'

type Whose = { organisation_id: OrganisationId; person_id: PersonId }
type Account = Whose & {
  id: AccountId
  reference: Reference
  ending: string
  name_on_account: string
  whose: AccountOwner
  sole_purpose: boolean
  auditable: boolean
  others_use_it: boolean
  one_off: boolean
  checked: 'passes' | 'could-not-be-checked'
  given_by: string | null
  given_on: PlainDate
}
type Agreement = Whose & {
  id: AgreementId
  reference: Reference
  number: number
  plan_version_id: VersionId
  holder_kind: HolderKind
  holder_person_id: PersonId | null
  holder_organisation_id: OrganisationId | null
  holder_name: string
  third_party_id: OrganisationId | null
  third_party_name: string
  own_consent: boolean
  one_off_items: number | null
  weekly_direct: Pence
  weekly_third_party: Pence
  weekly_notional: Pence
  from_on: PlainDate
  notice_days: number
  employs: boolean
  made_on: PlainDate
}
type Ending = Whose & {
  reference: Reference
  ends_on: PlainDate
  ground: string
  because: string
  notice_on: PlainDate
  decided_on: PlainDate
}

type Tables = {
  'agreements.account': Account & { details: Uint8Array }
  'agreements.account_decision': Whose & {
    id: string
    account_id: AccountId
    decided: 'approved' | 'refused' | 'closed'
    because: string | null
    decided_by: string | null
    decided_on: PlainDate
  }
  'agreements.agreement': Agreement & {
    relationship_id: string | null
    exclusions_asked_on: PlainDate | null
    ways: unknown
    family: unknown
    conditions: unknown
    made_by: string | null
  }
  'agreements.fact': Whose & {
    id: string
    agreement_id: AgreementId
    what: FactKind
    on_day: PlainDate
    until_on: PlainDate | null
    by_name: string
    as_who: AsWho
    how: How
    by_actor: string | null
    words: string | null
    noted_on: PlainDate
  }
  'agreements.ending': Ending & { id: string; decided_by: string | null }
}

/** What neighbours may read of this module, by its shown views. */
export type AgreementsShown = {
  'agreements.agreement_shown': Agreement & {
    signed_by_person_on: PlainDate | null
    signed_by_body_on: PlainDate | null
    consent_on: PlainDate | null
    consent_withdrawn_on: PlainDate | null
    nominee_agreed_on: PlainDate | null
    body_agreed_on: PlainDate | null
    nominee_withdrawn_on: PlainDate | null
    insurance_from: PlainDate | null
    ends_on: PlainDate | null
    end_ground: string | null
    replaced_after: PlainDate | null
  }
  'agreements.account_shown': Account & {
    managed: boolean
    approved_on: PlainDate | null
    closed_on: PlainDate | null
  }
  'agreements.ending_shown': Ending
}

type All = Tables &
  AgreementsShown &
  LedgerShown &
  RequestsShown &
  PlansShown &
  NeedsShown &
  PeopleShown &
  AccessShown
export type Ctx = Inside<All>
export const here = (doing: Doing): Ctx => inside<All>(doing)
