import type { Brand, Id } from '../kernel/brand.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { Pence } from '../kernel/money.ts'

/**
 * The name of an account, as its builder in accounts.ts makes it: `fund:icb-millbrook`,
 * `PHB-7K3M-9QT:held`.
 */
export type AccountName = Brand<string, 'account name'>

/** What an account is for. The database works it out of the name by the same rule (`ledger.kind_of`). */
export type AccountKind =
  | 'fund'
  | 'bank'
  | 'allocated'
  | 'held'
  | 'contingency'
  | 'outside-plan'
  | 'to-recover'
  | 'spent'
  | 'commissioned'
  | 'in-dispute'
  | 'owed-by-supplier'
  | 'contributed'

export type EntryId = Id<'entry'>
export type HoldId = Id<'hold'>

/** One side of an entry: money into an account is above nought, money out of it below. Never nought. */
export type Posting = { readonly account: AccountName; readonly pence: Pence }

/** What somebody asks to have posted. Its postings add up to nought. */
export type NewEntry = {
  /** Says which event this is, once and for all: `payment:0197…`. The same key never posts twice. */
  readonly key: string
  /** The day it counts from, which may be past or to come. */
  readonly effectiveOn: PlainDate
  /** One sentence for the family and the auditor: `Payment for 6 April to 3 May 2026`. */
  readonly because: string
  readonly organisation: Id<'organisation'>
  /** Whose budget it is; null where it concerns no one person. */
  readonly person: Id<'person'> | null
  readonly postings: readonly Posting[]
}

/** An entry as it stands in the ledger. */
export type Entry = NewEntry & {
  readonly id: EntryId
  readonly recordedAt: Moment
  readonly recordedOn: PlainDate
  readonly by: string
  readonly reverses: EntryId | null
  readonly reversedBy: EntryId | null
}

/** One answer for each entry asked for, in the same order. `earlier`: its key had been posted before. */
export type Posted = { readonly entry: EntryId; readonly key: string; readonly earlier: boolean }

export type ProblemName =
  | 'not-yours'
  | 'key-used-for-another-entry'
  | 'account-of-another'
  | 'below-its-floor'
  | 'no-such-entry'
  | 'already-reversed'
  | 'is-a-reversal'
  | 'not-the-mirror'

/** The name of the reason and, after a space, what it is about: `below-its-floor PHB-7K3M-9QT:allocated`. */
export type LedgerProblem = ProblemName | `${ProblemName} ${string}`
