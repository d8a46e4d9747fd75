import type { AccessShown } from '../access/public.ts'
import type { LedgerShown } from '../ledger/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'

// Every figure is worked out of what the modules above show; its one table keeps a copy of long books.
type All = LedgerShown & AccessShown
export type Ctx = Inside<All>
export const here = (doing: Doing): Ctx => inside<All>(doing)
