import { type PlainDate, plainDate } from '../../kernel/days.ts'
import { orderRows } from '../reference/orders.ts'
import { duty, rule } from '../rule.ts'
import * as at from '../sources.ts'

export type Exclusion = keyof typeof orderRows
export const exclusions = Object.keys(orderRows) as readonly Exclusion[]

/** An order that is in force from one day to another, both inside (convention K9). */
export type Order = { readonly from: PlainDate; readonly until: PlainDate | null }
type Asked = { readonly order: Order | null; readonly on: PlainDate }
const order: Order = { from: plainDate('2026-02-02'), until: plainDate('2026-11-01') }

const exclusionRule = (exclusion: Exclusion) => {
  const { letter, says, by, from, until } = orderRows[exclusion]
  return rule<Asked, 'excluded' | null>({
    id: `DP-EXCL-${letter}`,
    says: `No direct payment to somebody under ${says}.`,
    by: [by],
    from,
    ...(until === null ? {} : { until }),
    cases: [
      { says: 'the day before the order', facts: { order, on: plainDate('2026-02-01') }, answer: null },
      { says: 'its first day', facts: { order, on: plainDate('2026-02-02') }, answer: 'excluded' },
      { says: 'its last day is inside', facts: { order, on: plainDate('2026-11-01') }, answer: 'excluded' },
      { says: 'the day after', facts: { order, on: plainDate('2026-11-02') }, answer: null },
      { says: 'no order', facts: { order: null, on: plainDate('2026-05-01') }, answer: null },
    ],
    decide: ({ order, on }) =>
      order !== null && order.from <= on && (order.until === null || on <= order.until) ? 'excluded' : null,
  })
}
const byExclusion = new Map(exclusions.map(exclusion => [exclusion, exclusionRule(exclusion)]))

/** The rule of the Schedule that speaks of an exclusion. */
export function ruleOfExclusion(exclusion: Exclusion): ReturnType<typeof exclusionRule> {
  const found = byExclusion.get(exclusion)
  if (!found) throw new RangeError(`no rule speaks of ${exclusion}`)
  return found
}

export const barsDirectPaymentOnly = duty({
  id: 'DP-EXCL-ONLY-DIRECT-PAYMENT',
  says: 'An exclusion bars the direct payment only. The other two ways stay open, for the whole sum.',
  by: [at.managingMoney],
  from: null,
  answer: ['notional', 'third-party'],
})

export const exclusionRules = [...byExclusion.values(), barsDirectPaymentOnly]
