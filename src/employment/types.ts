import type { Id } from '../kernel/brand.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { Pence, Thousandths } from '../kernel/money.ts'

export type EngagementId = Id<'engagement'>
export type TimesheetId = Id<'timesheet'>
export type TaskId = Id<'delegated task'>
export type LeaveId = Id<'leave'>
export type PayslipId = Id<'payslip'>
export type PayslipFileId = Id<'payslip file'>

/** What work is counted in, as agreed; none is ever turned into another. */
export const workUnits = [
  'hour',
  'night',
  'waking-night',
  'sleep-in',
  'day',
  'session',
  'visit',
  'mile',
] as const
export type WorkUnit = (typeof workUnits)[number]

/** What is paid for a unit from a day, and how many were agreed for a week. */
export type Term = {
  readonly unit: WorkUnit
  readonly rate: Pence
  readonly weekly: Thousandths
  readonly from: PlainDate
  /** Of two that begin on the same day the higher number counts. */
  readonly number: number
}

/** Work on one day, in one unit. */
export type Spell = {
  readonly on: PlainDate
  readonly unit: WorkUnit
  readonly units: Thousandths
  /** When it began, as `07:30`; only of hours, and only where it was said. */
  readonly begins: string | null
}

export type Decided = {
  readonly what: 'approved' | 'sent-back'
  readonly because: string | null
  readonly by: string
  readonly on: PlainDate
  readonly at: Moment
}

/** A week of work as it was sent. Of a week the highest number counts. */
export type Sheet = {
  readonly id: TimesheetId
  readonly engagement: EngagementId
  /** Its Monday. */
  readonly week: PlainDate
  readonly number: number
  readonly spells: readonly Spell[]
  readonly tasks: readonly TaskId[]
  readonly note: string
  readonly sentBy: string
  readonly sentOn: PlainDate
  readonly decided: Decided | null
}

export const leaveKinds = ['holiday', 'sick', 'unpaid'] as const
export type LeaveKind = (typeof leaveKinds)[number]

/** Days away from work, both ends inside. `days` are thousandths of a working day. */
export type Leave = {
  readonly id: LeaveId
  readonly kind: LeaveKind | 'none'
  readonly first: PlainDate
  readonly last: PlainDate
  readonly days: Thousandths
  readonly fitNote: boolean
}

export const endGrounds = [
  'resigned',
  'redundant',
  'dismissed',
  'term-over',
  'agreed',
  'person-died',
] as const
export type EndGround = (typeof endGrounds)[number]

export type Ending = { readonly on: PlainDate; readonly noticeOn: PlainDate; readonly ground: EndGround }

/** The written particulars in force on a day. */
export type Contract = {
  readonly number: number
  readonly from: PlainDate
  readonly line: string | null
  readonly contractOn: PlainDate | null
  readonly particularsOn: PlainDate | null
  readonly born: PlainDate | null
  readonly daysAWeek: Thousandths
  readonly noticeWeeks: number | null
  /** The last day of a fixed term; null where none was agreed. */
  readonly until: PlainDate | null
}

/** What a payroll firm worked out for a period, both days inside. Sums in pence. */
export type Payslip = {
  readonly from: PlainDate
  readonly until: PlainDate
  readonly paidOn: PlainDate
  readonly gross: Pence
  readonly tax: Pence
  readonly employeeNi: Pence
  readonly employerNi: Pence
  readonly employeePension: Pence
  readonly employerPension: Pence
  readonly other: Pence
  readonly net: Pence
  readonly fee: Pence
}
/** The same as we keep it, with the moment at which we were given it. */
export type KeptPayslip = Payslip & { readonly id: PayslipId; readonly givenAt: Moment }

/** Somebody's competence in a task, signed off until a day that is inside. */
export type SignOff = {
  readonly trainedBy: string
  readonly trainedOn: PlainDate
  readonly signedBy: string
  readonly signedRole: string
  readonly on: PlainDate
  readonly until: PlainDate
}
/** A healthcare task handed to the assistant. `says` is null for those who may not know what it is. */
export type Task = {
  readonly id: TaskId
  readonly says: string | null
  readonly from: PlainDate
  readonly signOffs: readonly SignOff[]
}

/** Everything that the rules ask of one engagement. */
export type Engagement = {
  readonly id: EngagementId
  readonly code: string
  readonly reference: string
  readonly employer: string
  readonly assistant: string
  readonly job: string
  readonly from: PlainDate
  readonly contracts: readonly Contract[]
  readonly terms: readonly Term[]
  readonly leave: readonly Leave[]
  readonly tasks: readonly Task[]
  readonly sheets: readonly Sheet[]
  readonly payslips: readonly KeptPayslip[]
  readonly ending: Ending | null
}
