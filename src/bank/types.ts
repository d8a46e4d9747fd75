import type { Id } from '../kernel/brand.ts'

export type BankFileId = Id<'bank file'>
export type StatementId = Id<'bank statement'>
export type LineId = Id<'bank line'>
export type QuestionId = Id<'bank question'>
export type AnswerId = Id<'bank answer'>
export type PayeeId = Id<'learnt payee'>
export type ReceiptId = Id<'receipt'>

/**
 * What a line of the bank was for. `payment`: our own money coming in; `elsewhere`: paid by mistake, or that
 * coming back; `open`: nothing that is known any more.
 */
export const matchKinds = [
  'plan-line',
  'refund',
  'payment',
  'outside-plan',
  'elsewhere',
  'own-money',
  'sent-back',
] as const
export type MatchKind = (typeof matchKinds)[number]

export type FlagId = Id<'bank flag'>
export type SampleId = Id<'bank sample'>

/** What about a budget's money somebody should look at. `over` and `under` are about no single line. */
export const flagKinds = ['over', 'under', 'unusual', 'out-of-plan', 'prohibited'] as const
export type FlagKind = (typeof flagKinds)[number]

/** How closely a budget is looked at. */
export type Tier = 'light' | 'usual' | 'close'

/** Which budgets: those that need an answer, for any of its reasons or for one, or all with money. */
export const evidenceKinds = ['answer', 'overdue', 'questions', 'call', 'overspent', 'flags', 'all'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]
