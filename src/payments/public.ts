// The door of `payments`: money out. See README.md.
export { firstPaidOn } from './queries/first-paid.ts'
export type { PaymentsShown } from './tables.ts'
export {
  type Every,
  everyNames,
  type InstructionId,
  type Method,
  type ObligationId,
  type RunId,
  rhythms,
  type ScheduleId,
} from './types.ts'
