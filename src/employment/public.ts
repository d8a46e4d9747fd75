// The door of `employment`: personal assistants, their hours, pay, leave and what would be owed. See
// README.md.
export {
  changeContract,
  changeTerms,
  choosePayroll,
  type NewTerm,
} from './actions/change-terms.ts'
export { decideTimesheet } from './actions/decide-timesheet.ts'
export { endJob } from './actions/end-job.ts'
export { engage, type NewEngagement } from './actions/engage.ts'
export { importPayslips } from './actions/import-payslips.ts'
export { linkAssistant } from './actions/link-assistant.ts'
export { noteLeave } from './actions/note-leave.ts'
export { type NewTimesheet, sendTimesheet } from './actions/send-timesheet.ts'
export { nameTask, signOffTask } from './actions/sign-off-task.ts'
export { sayWeek } from './pages/parts.tsx'
export { type ApprovedHours, approvedHours } from './queries/approved.ts'
export { type Job, jobsOf } from './queries/engagements.ts'
export { type Liabilities, liabilitiesOf } from './queries/liabilities.ts'
export { jobsOfBudget, jobsOfMine } from './queries/lists.ts'
export { workOf } from './queries/work.ts'
export { type AssistantsWeek, assistantsWeek } from './rules/assistants-week.ts'
export { liabilityParts } from './rules/liability.ts'
export { type PayTo, type ToPay, toPay } from './rules/to-pay.ts'
export type { EmploymentShown } from './tables.ts'
export type { EngagementId, TimesheetId, WorkUnit } from './types.ts'
