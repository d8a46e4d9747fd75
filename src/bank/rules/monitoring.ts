import { createHash } from 'node:crypto'
import { addDays, type PlainDate } from '../../kernel/days.ts'
import type { FlagKind, LineId, Tier } from '../types.ts'
import { usualFigures } from './settings.ts'

/** What counts for how closely a budget is looked at: its money, and nothing about who the person is. */
export type MonitoringFacts = {
  /** The first day of the first agreement. */
  readonly since: PlainDate
  readonly statementOverdue: boolean
  /** The flags that stand. */
  readonly flags: readonly FlagKind[]
}

/** A body's own figures; without a setting the usual ones stand. None of them is law. */
export type MonitoringSettings = {
  /** Days with nothing wrong after which a light look is enough. */
  readonly settledDays: number
  /** Of a hundred payments, how many are looked at. */
  readonly shares: Readonly<Record<Tier, number>>
  /** However few payments there are. */
  readonly least: number
}
export const usualSettings: MonitoringSettings = {
  settledDays: usualFigures['looking-settled-days'],
  shares: {
    light: usualFigures['looking-light-share'],
    usual: usualFigures['looking-usual-share'],
    close: usualFigures['looking-close-share'],
  },
  least: usualFigures['looking-least-payments'],
}

export type TierReason =
  | 'prohibited'
  | 'over'
  | 'out-of-plan-again'
  | 'statement-overdue'
  | 'new'
  | 'flag-open'
  | 'settled'

export type Looking = { readonly tier: Tier; readonly reasons: readonly TierReason[] }

/**
 * How closely a budget is looked at on a day, with every reason. Source: the money's use has to be looked at
 * (DP-REV-05) and an account has to be auditable (SI 2013/1617 reg 13(2)(b)); how closely is local practice.
 */
export function lookingAt(facts: MonitoringFacts, today: PlainDate, set = usualSettings): Looking {
  const closer: TierReason[] = []
  if (facts.flags.includes('prohibited')) closer.push('prohibited')
  if (facts.flags.includes('over')) closer.push('over')
  if (facts.flags.filter(kind => kind === 'out-of-plan').length > 1) closer.push('out-of-plan-again')
  if (facts.statementOverdue) closer.push('statement-overdue')
  if (closer.length > 0) return { tier: 'close', reasons: closer }
  const usual: TierReason[] = []
  if (addDays(facts.since, set.settledDays) > today) usual.push('new')
  if (facts.flags.length > 0) usual.push('flag-open')
  return usual.length > 0 ? { tier: 'usual', reasons: usual } : { tier: 'light', reasons: ['settled'] }
}

/** How many of some payments are looked at. */
export const sampleSize = (tier: Tier, of: number, { shares, least } = usualSettings): number =>
  Math.min(of, Math.max(least, Math.ceil((of * shares[tier]) / 100)))

/**
 * The lines that the lot falls on: each line's place is the SHA-256 of the seed and its id, and the first
 * ones are taken. Whoever has the seed and the ids draws the same lines again.
 */
export function drawn(lines: readonly LineId[], seed: string, size: number): readonly LineId[] {
  const place = (id: LineId): string => createHash('sha256').update(`${seed} ${id}`).digest('hex')
  return lines
    .map(id => ({ id, at: place(id) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id)
}

export const tierSays: Record<Tier, string> = {
  light: 'A light look',
  usual: 'The usual look',
  close: 'A closer look',
}

export const reasonSays: Record<TierReason, string> = {
  prohibited: 'A payment may be for something that this money may not buy.',
  over: 'More was spent than was agreed, by over four weeks of money.',
  'out-of-plan-again': 'More than one payment was for something that is not in the plan.',
  'statement-overdue': 'The next bank statement is overdue.',
  new: 'The budget is still new.',
  'flag-open': 'Something about a payment is not settled yet.',
  settled: 'The budget has run for a long time, and nothing is open.',
}
