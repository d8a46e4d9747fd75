import type { PlainDate } from '../../kernel/days.ts'
import { minus, negative, nothing, type Pence, plus } from '../../kernel/money.ts'
import type { LineKey } from '../../needs/public.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { ChargeId, Recharged, StatementId } from '../types.ts'
import { type Charge, chargesFor, type Facts } from './charges.ts'

type Days = { readonly from: PlainDate; readonly until: PlainDate }

/** A charge of a statement as it counts now. */
export type IssuedCharge = Days & {
  readonly id: ChargeId
  readonly key: LineKey
  readonly says: string
  readonly strand: Recharged
  readonly pence: Pence
  readonly disputed: boolean
  /** The change from a past day that it makes up for; null for the days of the period itself. */
  readonly change: string | null
}

/** What one body was charged for one budget and period. */
export type Issued = {
  readonly statement: StatementId
  readonly number: number
  readonly body: OrganisationId
  readonly period: Days
  readonly charges: readonly IssuedCharge[]
}

export type DisputedDays = Days & { readonly key: LineKey }

/**
 * What one statement becomes: charges that count no longer, those in their place, and what was left alone.
 */
export type Correction = {
  readonly issued: Issued
  readonly replaced: readonly IssuedCharge[]
  readonly charges: readonly Charge[]
  readonly before: Pence
  readonly after: Pence
  /** Lines that are or were in dispute in these days: what was settled about them stands. */
  readonly leftOut: readonly string[]
}

const sumsOf = (charges: readonly Pick<Charge, 'key' | 'strand' | 'pence'>[]): ReadonlyMap<string, Pence> => {
  const sums = new Map<string, Pence>()
  for (const { key, strand, pence } of charges)
    sums.set(`${key} ${strand}`, plus(sums.get(`${key} ${strand}`) ?? nothing, pence))
  return sums
}

function same(a: readonly Pick<Charge, 'key' | 'strand' | 'pence'>[], b: typeof a): boolean {
  const [x, y] = [sumsOf(a), sumsOf(b)]
  return x.size === y.size && [...x].every(([name, sum]) => y.get(name) === sum)
}

const total = (charges: readonly { readonly pence: Pence }[]): Pence =>
  plus(nothing, ...charges.map(({ pence }) => pence))

/**
 * What the shares that hold now make of a statement that was made before: each line's cost of the same days,
 * shared again (K8, K6). Null where nothing moves. A line in dispute in these days is left as it is, and so
 * is
 * what made up for a change from a past day. The cost itself, and so what the person gets, is not touched.
 */
export function correctionOf(
  issued: Issued,
  { lines, splits }: Pick<Facts, 'lines' | 'splits'>,
  disputed: readonly DisputedDays[],
): Correction | null {
  const { body, period } = issued
  const waits = ({ key }: { readonly key: LineKey }): boolean =>
    disputed.some(one => one.key === key && one.from <= period.until && one.until >= period.from)
  const replaced = issued.charges.filter(one => one.change === null && !one.disputed && !waits(one))
  const charges = chargesFor({ body, period, lines, splits, disputes: [] }).filter(one => !waits(one))
  if (same(replaced, charges)) return null
  const left = issued.charges.filter(one => one.change === null && (one.disputed || waits(one)))
  return {
    issued,
    replaced,
    charges,
    before: total(replaced),
    after: total(charges),
    leftOut: [...new Set(left.map(({ says }) => says))],
  }
}

/** What moves for one funder in one period; above nought where it carries more than before. */
export type Moved = {
  readonly body: OrganisationId
  readonly statement: StatementId | null
  readonly number: number | null
  readonly period: Days
  readonly before: Pence | null
  readonly after: Pence | null
  readonly moved: Pence
}

/** The moved sums by funder and period: those of each body, and the board's, which paid all of it. */
export function movedSums(corrections: readonly Correction[], lead: OrganisationId): readonly Moved[] {
  const ofBodies = corrections.map(
    ({ issued, before, after }): Moved => ({
      body: issued.body,
      statement: issued.statement,
      number: issued.number,
      period: issued.period,
      before,
      after,
      moved: minus(after, before),
    }),
  )
  const byPeriod = Map.groupBy(ofBodies, ({ period }) => `${period.from} ${period.until}`)
  return [...byPeriod.values()].flatMap(rows => {
    const [first] = rows
    if (first === undefined) return []
    const moved = negative(plus(nothing, ...rows.map(row => row.moved)))
    return [
      ...rows,
      { ...first, body: lead, statement: null, number: null, before: null, after: null, moved },
    ]
  })
}

export const correctingSays = {
  'nothing-to-correct':
    'Every statement follows the shares that everybody agreed. There is nothing to correct',
  'nothing-said': 'Say why the statements are corrected',
  'not-posted': 'The ledger did not take it. Nothing was posted',
} as const
export type CorrectingProblem = keyof typeof correctingSays
