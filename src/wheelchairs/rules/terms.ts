import type { PlainDate } from '../../kernel/days.ts'
import { minus, nothing, type Pence, pence, plus, smaller } from '../../kernel/money.ts'
import { type ChairTerms, chairPeriodEnds, chairTerms, together } from '../../rights/public.ts'
import type { Agreed, Choice, RepairPart, Round } from '../types.ts'

/** What a round is worth: the chair that meets the need, or the voucher that it was before. */
export const worthOf = ({ voucher, value }: Pick<Round, 'voucher' | 'value'>): Pence =>
  voucher?.value ?? value

type Worth = Pick<Round, 'voucher' | 'value' | 'repairYearly'>
type Chosen = Pick<Choice, 'way' | 'quote'>

/** What a choice means for somebody, over so many years; null where its quote is missing. */
export function termsOf(round: Worth, { way, quote }: Chosen, years: number): ChairTerms | null {
  if (way === 'notional') return chairTerms(worthOf(round), { way })
  if (quote === null) return null
  if (way === 'notional-with-contribution')
    return chairTerms(worthOf(round), { way, features: quote.net, vatExempt: quote.vat === nothing })
  const repairMoney = pence(round.repairYearly * BigInt(years))
  return chairTerms(worthOf(round), { way, price: quote.total, repairMoney })
}

type Period = { readonly startsOn: PlainDate; readonly years: number }
/** The last day of a budget, with its rules; a voucher keeps its own. */
export function endOf({ voucher }: Pick<Round, 'voucher'>, { startsOn, years }: Period) {
  const usual = chairPeriodEnds(startsOn, years)
  return voucher === null ? usual : { ...together(), ends: voucher.until }
}

/** What givers have promised, and what of it has come. */
export function promisedTo({ contributions }: Pick<Round, 'contributions'>) {
  const sum = (of: Round['contributions']): Pence => plus(nothing, ...of.map(one => one.amount))
  return { promised: sum(contributions), received: sum(contributions.filter(one => one.receivedOn !== null)) }
}

type HasRepairs = Pick<Round, 'agreed' | 'repairs' | 'unspent'>
/** What is left of the money for repairs. What one year does not use stays until the period ends: our way. */
export function repairMoneyLeft({ agreed, repairs, unspent }: HasRepairs): Pence {
  if (agreed === null || agreed.repairs !== 'person') return nothing
  const spent = plus(nothing, ...repairs.map(one => one.done?.nhsPays ?? nothing))
  return minus(agreed.repairMoney, plus(spent, unspent?.amount ?? nothing))
}

type Mended = { readonly cost: Pence; readonly part: RepairPart; readonly left: Pence }
/** What the NHS pays of a repair: all of it, the basic chair only, or what is left of the repair money. */
export function nhsShareOfRepair({ repairs }: Pick<Agreed, 'repairs'>, { cost, part, left }: Mended): Pence {
  if (repairs === 'nhs') return cost
  if (repairs === 'nhs-basic-chair-only') return part === 'basic' ? cost : nothing
  return smaller(cost, left)
}
