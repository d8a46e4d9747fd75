import type { AccessShown } from '../access/public.ts'
import type { Id } from '../kernel/brand.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { Pence } from '../kernel/money.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type { AccountKind, AccountName, EntryId, HoldId } from './types.ts'

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

type Hold = Owned & {
  id: HoldId
  account_id: string
  pence: Pence
  because: string
  from_on: PlainDate
  until_on: PlainDate
  kept_by_name: string
}
type HoldEnd = Owned & {
  hold_id: HoldId
  because: string
  ended_on: PlainDate
  ended_by: Id<'actor'> | null
  ended_by_name: string
}

/** What neighbours may read of this module, by its shown views. */
export type LedgerShown = {
  'ledger.account_shown': Account & { held_back: Pence }
  'ledger.hold_shown': Hold & {
    account: AccountName
    ended_on: PlainDate | null
    ended_because: string | null
    ended_by_name: string | null
  }
  'ledger.entry_shown': EntryRow
  'ledger.posting_shown': PostingRow & { account: AccountName }
}

type Tables = {
  'ledger.account': Account
  'ledger.entry': EntryRow & { input_hash: string }
  'ledger.posting': PostingRow
  'ledger.hold': Hold & { kept_by: Id<'actor'> | null }
  'ledger.hold_end': HoldEnd
  'ledger.snapshot': { id: string; as_of: PlainDate; known_on: PlainDate }
  'ledger.snapshot_balance': Owned & { snapshot_id: string; account_id: string; pence: Pence }
}

export type Ctx = Inside<Tables & LedgerShown & AccessShown>
export const here = (doing: Doing): Ctx => inside<Tables & LedgerShown & AccessShown>(doing)
