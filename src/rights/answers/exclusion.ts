import { addDays, later, type PlainDate } from '../../kernel/days.ts'
import { backedBy, inForceOn } from '../rule.ts'
import { allWaysOffered } from '../rules/entitlement.ts'
import { barsDirectPaymentOnly, type Exclusion, type Order, ruleOfExclusion } from '../rules/exclusions.ts'
import { type Backed, type Way, ways } from '../types.ts'

export type ExcludingOrder = Order & { readonly exclusion: Exclusion }
export type ExclusionAnswer = Backed & {
  readonly directPayment: 'excluded' | 'open'
  readonly reasons: readonly Exclusion[]
  /** The ways of managing the whole sum that are open on that day. */
  readonly openWays: readonly Way[]
  /** The first day on which no order stands in the way; null while one has no last day. */
  readonly considerFrom: PlainDate | null
}

const standing = (orders: readonly ExcludingOrder[], on: PlainDate): readonly ExcludingOrder[] =>
  orders.filter(order => {
    const row = ruleOfExclusion(order.exclusion)
    return inForceOn(row, on) && row.decide({ order, on }) === 'excluded'
  })

function firstFreeDay(orders: readonly ExcludingOrder[], on: PlainDate): PlainDate | null {
  const now = standing(orders, on)
  if (now.length === 0) return on
  const last = now.reduce<PlainDate | null>(
    (latest, { until }) => (latest === null || until === null ? null : later(latest, until)),
    on,
  )
  return last === null ? null : firstFreeDay(orders, addDays(last, 1))
}

/** Is a direct payment barred on that day, why, what stays open, and from when may it be considered? */
export function exclusionOn(orders: readonly ExcludingOrder[], on: PlainDate): ExclusionAnswer {
  const now = standing(orders, on)
  const excluded = now.length > 0
  return {
    directPayment: excluded ? 'excluded' : 'open',
    reasons: [...new Set(now.map(({ exclusion }) => exclusion))],
    openWays: excluded ? barsDirectPaymentOnly.decide({}).filter(isWay) : ways,
    considerFrom: firstFreeDay(orders, on),
    ...(excluded
      ? backedBy(...now.map(({ exclusion }) => ruleOfExclusion(exclusion)), barsDirectPaymentOnly)
      : backedBy(allWaysOffered)),
  }
}

const isWay = (text: string): text is Way => ways.some(way => way === text)
