// The door of `agreements`: how a budget is held. See README.md.
export { type AccountDetails, agreementOn, openAccount } from './queries.ts'
export type { AgreementsShown } from './tables.ts'
export { type AccountId, type AgreementId, type FactKind, type HolderKind, holderKinds } from './types.ts'
