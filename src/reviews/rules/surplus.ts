import { addDays, type PlainDate } from '../../kernel/days.ts'
import { minus, nothing, type Pence, plus } from '../../kernel/money.ts'

/**
 * A sum that is owed or kept for something, and so is no surplus: holiday pay, tax, redundancy, contingency.
 */
export type Protected = { readonly for: string; readonly sum: Pence }

export type SurplusFacts = {
  readonly weekly: Pence
  readonly balance: Pence
  readonly protect: readonly Protected[]
  /**
   * Tenths of weeks from which a surplus is looked at: a local setting, taken from council practice, not an
   * NHS rule.
   */
  readonly lookFromTenths: bigint
}

export type SurplusAnswer = {
  readonly grossTenths: bigint
  readonly protected: Pence
  readonly surplus: Pence
  readonly surplusTenths: bigint
  readonly proposal: boolean
}

const tenthsOfWeeks = (sum: Pence, weekly: Pence): bigint => (sum * 20n + weekly) / (2n * weekly)

/**
 * How much is in an account beyond what is protected, in weeks of payment to one decimal; a proposal to take
 * some back only
 * where the weeks, measured before rounding, are above the local limit. Protected sums come first (our own
 * rule).
 */
export function surplusOf({ weekly, balance, protect, lookFromTenths }: SurplusFacts): SurplusAnswer {
  const kept = protect.length === 0 ? nothing : plus(...protect.map(one => one.sum))
  const surplus = balance > kept ? minus(balance, kept) : nothing
  return {
    grossTenths: tenthsOfWeeks(balance, weekly),
    protected: kept,
    surplus,
    surplusTenths: tenthsOfWeeks(surplus, weekly),
    proposal: surplus * 10n > weekly * lookFromTenths,
  }
}

/**
 * What may be asked back after a death: the balance less the final bills, by the day that the letter gives.
 */
export function askOfEstate(of: {
  balance: Pence
  bills: readonly Pence[]
  letterOn: PlainDate
  days: number
}) {
  const kept = of.bills.length === 0 ? nothing : plus(...of.bills)
  return {
    kept,
    asked: of.balance > kept ? minus(of.balance, kept) : nothing,
    repayBy: addDays(of.letterOn, of.days),
  }
}
