import { type Invariant, invariants } from '../src/ledger/invariants.ts'

/**
 * What must be so of the ledger of a live database, worded as the invariant. `openphb ledger check` and the
 * nightly job ask each of them; `breachesOf` of the same module says what breaks one.
 */
export const ledger: readonly Invariant[] = invariants
