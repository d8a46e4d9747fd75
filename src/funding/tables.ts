import type { Generated, GeneratedAlways } from 'kysely'
import type { AccessShown } from '../access/public.ts'
import type { AgreementsShown } from '../agreements/public.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { Pence } from '../kernel/money.ts'
import type { LedgerShown } from '../ledger/public.ts'
import type { LineKey, NeedsShown, Strand } from '../needs/public.ts'
import type { PaymentsShown } from '../payments/public.ts'
import type { OrganisationId, PeopleShown, PersonId } from '../people/public.ts'
import type { PlansShown } from '../plans/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type { RequestsShown } from '../requests/public.ts'
import type { JoiningWay } from './rules/joining.ts'
import type { ChangeKind, ChargeId, CorrectionId, DisputeId, Recharged, StatementId } from './types.ts'

type Whose = { organisation_id: OrganisationId; person_id: PersonId; body_id: OrganisationId }
type Days = { from_on: PlainDate; until_on: PlainDate }

type Tables = {
  'funding.statement': Days & {
    id: StatementId
    number: number
    organisation_id: OrganisationId
    person_id: PersonId | null
    body_id: OrganisationId
    made_on: PlainDate
    made_by: string | null
    made_by_name: string
  }
  'funding.charge': Whose &
    Days & {
      id: ChargeId
      statement_id: StatementId
      reference: string
      line_key: LineKey
      says: string
      strand: Recharged
      pence: Pence
      dispute_id: DisputeId | null
      change_id: string | null
      correction_id: CorrectionId | null
    }
  'funding.charge_replaced': Whose & { charge_id: ChargeId; correction_id: CorrectionId }
  'funding.correction': Whose & {
    id: CorrectionId
    statement_id: StatementId
    reference: string
    counts_on: 'original-day' | 'correction-day'
    before_pence: Pence
    after_pence: Pence
    because: string
    made_on: PlainDate
    made_by: string | null
    made_by_name: string
  }
  'funding.change': Omit<Whose, 'body_id'> &
    Days & {
      id: string
      reference: string
      kind: ChangeKind
      line_key: LineKey
      says: string
      before_weekly: Pence
      after_weekly: Pence
      arrears: Pence
      obligation_id: string
      because: string
      made_on: PlainDate
      made_by: string | null
      made_by_name: string
    }
  'funding.change_share': Whose & { change_id: string; strand: Strand; pence: Pence }
  'funding.dispute': Whose &
    Days & {
      id: DisputeId
      reference: string
      line_key: LineKey
      says: string
      strand: Recharged
      interim_id: OrganisationId
      because: string
      raised_on: PlainDate
      raised_by: string | null
      raised_by_name: string
    }
  'funding.settlement': Whose & {
    dispute_id: DisputeId
    hundredths: number
    disputed: Pence
    body_pence: Pence
    because: string
    settled_on: PlainDate
    settled_by: string | null
    settled_by_name: string
  }
  'funding.settlement_again': Whose & {
    id: string
    place: GeneratedAlways<string>
    dispute_id: DisputeId
    correction_id: CorrectionId
    disputed: Pence
    body_pence: Pence
  }
  'funding.disputed_charge': Whose & { dispute_id: DisputeId; charge_id: ChargeId; pence: Pence }
  'funding.joining': Omit<Whose, 'body_id'> & {
    id: string
    reference: string
    number: number
    way: JoiningWay
    lead_id: OrganisationId
    under: string | null
    from_on: PlainDate
    because: string
    set_on: PlainDate
    set_by: string | null
    set_by_name: string
  }
  'funding.contribution': Whose & {
    id: string
    reference: string
    kind: 'contribution' | 'top-up'
    line_key: LineKey | null
    weekly: Pence
    from_on: PlainDate
    because: string
    set_on: PlainDate
    set_by: string | null
    set_by_name: string
    set_at: Generated<Moment>
  }
}

export type StatementRow = Tables['funding.statement']
export type ChargeRow = Tables['funding.charge']
export type DisputeRow = Tables['funding.dispute']
export type SettlementRow = Tables['funding.settlement']
export type ContributionRow = Omit<Tables['funding.contribution'], 'set_at'>

type All = Tables &
  PaymentsShown &
  AgreementsShown &
  PlansShown &
  NeedsShown &
  RequestsShown &
  LedgerShown &
  PeopleShown &
  AccessShown
export type Ctx = Inside<All>
export const here = (doing: Doing): Ctx => inside<All>(doing)
