import type { AccessShown } from '../access/public.ts'
import type { PlainDate } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import type { Pence } from '../kernel/money.ts'
import type { ObligationId, PaymentsShown } from '../payments/public.ts'
import type { OrganisationId, PeopleShown, PersonId } from '../people/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type { RequestsShown } from '../requests/public.ts'
import type { ChairTerms, ChairWay, WheelchairStanding } from '../rights/public.ts'
import type { Change, Ending, Giver, InvoiceHow, Need, QuoteKind, RepairPart, RoundId } from './types.ts'

type Whose = { organisation_id: OrganisationId; person_id: PersonId }
type Of = Whose & { round_id: RoundId }
type Noted = { noted_by: string | null; noted_by_name: string }
type Asked = {
  asked_on: PlainDate
  asked_by: string | null
  asked_by_name: string
  on_behalf_of: PersonId | null
}

type Round = Whose & {
  id: RoundId
  reference: Reference
  number: number
  referred_on: PlainDate
  assessed_on: PlainDate
  standing: WheelchairStanding
  need: Need
}

/** What neighbours may read of this module, by its shown views. */
export type WheelchairsShown = {
  'wheelchairs.round_shown': Round & {
    quoted_on: PlainDate | null
    chosen_on: PlainDate | null
    starts_on: PlainDate | null
    ends_on: PlainDate | null
    handed_on: PlainDate | null
    asked_again_on: PlainDate | null
    ended_on: PlainDate | null
    open_repairs: bigint
  }
}

type Tables = {
  'wheelchairs.round': Round & {
    assessor: string
    chair: string
    value: Pence
    repair_yearly: Pence
    voucher_value: Pence | null
    voucher_until: PlainDate | null
    written_by: string | null
    written_by_name: string
    written_on: PlainDate
  }
  'wheelchairs.quote': Of &
    Noted & {
      id: string
      number: number
      kind: QuoteKind
      supplier: string
      says: string
      net: Pence
      vat: Pence
      total: Pence
      valid_until: PlainDate
      noted_on: PlainDate
    }
  'wheelchairs.choice': Of &
    Noted & {
      id: string
      number: number
      way: ChairWay
      quote_id: string | null
      because: string
      chosen_on: PlainDate
    }
  'wheelchairs.contribution': Of &
    Noted & { id: string; number: number; giver: Giver; who: string; amount: Pence; promised_on: PlainDate }
  'wheelchairs.received': Whose & Noted & { contribution_id: string; on_day: PlainDate }
  'wheelchairs.agreed': Of & {
    choice_id: string
    starts_on: PlainDate
    ends_on: PlainDate
    nhs_pays: Pence
    person_pays: Pence
    repair_money: Pence
    owner: ChairTerms['owner']
    repairs: ChairTerms['repairs']
    rules: unknown
    agreed_by: string | null
    agreed_by_name: string
    agreed_on: PlainDate
  }
  'wheelchairs.handed_over': Of & Noted & { on_day: PlainDate; serial: string; gs1: string | null }
  'wheelchairs.repair': Of & Asked & { id: string; number: number; words: string }
  'wheelchairs.repaired': Whose &
    Noted & {
      repair_id: string
      on_day: PlainDate
      says: string
      part: RepairPart
      cost: Pence
      nhs_pays: Pence
      supplier: string | null
      theirs: string | null
      obligation_id: ObligationId | null
    }
  'wheelchairs.new_look': Of & Asked & { id: string; why: Change; words: string }
  'wheelchairs.invoice': Of &
    Noted & {
      id: string
      supplier: string
      theirs: string
      dated_on: PlainDate
      total: Pence
      nhs_pays: Pence
      passed_on: Pence
      how: InvoiceHow
      obligation_id: ObligationId | null
      noted_on: PlainDate
    }
  'wheelchairs.unspent': Of & Noted & { amount: Pence; on_day: PlainDate; why: 'period-over' | 'replaced' }
  'wheelchairs.told': Of & { what: 'ending-soon'; on_day: PlainDate }
  'wheelchairs.given_back': Whose & Noted & { contribution_id: string; on_day: PlainDate; how: string }
  'wheelchairs.ending': Of &
    Noted & { what: Ending['what']; on_day: PlainDate; because: string; asked_by_name: string | null }
}

type All = Tables & WheelchairsShown & PaymentsShown & RequestsShown & PeopleShown & AccessShown
export type Ctx = Inside<All>
export const here = (doing: Doing): Ctx => inside<All>(doing)
