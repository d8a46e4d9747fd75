import { addDays, daysInside, earlier, later, type PlainDate } from '../../kernel/days.ts'
import { nothing, type Pence, pence, plus } from '../../kernel/money.ts'
import { moneyForDays } from '../../payments/public.ts'
import type { Payer } from '../types.ts'
import type { PlanLine } from './line-facts.ts'

/** A line of one signed-off version of a plan, in force from a day until a day (both inside). */
export type DatedLine = {
  readonly key: string
  readonly says: string
  readonly unit: string
  readonly rate: Pence
  readonly weekly: Pence
  readonly way: 'notional' | 'third-party' | 'direct-payment'
  readonly payee: string
  readonly from: PlainDate
  readonly until: PlainDate | null
}

const holdsOn = ({ from, until }: DatedLine, day: PlainDate): boolean =>
  from <= day && (until === null || day <= until)

/** The form of a line on a day, else the newest before it, else the first after it. */
const nearest = (lines: readonly DatedLine[], key: string, day: PlainDate): DatedLine | undefined => {
  const own = lines.filter(one => one.key === key)
  return own.find(one => holdsOn(one, day)) ?? own.findLast(one => one.from <= day) ?? own[0]
}

/** A line of the plan for a day; null where no signed-off plan ever held it. */
export function planLineOn(lines: readonly DatedLine[], key: string | null, day: PlainDate): PlanLine | null {
  const found = key === null ? undefined : nearest(lines, key, day)
  if (found === undefined) return null
  const { says, unit, rate, until } = found
  return { says, unit, rate, inForce: holdsOn(found, day), lastDay: found.from <= day ? until : null }
}

const payerOf = {
  notional: 'nhs',
  'third-party': 'third-party',
  'direct-payment': 'holder',
} as const satisfies Record<DatedLine['way'], Payer>

/**
 * Who pays a line on a day: it follows how the line is held. Where no line is named, the NHS if it pays any
 * line itself, else whoever holds the budget.
 */
export function payerOn(lines: readonly DatedLine[], key: string | null, day: PlainDate): Payer {
  const found = key === null ? undefined : nearest(lines, key, day)
  if (found !== undefined) return payerOf[found.way]
  const ways = ['notional', 'third-party', 'direct-payment'] as const
  const way = ways.find(one => lines.some(line => line.way === one))
  return payerOf[way ?? 'notional']
}

type Period = { readonly from: PlainDate; readonly until: PlainDate }

/** What a line comes to for a period: weekly x days / 7 of each version, each rounded once (K8). */
export const budgetFor = (lines: readonly DatedLine[], key: string | null, period: Period): Pence =>
  plus(
    nothing,
    ...lines
      .filter(one => one.key === key)
      .map(one => {
        const from = later(one.from, period.from)
        const until = one.until === null ? period.until : earlier(one.until, period.until)
        return until < from ? pence(0n) : moneyForDays(one.weekly, daysInside(from, until))
      }),
  )

/** Each line by its key as it is named last, for somebody who chooses one. */
export const lineNames = (lines: readonly DatedLine[]): ReadonlyMap<string, string> =>
  new Map(lines.map(({ key, says }) => [key, says]))

/** The days around a period in which the same lines are looked for. */
export const around = ({ from, until }: Period, days: number): Period => ({
  from: addDays(from, -days),
  until: addDays(until, days),
})
