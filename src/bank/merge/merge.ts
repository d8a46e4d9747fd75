import type { Statement } from '../read/types.ts'
import { paymentsShownBy } from './payments.ts'
import type { AccountLines, Merged } from './types.ts'
import { currencyOf, statementsThatCount, whyLeftOut } from './which.ts'

export { gapsOf } from './gaps.ts'
export type { AccountLine, AccountLines, Gap, Merged } from './types.ts'

/** An account for which nothing was read yet. */
export const emptyAccount: AccountLines = { statements: [], lines: [] }

const keyOf = ({ source, place }: Statement): string => `${source}:${place}`

/** The statements once each, in an order that does not depend on when they came. */
function allOf(kept: readonly Statement[], incoming: readonly Statement[]): readonly Statement[] {
  const byKey = new Map([...kept, ...incoming].map(one => [keyOf(one), one]))
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}

/**
 * Brings statements into an account. Every statement is kept as evidence, and the account's lines are worked
 * out from all of them, so the order of files, and whether they come in one command or several, cannot
 * matter. The same file again adds nothing. `refused` has the refused rows of the incoming statements and
 * what was left out of them.
 */
export function merge(account: AccountLines, incoming: readonly Statement[]): Merged {
  const statements = allOf(account.statements, incoming)
  const counting = statementsThatCount(statements)
  const lines = paymentsShownBy(counting)
  const keys = new Set(counting.map(keyOf))
  const taken = incoming.filter(one => keys.has(keyOf(one)))
  const currency = currencyOf(statements)
  const leftOut = incoming.filter(one => !keys.has(keyOf(one))).map(one => whyLeftOut(one, currency))
  const offered = taken.reduce((sum, one) => sum + one.lines.length, 0)
  const added = Math.min(offered, Math.max(0, lines.length - account.lines.length))
  const refused = [...taken.flatMap(one => one.refused), ...leftOut]
  return { account: { statements, lines }, added, already: offered - added, refused }
}
