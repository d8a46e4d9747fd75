// The door of `payments`: money out. See README.md.
export { creditFromSupplier } from './actions/credit.ts'
export { decideProposal } from './actions/decide-proposal.ts'
export { endOwed } from './actions/end-owed.ts'
export { acknowledge } from './actions/look-at-warnings.ts'
export { noteReturned } from './actions/note-returned.ts'
export { type NewObligation, owe } from './actions/owe.ts'
export { oweWages, payWages } from './actions/owe-wages.ts'
export { payAgain } from './actions/pay-again.ts'
export { type Prepared, prepareRun } from './actions/prepare-run.ts'
export { propose } from './actions/propose.ts'
export { type Released, releaseRun, type Signing } from './actions/release-run.ts'
export { type NewSchedule, schedulePayments, scheduleSigned } from './actions/schedule-payments.ts'
export { type NewPayer, setPayer } from './actions/set-payer.ts'
export { stopBlocked, withdrawRun } from './actions/stop-payments.ts'
export { decideSupplierAccount, giveSupplierAccount } from './actions/supplier-accounts.ts'
export { comingPayment, type NewDeduction, takeOff } from './actions/take-off.ts'
export { checksOfRun } from './queries/checks.ts'
export { dueBetween, dues, nextDues } from './queries/dues.ts'
export { firstPaidOn } from './queries/first-paid.ts'
export { type DueTotals, daysAhead, dueTotals } from './queries/outlook.ts'
export { advanceAhead, ownProposals } from './queries/proposals.ts'
export { openRunsOf, runState } from './queries/run.ts'
export { previewBackDated } from './rules/back-dated.ts'
export { sayReason, tellReason, turnOf } from './rules/say.ts'
export { costByYear, moneyForDays } from './rules/schedule.ts'
export { supplierKey } from './rules/supplier.ts'
export type { PaymentsShown } from './tables.ts'
export { tellHolders, tellThoseLeft } from './tell-holders.ts'
export {
  type Every,
  everyNames,
  type InstructionId,
  type Method,
  type ObligationId,
  type Part,
  type RunId,
  rhythms,
  type ScheduleId,
} from './types.ts'
