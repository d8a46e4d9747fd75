import { type Pence, readThousandths } from '../../kernel/money.ts'
import { type SumFacts, workOut } from './sum.ts'

/**
 * What the sum would be with another number of one line's units. Null where that is no number or no such
 * line.
 */
export function whatIf(
  facts: SumFacts,
  { key, units }: { key: string; units: string },
): { key: string; units: string; weekly: Pence } | null {
  const count = readThousandths(units)
  if (count === null || count < 0n || count > 100_000_000n || !facts.lines.some(line => line.key === key))
    return null
  const worked = workOut({
    ...facts,
    lines: facts.lines.map(line => (line.key === key ? { ...line, units } : line)),
  })
  return worked.ok ? { key, units, weekly: worked.sum.weekly } : null
}
