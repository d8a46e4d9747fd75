import { addDays, daysInside, earlier, later, type PlainDate } from '../../kernel/days.ts'
import { minus, nothing, type Pence, plus, type Thousandths } from '../../kernel/money.ts'
import { carried, type LineKey, type Strand, weeklyOf } from '../../needs/public.ts'
import { moneyForDays } from '../../payments/public.ts'
import type { AgreedSplit, CostedLine } from './charges.ts'

/** A line as it is, with how it is paid and up to which day that was paid. */
export type PaidLine = {
  readonly key: LineKey
  readonly units: Thousandths
  readonly per: 'week' | 'month' | 'year'
  readonly rate: Pence
  readonly weekly: Pence
  readonly notional: boolean
  readonly first: PlainDate
  readonly paidUntil: PlainDate | null
}

export type Change =
  | { readonly kind: 'rate'; readonly from: PlainDate; readonly rate: Pence }
  | { readonly kind: 'need'; readonly from: PlainDate; readonly units: Thousandths }
  | { readonly kind: 'start'; readonly from: PlainDate }

export const backDatingSays = {
  'not-in-the-past':
    'The day must be before the last day that was paid. A later change goes into the next plan',
  'nothing-paid-yet': 'Nothing was paid for this line yet, so there is nothing to make up for',
  'paid-by-the-nhs': 'The NHS itself pays for this line, so nothing is owed to the person',
  'before-the-line': 'The line begins later than that. Choose “start” to begin it earlier',
  'not-before-the-start': 'The line has begun by then already',
  'nothing-changes': 'That is what it is already',
  'lowers-the-budget': 'This would take money back. Less money needs notice in writing: use a review',
} as const
export type BackDatingProblem = keyof typeof backDatingSays

/** What a line costs a week after a change. */
export const weeklyAfter = (line: PaidLine, change: Change): Pence =>
  change.kind === 'rate'
    ? weeklyOf(line.units, change.rate, line.per)
    : change.kind === 'need'
      ? weeklyOf(change.units, line.rate, line.per)
      : line.weekly

/** Why a change can't be made from a past day; every reason at once. */
export function whyNotBackDate(line: PaidLine, change: Change): readonly BackDatingProblem[] {
  const problems: BackDatingProblem[] = []
  if (line.notional) problems.push('paid-by-the-nhs')
  if (line.paidUntil === null) problems.push('nothing-paid-yet')
  else if (change.from > line.paidUntil) problems.push('not-in-the-past')
  if (change.kind === 'start') {
    if (change.from >= line.first) problems.push('not-before-the-start')
    return problems
  }
  if (change.from < line.first) problems.push('before-the-line')
  const after = weeklyAfter(line, change)
  if (after === line.weekly) problems.push('nothing-changes')
  if (after < line.weekly) problems.push('lowers-the-budget')
  return problems
}

type Stretch = { readonly from: PlainDate; readonly until: PlainDate; readonly before: Pence }

/** What changes on which days, with what those days cost before: nought on days before the line began. */
function stretches(line: PaidLine, change: Change, { lines }: Facts): readonly Stretch[] {
  const paidUntil = line.paidUntil ?? change.from
  if (change.kind === 'start')
    return [{ from: change.from, until: earlier(addDays(line.first, -1), paidUntil), before: nothing }]
  return lines
    .filter(({ key }) => key === line.key)
    .map(one => ({
      from: later(one.from, change.from),
      until: earlier(one.until, paidUntil),
      before: one.weekly,
    }))
    .filter(({ from, until }) => from <= until)
}

export type Facts = { readonly lines: readonly CostedLine[]; readonly splits: readonly AgreedSplit[] }

export type Arrears = {
  readonly from: PlainDate
  readonly until: PlainDate
  readonly days: number
  readonly before: Pence
  readonly after: Pence
  readonly arrears: Pence
  /** In the order of the strands; all health where nothing was shared. */
  readonly shares: ReadonlyMap<Strand, Pence>
}

/**
 * What a change brings for the days that were paid already (V-18): for each stretch the money after less the
 * money before (weekly x days / 7, each rounded once, K8), shared as the line was shared then (K6).
 */
export function arrearsOf(line: PaidLine, change: Change, facts: Facts): Arrears {
  const after = weeklyAfter(line, change)
  const shares = new Map<Strand, Pence>()
  let [arrears, days, until] = [nothing, 0, change.from]
  for (const one of stretches(line, change, facts)) {
    const count = daysInside(one.from, one.until)
    const more = minus(moneyForDays(after, count), moneyForDays(one.before, count))
    const split = facts.splits
      .filter(({ from }) => from <= one.from)
      .reduce<AgreedSplit | null>((best, next) => (best && best.number > next.number ? best : next), null)
    for (const [strand, sum] of carried(more, split?.lines.get(line.key), after))
      shares.set(strand, plus(shares.get(strand) ?? nothing, sum))
    arrears = plus(arrears, more)
    days += count
    until = later(until, one.until)
  }
  return { from: change.from, until, days, before: line.weekly, after, arrears, shares }
}
