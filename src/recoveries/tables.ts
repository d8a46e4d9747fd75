import type { AccessShown } from '../access/public.ts'
import type { AgreementsShown } from '../agreements/public.ts'
import type { BankShown } from '../bank/public.ts'
import type { Id } from '../kernel/brand.ts'
import type { PlainDate } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import type { Pence } from '../kernel/money.ts'
import type { LedgerShown } from '../ledger/public.ts'
import type { PaymentsShown } from '../payments/public.ts'
import type { OrganisationId, PeopleShown, PersonId } from '../people/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type { Ground, How, Outcome, RecoveryId, RepaidHow, SettlingWay } from './types.ts'

type Whose = { organisation_id: OrganisationId; person_id: PersonId }
type Of = Whose & { proposal_id: RecoveryId }
type Decided = { decided_by: string | null; decided_by_name: string; decided_by_role: string }

type Tables = {
  'recoveries.proposal': Whose & {
    id: RecoveryId
    reference: Reference
    number: number
    ground: Ground
    way: SettlingWay
    found_on: PlainDate
    working: unknown
    amount: Pence
    because: string
    who_must_repay: string
    repay_days: number
    executor: unknown
    proposed_by: string | null
    proposed_by_name: string
    proposed_on: PlainDate
  }
  'recoveries.notice': Of &
    Decided & {
      sent_on: PlainDate
      object_by: PlainDate
      moves_on: PlainDate
      repay_by: PlainDate
      letters: number
    }
  'recoveries.objection': Of & {
    id: string
    how: How
    words: string
    file_id: Id<'file'> | null
    said_by_name: string
    said_on: PlainDate
    answer_by: PlainDate
    noted_by: string | null
    noted_by_name: string
  }
  'recoveries.answer': Of &
    Decided & {
      objection_id: string
      outcome: Outcome
      amount: Pence
      because: string
      also_kept: unknown
      answered_on: PlainDate
      moves_on: PlainDate
      repay_by: PlainDate
    }
  'recoveries.withdrawal': Of & {
    because: string
    withdrawn_on: PlainDate
    withdrawn_by: string | null
    withdrawn_by_name: string
  }
  'recoveries.pause': Of & {
    id: string
    from_on: PlainDate
    until_on: PlainDate
    because: string
    noted_by: string | null
    noted_by_name: string
    noted_on: PlainDate
  }
  'recoveries.posting': Of & {
    amount: Pence
    posted_on: PlainDate
    posted_by: string | null
    posted_by_name: string
  }
  'recoveries.repayment': Of & {
    id: string
    on_day: PlainDate
    amount: Pence
    how: RepaidHow
    words: string
    noted_by: string | null
    noted_by_name: string
    noted_on: PlainDate
  }
}

/** What neighbours may read of this module, by its shown views. */
export type RecoveriesShown = {
  'recoveries.recovery_shown': Whose & {
    id: RecoveryId
    reference: Reference
    number: number
    ground: Ground
    way: SettlingWay
    proposed_on: PlainDate
    amount: Pence
    sent_on: PlainDate | null
    moves_on: PlainDate | null
    repay_by: PlainDate | null
    objected_on: PlainDate | null
    answer_by: PlainDate | null
    answered_on: PlainDate | null
    outcome: Outcome | null
    posted_on: PlainDate | null
    withdrawn_on: PlainDate | null
    repaid: Pence
  }
}

type All = Tables &
  RecoveriesShown &
  PaymentsShown &
  BankShown &
  AgreementsShown &
  LedgerShown &
  PeopleShown &
  AccessShown
export type Ctx = Inside<All>
export const here = (doing: Doing): Ctx => inside<All>(doing)
