// The door of `agreements`: how a budget is held. See README.md.
export { allocateUntil } from './actions/allocate.ts'
export { decideAccount } from './actions/decide-account.ts'
export { type Ended, endAgreement } from './actions/end.ts'
export { type GivenAccount, giveAccount, type NewAccount } from './actions/give-account.ts'
export { type Follows, type NewNote, noteFact } from './actions/note-fact.ts'
export { prepareAgreement } from './actions/prepare.ts'
export { type PersonSignature, signForBody, signForPerson } from './actions/sign.ts'
export type { ChosenHolder, NewAgreement } from './asked.ts'
export { addresseesOf, deliveryTo, receiverFacts } from './letters/addressees.ts'
export { senderOf } from './letters/sender.ts'
export { type AccountDetails, openAccount, openAccounts, seesBank } from './queries/accounts.ts'
export { type Agreement, agreementOn, agreementsOn, endingOf, newestAgreement } from './queries/agreements.ts'
export { accountFits } from './queries/check-table.ts'
export { heldFacts, heldFactsOf } from './queries/held.ts'
export { bondsOn, budgetsHeld, standingOf } from './queries/standing.ts'
export type { AccountDecision } from './rules/account.ts'
export { type End, type EndGround, earliestEnd, endGrounds, endSays, sayGround } from './rules/ending.ts'
export {
  accountOn,
  firstDayHeld,
  type HeldAccount,
  type HeldFacts,
  type HoldReason,
  holdReasons,
  ruleOfReason,
  whyNotHeld,
} from './rules/held.ts'
export { holderSays, holdReasonSays } from './rules/say.ts'
export type { AgreementsShown } from './tables.ts'
export type {
  AccountId,
  AccountOwner,
  AgreementId,
  HeldWay,
  HolderKind,
  PaidPart,
  Standing,
} from './types.ts'
export { holderKinds } from './types.ts'
