import type { AccessShown } from '../access/public.ts'
import type { AgreementsShown } from '../agreements/public.ts'
import type { Id } from '../kernel/brand.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { Pence, Thousandths } from '../kernel/money.ts'
import type { NeedsShown } from '../needs/public.ts'
import type { OrganisationId, PeopleShown, PersonId } from '../people/public.ts'
import type { PlansShown } from '../plans/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type {
  EndGround,
  EngagementId,
  LeaveId,
  LeaveKind,
  PayslipFileId,
  PayslipId,
  TaskId,
  TimesheetId,
  WorkUnit,
} from './types.ts'

type Whose = { organisation_id: OrganisationId; person_id: PersonId }
type OfJob = Whose & { engagement_id: EngagementId }
type Made = { made_by: Id<'actor'> | null; made_on: PlainDate }

type Slip = {
  from_on: PlainDate
  until_on: PlainDate
  paid_on: PlainDate
  gross: Pence
  tax: Pence
  employee_ni: Pence
  employer_ni: Pence
  employee_pension: Pence
  employer_pension: Pence
  other: Pence
  net: Pence
  fee: Pence
}

/** What neighbours may read of this module, by its shown views. */
export type EmploymentShown = {
  'employment.engagement_shown': Whose & {
    id: EngagementId
    code: string
    reference: string
    assistant_name: string
    employer_name: string
    from_on: PlainDate
    ends_on: PlainDate | null
  }
  'employment.timesheet_shown': OfJob & {
    id: TimesheetId
    reference: string
    week_on: PlainDate
    number: number
    sent_on: PlainDate
    decided: 'approved' | 'sent-back' | null
    decided_on: PlainDate | null
    decided_at: Moment | null
    because: string | null
  }
  'employment.payslip_shown': OfJob & Slip & { id: PayslipId; reference: string }
}

type Tables = {
  'employment.engagement': Whose & {
    id: EngagementId
    code: string
    reference: string
    employer_name: string
    employer_organisation_id: OrganisationId | null
    assistant_name: string
    job: string
    from_on: PlainDate
    made_by_name: string
  } & Made
  'employment.contract': OfJob &
    Made & {
      number: number
      from_on: PlainDate
      line_key: string | null
      contract_on: PlainDate | null
      particulars_on: PlainDate | null
      born_on: PlainDate | null
      days_a_week: Thousandths
      notice_weeks: number | null
      until_on: PlainDate | null
    }
  'employment.term': OfJob &
    Made & {
      id: string
      unit: WorkUnit
      rate: Pence
      weekly: Thousandths
      from_on: PlainDate
      number: number
      because: string
    }
  'employment.ending': OfJob &
    Made & { ends_on: PlainDate; notice_on: PlainDate; ground: EndGround; words: string }
  'employment.account': OfJob & { assistant_id: PersonId; from_on: PlainDate }
  'employment.invitation': OfJob & {
    word_hash: string
    made_by: Id<'actor'> | null
    until_on: PlainDate
    used_at: Moment | null
  }
  'employment.payroll': OfJob &
    Made & { number: number; firm_id: OrganisationId | null; firm_name: string; from_on: PlainDate }
  'employment.timesheet': OfJob & {
    id: TimesheetId
    week_on: PlainDate
    number: number
    tasks: TaskId[]
    note: string
    sent_by: Id<'actor'> | null
    sent_by_name: string
    sent_as: string
    sent_on: PlainDate
    sent_at: Moment
    on_behalf_of: string | null
  }
  'employment.spell': OfJob & {
    timesheet_id: TimesheetId
    on_day: PlainDate
    unit: WorkUnit
    units: Thousandths
    begins: string | null
  }
  'employment.decision': OfJob & {
    timesheet_id: TimesheetId
    decided: 'approved' | 'sent-back'
    because: string | null
    decided_by: Id<'actor'> | null
    decided_by_name: string
    decided_as: string
    decided_on: PlainDate
    decided_at: Moment
    on_behalf_of: string | null
  }
  'employment.leave': OfJob &
    Made & {
      id: LeaveId
      kind: LeaveKind | 'none'
      first_on: PlainDate
      last_on: PlainDate
      days: Thousandths
      fit_note: boolean
      replaces: LeaveId | null
      made_by_name: string
    }
  'employment.task': OfJob & Made & { id: TaskId; from_on: PlainDate; until_on: PlainDate | null }
  'employment.task_words': OfJob & { task_id: TaskId; says: string }
  'employment.sign_off': OfJob &
    Made & {
      id: string
      task_id: TaskId
      trained_by: string
      trained_on: PlainDate
      signed_by: string
      signed_role: string
      signed_on: PlainDate
      until_on: PlainDate
    }
  'employment.payslip_file': {
    id: PayslipFileId
    sender: string
    sha256: string
    name: string
    firm_id: OrganisationId | null
    given_by: Id<'actor'> | null
    given_by_name: string
    given_on: PlainDate
    given_at: Moment
  }
  'employment.payslip': OfJob &
    Slip & { id: PayslipId; payslip_file_id: PayslipFileId; line: number; number: number; given_at: Moment }
  'employment.payslip_refused': {
    payslip_file_id: PayslipFileId
    line: number
    cells: string
    because: string[]
  }
}

type All = Tables & EmploymentShown & AgreementsShown & PlansShown & NeedsShown & PeopleShown & AccessShown
export type Ctx = Inside<All>
export const here = (doing: Doing): Ctx => inside<All>(doing)
