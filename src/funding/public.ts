// The door of `funding`: joint funding after the split. See README.md.
export { backDate, type Changed, type NewChange } from './actions/back-date.ts'
export { contribute, type NewContribution } from './actions/contribute.ts'
export {
  disputedSum,
  disputeSays,
  type NewDispute,
  type NewSettlement,
  raiseDispute,
  settleDispute,
} from './actions/dispute.ts'
export { type NewStatement, recharge, rechargeSays } from './actions/recharge.ts'
export { agreeToCarry, proposeShares } from './actions/share-out.ts'
export { contributionSays, councilStatement } from './rules/contribution.ts'
export type { DisputeId, StatementId } from './types.ts'
