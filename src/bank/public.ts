// The door of `bank`: evidence. See README.md.
export type { BankShown } from './tables.ts'
export { type LineId, type MatchKind, matchKinds, type QuestionId, type StatementId } from './types.ts'
