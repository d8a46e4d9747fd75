import { addDays, daysInside, earlier, later, type PlainDate } from '../../kernel/days.ts'
import { nothing, type Pence } from '../../kernel/money.ts'
import { carried, type LineKey, type LineSplit, type Strand } from '../../needs/public.ts'
import { moneyForDays } from '../../payments/public.ts'
import type { OrganisationId } from '../../people/public.ts'
import { type DisputeId, type Recharged, rechargedStrands } from '../types.ts'

type Days = { readonly from: PlainDate; readonly until: PlainDate }

/** A line of a plan on the days on which that version was in force and the budget was held. */
export type CostedLine = Days & { readonly key: LineKey; readonly says: string; readonly weekly: Pence }

/** A split that everybody agreed, in the order in which they were written. */
export type AgreedSplit = {
  readonly from: PlainDate
  readonly number: number
  /** The day on which the last of the bodies agreed. */
  readonly agreedOn: PlainDate
  readonly lines: ReadonlyMap<LineKey, LineSplit>
  readonly bodies: ReadonlyMap<Strand, OrganisationId>
}

export type OpenDispute = Days & { readonly id: DisputeId; readonly key: LineKey; readonly strand: Recharged }

/** A body's part of a line for some days. */
export type Charge = Days & {
  readonly key: LineKey
  readonly says: string
  readonly strand: Recharged
  readonly pence: Pence
  readonly dispute: DisputeId | null
  /** The change from a past day that this makes up for; null for the days of the period itself. */
  readonly change: string | null
}

export type Facts = {
  readonly body: OrganisationId
  readonly period: Days
  readonly lines: readonly CostedLine[]
  readonly splits: readonly AgreedSplit[]
  readonly disputes: readonly OpenDispute[]
}

/** The split that holds on a day: of those that began, the one written last. */
export const splitOn = (splits: readonly AgreedSplit[], day: PlainDate): AgreedSplit | null =>
  splits.reduce<AgreedSplit | null>(
    (best, one) => (one.from <= day && (best === null || one.number > best.number) ? one : best),
    null,
  )

/** Stretches of days within which no split and no dispute begins or ends. */
function stretches({ from, until }: Days, key: LineKey, { splits, disputes }: Facts): readonly Days[] {
  const ofLine = disputes.filter(one => one.key === key)
  const cuts = [
    ...splits.map(one => one.from),
    ...ofLine.flatMap(one => [one.from, addDays(one.until, 1)]),
  ].filter(day => day > from && day <= until)
  const starts = [from, ...[...new Set(cuts)].sort()]
  return starts.map((start, place) => {
    const next = starts[place + 1]
    return { from: start, until: next === undefined ? until : addDays(next, -1) }
  })
}

/**
 * What a body carries of a budget's lines in a period: for each stretch of days the line's cost (weekly x
 * days / 7, rounded once, K8), shared to the penny (K6). A part in dispute says so; the rest is as ever.
 */
export function chargesFor(facts: Facts): readonly Charge[] {
  const { period, lines } = facts
  return lines.flatMap(line => {
    const days = { from: later(line.from, period.from), until: earlier(line.until, period.until) }
    if (days.until < days.from) return []
    return stretches(days, line.key, facts).flatMap(stretch => chargesIn(stretch, line, facts))
  })
}

function chargesIn(days: Days, line: CostedLine, { body, splits, disputes }: Facts): readonly Charge[] {
  const split = splitOn(splits, days.from)
  if (split === null) return []
  const cost = moneyForDays(line.weekly, daysInside(days.from, days.until))
  const shares = carried(cost, split.lines.get(line.key), line.weekly)
  return rechargedStrands.flatMap((strand): readonly Charge[] => {
    const sum = shares.get(strand) ?? nothing
    if (sum === nothing || split.bodies.get(strand) !== body) return []
    const dispute = disputes.find(
      one =>
        one.key === line.key && one.strand === strand && one.from <= days.from && one.until >= days.until,
    )
    const { key, says } = line
    return [{ ...days, key, says, strand, pence: sum, dispute: dispute?.id ?? null, change: null }]
  })
}
