import { type Pence, pence } from '../../kernel/money.ts'
import type { Arithmetic, Draft } from './types.ts'

/**
 * Compares opening plus the lines with closing. Without both balances nobody can tell, and so it is where
 * they are in different currencies. `outBy` is the difference without its sign, nought where they agree.
 */
export function addUp(draft: Draft): { readonly arithmetic: Arithmetic; readonly outBy: Pence | null } {
  if (draft.opening === null || draft.closing === null || draft.comparable === false) {
    return { arithmetic: 'cannot-tell', outBy: null }
  }
  const end = draft.lines.reduce((sum, line) => sum + line.amount, draft.opening as bigint)
  const off = end > draft.closing ? end - draft.closing : draft.closing - end
  return { arithmetic: off === 0n ? 'agrees' : 'does-not-agree', outBy: pence(off) }
}
