import type { PlainDate } from '../../kernel/days.ts'
import { minus, negative, nothing, type Pence, plus } from '../../kernel/money.ts'
import type { LineKey } from '../../needs/public.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { ChargeId, DisputeId, Recharged, StatementId } from '../types.ts'
import { type Charge, chargesFor, type Facts } from './charges.ts'
import { type SettledAgain, type SettledDispute, settledPart, standingDays } from './settled.ts'

type Days = { readonly from: PlainDate; readonly until: PlainDate }

/** A charge of a statement as it counts now. */
export type IssuedCharge = Days & {
  readonly id: ChargeId
  readonly key: LineKey
  readonly says: string
  readonly strand: Recharged
  readonly pence: Pence
  /** The dispute that it was charged into, or was moved into afterwards; how much of it. */
  readonly dispute: { readonly id: DisputeId; readonly pence: Pence; readonly moved: boolean } | null
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
export type Disputes = {
  readonly open: readonly DisputedDays[]
  readonly settled: readonly SettledDispute[]
}

/**
 * What one statement becomes: charges that count no longer, those in their place, and what was left alone.
 */
export type Correction = {
  readonly issued: Issued
  readonly replaced: readonly IssuedCharge[]
  readonly charges: readonly Charge[]
  /** Settled disputes of what is replaced, as they are posted again. */
  readonly settled: readonly SettledAgain[]
  readonly before: Pence
  readonly after: Pence
  /** Lines that are in dispute in these days: they wait until it is settled. */
  readonly leftOut: readonly string[]
}

type Summed = {
  readonly key: LineKey
  readonly strand: Recharged
  readonly pence: Pence
  readonly of: string
}

function same(a: readonly Summed[], b: readonly Summed[]): boolean {
  const sums = new Map<string, Pence>()
  const add = ({ key, strand, of }: Summed, pence: Pence) =>
    sums.set(`${key} ${strand} ${of}`, plus(sums.get(`${key} ${strand} ${of}`) ?? nothing, pence))
  for (const one of a) add(one, one.pence)
  for (const one of b) add(one, negative(one.pence))
  return [...sums.values()].every(sum => sum === nothing)
}

const total = (charges: readonly { readonly pence: Pence }[]): Pence =>
  plus(nothing, ...charges.map(({ pence }) => pence))

/** A charge as what is the body's own, and what is in a dispute. */
const apart = ({ key, strand, pence, dispute }: IssuedCharge): readonly Summed[] => [
  { key, strand, pence: minus(pence, dispute?.pence ?? nothing), of: '' },
  { key, strand, pence: dispute?.pence ?? nothing, of: dispute?.id ?? '' },
]
const labelled = (charges: readonly Charge[]): readonly Summed[] =>
  charges.map(({ key, strand, pence, dispute }) => ({ key, strand, pence, of: dispute ?? '' }))
const unlabelled = (charges: readonly Pick<Charge, 'key' | 'strand' | 'pence'>[]): readonly Summed[] =>
  charges.map(({ key, strand, pence }) => ({ key, strand, pence, of: '' }))

type Shares = Pick<Facts, 'lines' | 'splits'>

/** Lines of which a settlement is the last word and whose shares are still those that were charged. */
function settledLines({ body, period, charges }: Issued, facts: Shares, own: readonly SettledDispute[]) {
  const cuts = charges.flatMap(({ dispute, ...one }) =>
    dispute === null || dispute.moved || one.change !== null ? [] : [{ ...one, id: dispute.id }],
  )
  const found = chargesFor({ body, period, ...facts, disputes: cuts })
  return new Set(
    own
      .map(({ key }) => key)
      .filter(key => {
        const ofLine = <One extends { readonly key: LineKey }>(all: readonly One[]) =>
          all.filter(one => one.key === key)
        const was = ofLine(charges).filter(({ change }) => change === null)
        return (
          ofLine(own).every(one => standingDays(one, period, facts.splits).all) &&
          same(unlabelled(was), unlabelled(ofLine(found)))
        )
      }),
  )
}

/** A settled dispute with what is taken out of it, what comes into it, and what the body carries then. */
function settledAgain(
  one: SettledDispute,
  { replaced, charges }: Pick<Correction, 'replaced' | 'charges'>,
): SettledAgain & { readonly before: Pence; readonly after: Pence } {
  const out = replaced.flatMap(({ dispute }) => (dispute?.id === one.id ? [dispute] : []))
  const rest = minus(one.disputed, total(out))
  const disputed = plus(rest, total(charges.filter(({ dispute }) => dispute === one.id)))
  const bodyPays = settledPart(disputed, one.hundredths)
  const ofRest = settledPart(rest, one.hundredths)
  return {
    dispute: one.id,
    key: one.key,
    strand: one.strand,
    movedBack: total(out.filter(({ moved }) => moved)),
    disputed,
    bodyPays,
    before: minus(one.bodyPays, ofRest),
    after: minus(bodyPays, ofRest),
  }
}

/**
 * What the shares that hold now make of a statement that was made before: each line's cost of the same days,
 * shared again (K8, K6). Null where nothing moves. A line in dispute waits until it is settled, and what made
 * up for a change from a past day stays. A settlement stands, unless everybody agreed other shares of its
 * days afterwards. The cost itself, and so what the person gets, is not touched.
 */
export function correctionOf(issued: Issued, facts: Shares, { open, settled }: Disputes): Correction | null {
  const { body, period } = issued
  const own = settled.filter(({ id }) =>
    issued.charges.some(one => one.change === null && one.dispute?.id === id),
  )
  const inOpen = ({ dispute }: IssuedCharge) => dispute !== null && !own.some(({ id }) => id === dispute.id)
  const waits = ({ key }: { readonly key: LineKey }): boolean =>
    open.some(one => one.key === key && one.from <= period.until && one.until >= period.from) ||
    issued.charges.some(one => one.key === key && one.change === null && inOpen(one))
  const still = settledLines(issued, facts, own)
  const follows = (one: { readonly key: LineKey }): boolean => !waits(one) && !still.has(one.key)
  const replaced = issued.charges.filter(one => one.change === null && follows(one))
  const disputes = own.flatMap(one => standingDays(one, period, facts.splits).days)
  const charges = chargesFor({ body, period, ...facts, disputes }).filter(follows)
  if (same(replaced.flatMap(apart), labelled(charges))) return null
  const again = own.filter(follows).map(one => settledAgain(one, { replaced, charges }))
  const left = issued.charges.filter(one => one.change === null && waits(one))
  const agreed = total(labelled(charges).filter(({ of }) => of === ''))
  return {
    issued,
    replaced,
    charges,
    settled: again,
    before: plus(
      total(replaced.flatMap(apart).filter(({ of }) => of === '')),
      ...again.map(one => one.before),
    ),
    after: plus(agreed, ...again.map(one => one.after)),
    leftOut: [...new Set(left.map(({ says }) => says))],
  }
}

/** Each statement in turn: a settled dispute of several statements is what those before made of it. */
export function correctionsOf(
  issued: readonly Issued[],
  facts: Shares,
  { open, settled }: Disputes,
): readonly Correction[] {
  const now = new Map(settled.map(one => [one.id, one]))
  return issued.flatMap(one => {
    const found = correctionOf(one, facts, { open, settled: [...now.values()] })
    for (const { dispute, disputed, bodyPays } of found?.settled ?? []) {
      const was = now.get(dispute)
      if (was) now.set(dispute, { ...was, disputed, bodyPays })
    }
    return found ?? []
  })
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
