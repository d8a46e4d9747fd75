import type { AccessShown } from '../access/public.ts'
import type { AccountId, AgreementId, AgreementsShown, PaidPart } from '../agreements/public.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { Pence } from '../kernel/money.ts'
import type { LedgerShown } from '../ledger/public.ts'
import type { OrganisationId, PeopleShown, PersonId } from '../people/public.ts'
import type { PlansShown } from '../plans/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type { Case, OfRun, OwedShown, OwedTables, Period, Whose } from './owed-tables.ts'
import type { CheckName, Figures } from './rules/checks.ts'
import type {
  Every,
  FileKind,
  InstructionId,
  Method,
  ObligationId,
  ObligationKind,
  Part,
  ReturnId,
  RunId,
  ScheduleId,
  SupplierAccountId,
} from './types.ts'

type Schedule = Case & {
  id: ScheduleId
  agreement_id: AgreementId
  part: PaidPart
  every: Every
  first_due_on: PlainDate
  weekly: Pence
  from_on: PlainDate
  until_on: PlainDate | null
  in_advance: boolean
  method: Method
  made_on: PlainDate
}
type Instruction = Case &
  Period & {
    id: InstructionId
    run_id: RunId
    schedule_id: ScheduleId | null
    obligation_id: ObligationId | null
    /** Null where a wheelchair budget pays a supplier: that is agreed in its own module. */
    agreement_id: AgreementId | null
    part: Part
    paid_to: string
    leaves_on: PlainDate
    stopped_because: readonly string[]
    stopped_on: PlainDate | null
    end_to_end_id: string
  }
type Run = {
  id: RunId
  organisation_id: OrganisationId
  number: number
  from_on: PlainDate
  until_on: PlainDate
  prepared_by: string | null
  prepared_by_name: string
  prepared_on: PlainDate
}
type Payment = Case & {
  instruction_id: InstructionId
  run_id: RunId
  amount: Pence
  leaves_on: PlainDate
  released_on: PlainDate
}
type Signed = { who: string; who_name: string; at: Moment }

type Deduction = Case & {
  id: string
  part: PaidPart
  amount: Pence
  from_on: PlainDate
  because: string
  source: string
  source_id: string
  decided_on: PlainDate
}

/** What neighbours may read of this module, by its shown views. */
export type PaymentsShown = OwedShown & {
  'payments.schedule_shown': Schedule
  'payments.instruction_shown': Instruction & {
    released_on: PlainDate | null
    returned_on: PlainDate | null
    returned_because: string | null
    is_for: string | null
    kind: ObligationKind | null
    netted: Pence
    credited: Pence
  }
  'payments.payment_shown': Payment
  'payments.deduction_shown': Deduction & {
    instruction_id: InstructionId | null
    taken: Pence | null
    leaves_on: PlainDate | null
    released_on: PlainDate | null
  }
  'payments.run_shown': Run & {
    released_on: PlainDate | null
    payments: number | null
    total: Pence | null
    withdrawn_on: PlainDate | null
  }
}

type Tables = OwedTables & {
  'payments.schedule': Schedule & { made_by: string | null }
  'payments.deduction': Deduction & { decided_by: string | null }
  'payments.deduction_taken': Case & {
    instruction_id: InstructionId
    deduction_id: string
    amount: Pence
    taken_on: PlainDate
  }
  'payments.payer': {
    id: string
    organisation_id: OrganisationId
    name_on_account: string
    details: Uint8Array
    ending: string
    file_kind: FileKind
    user_number: string | null
    from_on: PlainDate
    set_by: string | null
    set_on: PlainDate
  }
  'payments.run': Run & { prepared_at: Moment }
  'payments.returned': Whose & {
    id: ReturnId
    instruction_id: InstructionId
    on_day: PlainDate
    because: string
    noted_by: string | null
    noted_on: PlainDate
  }
  'payments.supplier_account': {
    id: SupplierAccountId
    organisation_id: OrganisationId
    supplier: string
    supplier_key: string
    name_on_account: string
    details: Uint8Array
    ending: string
    checked: string
    given_by: string | null
    given_by_name: string
    given_on: PlainDate
  }
  'payments.supplier_decision': {
    id: string
    account_id: SupplierAccountId
    organisation_id: OrganisationId
    decided: 'approved' | 'refused' | 'closed'
    because: string
    decided_by: string | null
    decided_by_name: string
    decided_on: PlainDate
  }
  'payments.instruction': Instruction & {
    account_id: AccountId | null
    supplier_account_id: SupplierAccountId | null
    again_after: ReturnId | null
  }
  'payments.release': OfRun & {
    id: string
    who: string
    who_name: string
    who_role: string
    payments: number
    total: Pence
    signed_on: PlainDate
    signed_at: Moment
  }
  'payments.leaving': OfRun & {
    payments: number
    total: Pence
    leaves_from: PlainDate
    released_on: PlainDate
    released_at: Moment
  }
  'payments.withdrawal': OfRun & {
    because: string
    withdrawn_by: string | null
    withdrawn_by_name: string
    withdrawn_on: PlainDate
  }
  'payments.payment': Payment
  'payments.remittance': Whose & { instruction_id: InstructionId; notice_id: string; made_on: PlainDate }
  'payments.file_given_up': OfRun & Signed & { file_id: string; because: string; on_day: PlainDate }
  'payments.answer': OfRun & {
    id: string
    file_id: string
    message_id: string
    group_status: string | null
    sha256: string
    read_by: string | null
    read_by_name: string
    read_on: PlainDate
    read_at: Moment
  }
  'payments.return_told': Whose & { returned_id: ReturnId; notice_id: string; made_on: PlainDate }
  'payments.check_found': OfRun & {
    id: string
    instruction_id: InstructionId
    person_id: PersonId
    what: CheckName
    grade: 'information' | 'warning'
    figures: Figures
    found_on: PlainDate
  }
  'payments.file_made': OfRun & {
    id: string
    kind: FileKind | 'print' | 'csv'
    number: number | null
    same_as: string | null
    sha256: string
    made_by: string | null
    made_by_name: string
    made_on: PlainDate
    made_at: Moment
  }
}

type All = Tables & PaymentsShown & AgreementsShown & PlansShown & LedgerShown & PeopleShown & AccessShown
export type Ctx = Inside<All>
export const here = (doing: Doing): Ctx => inside<All>(doing)
