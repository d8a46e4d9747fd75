import type { AccessShown } from '../access/public.ts'
import type { Id } from '../kernel/brand.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { Pence } from '../kernel/money.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type { AccountKind, AccountName, EntryId } from './types.ts'

type Owned = { organisation_id: Id<'organisation'>; person_id: Id<'person'> | null }

type Account = Owned & {
  id: string
  name: AccountName
  kind: AccountKind
  floor: Pence | null
  kept_balance: Pence | null
  opened_at: Moment
}
type EntryRow = Owned & {
  id: EntryId
  key: string
  effective_on: PlainDate
  recorded_at: Moment
  recorded_on: PlainDate
  because: string
  actor_id: Id<'actor'> | null
  actor_name: string
  reverses: EntryId | null
  number: bigint
}
type PostingRow = Owned & {
  entry_id: EntryId
  place: number
  account_id: string
  pence: Pence
  effective_on: PlainDate
  recorded_on: PlainDate
}

/** What neighbours may read of this module, by its shown views. */
export type LedgerShown = {
  'ledger.account_shown': Account
  'ledger.entry_shown': EntryRow
  'ledger.posting_shown': PostingRow & { account: AccountName }
}

type Tables = {
  'ledger.account': Account
  'ledger.entry': EntryRow & { input_hash: string }
  'ledger.posting': PostingRow
}

export type Ctx = Inside<Tables & LedgerShown & AccessShown>
export const here = (doing: Doing): Ctx => inside<Tables & LedgerShown & AccessShown>(doing)
