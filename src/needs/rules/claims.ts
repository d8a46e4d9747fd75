import { costOf, nothing, type Pence, pence, plus, type Thousandths } from '../../kernel/money.ts'
import type { Unit } from '../types.ts'

/** Units of one kind, as agreed for a week and as claimed for a whole period. */
export type Claimed = {
  readonly unit: Unit
  readonly rate: Pence
  readonly agreedWeekly: Thousandths
  readonly claimed: Thousandths
}

export type ClaimAnswer = {
  readonly agreedWeekly: Pence
  readonly agreed: Pence
  readonly lines: readonly { readonly unit: Unit; readonly claimed: Pence }[]
  readonly claimed: Pence
  /**
   * Units above the agreement, kind by kind: one that is below does not pay for another (a local setting).
   */
  readonly above: readonly { readonly unit: Unit; readonly units: Thousandths; readonly amount: Pence }[]
}

/**
 * What was agreed and what is claimed for so many weeks, unit by unit. Nights, sleep-ins and miles stay what
 * they are: none
 * is turned into hours, and none makes up for another.
 */
export function claimAgainstAgreed(lines: readonly Claimed[], weeks: number): ClaimAnswer {
  const agreedWeekly = plus(...lines.map(line => costOf(line.agreedWeekly, line.rate)))
  const claimed = lines.map(line => ({ unit: line.unit, claimed: costOf(line.claimed, line.rate) }))
  const above = lines.flatMap(line => {
    const units = (line.claimed - line.agreedWeekly * BigInt(weeks)) as Thousandths
    return units > 0n ? [{ unit: line.unit, units, amount: costOf(units, line.rate) }] : []
  })
  return {
    agreedWeekly,
    above,
    lines: claimed,
    agreed: pence(agreedWeekly * BigInt(weeks)),
    claimed: claimed.length === 0 ? nothing : plus(...claimed.map(line => line.claimed)),
  }
}
