export {
  accountName,
  accountsOf,
  allocatedTo,
  bankOf,
  budgetOf,
  commissionedFor,
  contingencyOf,
  contributedBy,
  disputedWithSupplier,
  fundOf,
  heldBy,
  inDisputeOn,
  kindOf,
  outsidePlanOf,
  owedBySupplier,
  passedOnKey,
  sayAccount,
  spentOn,
  toRecoverFrom,
} from './accounts.ts'
export { carryOn, letSuccessorIn } from './actions/carry-on.ts'
export { endHold, holdBack, type NewHold } from './actions/hold.ts'
export { type LetIn, letIn } from './actions/let-in.ts'
export { post } from './actions/post.ts'
export { type Reversal, reverse } from './actions/reverse.ts'
export { type AsAt, type Balances, balanceOf, balancesAt, balancesOf } from './queries/balances.ts'
export { entriesOf, entryByKey, entryOf, movementsOf } from './queries/entries.ts'
export { aboutOf, sayProblem } from './rules.ts'
export type { LedgerShown } from './tables.ts'
export type {
  AccountKind,
  AccountName,
  Entry,
  EntryId,
  LedgerProblem,
  NewEntry,
  Posted,
  Posting,
} from './types.ts'
