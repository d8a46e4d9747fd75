import { type PlainDate, plainDate } from '../../kernel/days.ts'
import { duty, rule } from '../rule.ts'
import * as at from '../sources.ts'
import type { Backing } from '../types.ts'

const since = plainDate('2013-08-01')

/**
 * Reference data, dated like the law it carries. The parallel list was since amended for the Sentencing
 * Code.
 */
const list = {
  'drug-rehabilitation-requirement': ['A', 'a drug rehabilitation requirement', at.schedule],
  'alcohol-treatment-requirement': ['B', 'an alcohol treatment requirement', at.schedule],
  'licence-with-drug-or-alcohol-work': ['C', 'a licence condition to work on drugs or alcohol', at.schedule],
  'community-rehabilitation-order-with-treatment': [
    'D',
    'a community rehabilitation order with treatment for drugs or alcohol',
    at.schedule,
  ],
  'drug-treatment-and-testing-order': ['E', 'a drug treatment and testing order', at.senSchedule],
  'youth-order-with-drug-treatment': [
    'F',
    'a youth rehabilitation order with drug treatment',
    at.senSchedule,
  ],
  'youth-order-with-drug-testing': ['G', 'a youth rehabilitation order with drug testing', at.senSchedule],
  'youth-order-with-intoxicating-substance-treatment': [
    'H',
    'a youth rehabilitation order with treatment for intoxicating substances, or a Scottish order like these',
    at.knownSchedule,
  ],
} as const satisfies Record<string, readonly [string, string, Backing]>

export type Exclusion = keyof typeof list
export const exclusions = Object.keys(list) as readonly Exclusion[]

/** An order that is in force from one day to another, both inside (convention K9). */
export type Order = { readonly from: PlainDate; readonly until: PlainDate | null }
type Asked = { readonly order: Order | null; readonly on: PlainDate }
const order: Order = { from: plainDate('2026-02-02'), until: plainDate('2026-11-01') }

const exclusionRule = (exclusion: Exclusion) => {
  const [letter, said, by] = list[exclusion]
  return rule<Asked, 'excluded' | null>({
    id: `DP-EXCL-${letter}`,
    says: `No direct payment to somebody under ${said}.`,
    by: [by],
    from: since,
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
