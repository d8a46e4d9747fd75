import { addDays, daysInside, earlier, later, type PlainDate, sayShortDay } from '../../kernel/days.ts'
import {
  larger,
  minus,
  nothing,
  type Pence,
  pence,
  plus,
  smaller,
  timesRoundedHalfUp,
} from '../../kernel/money.ts'
import type { Kept, LocalFigure, Working } from '../types.ts'

export type SurplusFacts = {
  readonly weekly: Pence
  readonly balance: Pence
  readonly protect: readonly { readonly sum: Pence }[]
  /**
   * Tenths of weeks from which a surplus is looked at: a local setting, taken from council practice, not an
   * NHS rule. Null where the board has set none: then no surplus is proposed.
   */
  readonly lookFromTenths: bigint | null
}

export type SurplusAnswer = {
  readonly grossTenths: bigint
  readonly protected: Pence
  readonly surplus: Pence
  readonly surplusTenths: bigint
  readonly proposal: boolean
}

const tenthsOfWeeks = (sum: Pence, weekly: Pence): bigint =>
  weekly <= 0n ? 0n : (sum * 20n + weekly) / (2n * weekly)

const tenthsOf = (limit: LocalFigure | null): bigint | null =>
  limit === null ? null : BigInt(Math.round(limit.value * 10))

const isAbove = (surplus: Pence, weekly: Pence, tenths: bigint | null): boolean =>
  tenths !== null && surplus * 10n > weekly * tenths

/**
 * How much is in an account beyond what is protected, in weeks of payment to one decimal; a proposal to take
 * some back only
 * where the weeks, measured before rounding, are above the local limit. Protected sums come first (our own
 * rule).
 */
export function surplusOf({ weekly, balance, protect, lookFromTenths }: SurplusFacts): SurplusAnswer {
  const kept = plus(nothing, ...protect.map(one => one.sum))
  const surplus = balance > kept ? minus(balance, kept) : nothing
  return {
    grossTenths: tenthsOfWeeks(balance, weekly),
    protected: kept,
    surplus,
    surplusTenths: tenthsOfWeeks(surplus, weekly),
    proposal: isAbove(surplus, weekly, lookFromTenths),
  }
}

/**
 * What may be asked back after a death: the balance less the final bills, by the day that the letter gives.
 */
export function askOfEstate(of: {
  balance: Pence
  bills: readonly Pence[]
  letterOn: PlainDate
  days: number
}) {
  const kept = plus(nothing, ...of.bills)
  return {
    kept,
    asked: of.balance > kept ? minus(of.balance, kept) : nothing,
    repayBy: addDays(of.letterOn, of.days),
  }
}

/** Facts of the bank, the ledger and the agreement about one budget on a day. */
export type Found = {
  readonly today: PlainDate
  readonly weekly: Pence
  readonly from: PlainDate
  /** The last day held; null while no end is set. */
  readonly endsOn: PlainDate | null
  readonly shownUntil: PlainDate | null
  readonly held: Pence
  /** Of emergency advances, what was taken off no payment. */
  readonly advance: Pence
  readonly outsidePlan: Pence
}

/** The board's own figures. Weeks of bills to come and of contingency that stay in the account. */
export type Figures = {
  readonly limit: LocalFigure | null
  readonly billsWeeks: LocalFigure | null
  readonly contingencyWeeks: LocalFigure | null
}

/** Kept where a board has set nothing: four weeks of bills, one for the unexpected. Our own choice. */
export const usualBillsWeeks = 4
export const usualContingencyWeeks = 1

const weeksSaid = (weeks: number): string => (weeks === 1 ? '1 week' : `${weeks} weeks`)
const setBy = (figure: LocalFigure | null): string =>
  figure === null ? 'our usual figure' : `a local setting from ${sayShortDay(figure.from)}`

function notShownYet({ today, weekly, from, endsOn, shownUntil }: Found): Kept | null {
  const first = shownUntil === null ? from : later(from, addDays(shownUntil, 1))
  const last = endsOn === null ? today : earlier(today, endsOn)
  if (last < first) return null
  const sum = timesRoundedHalfUp(weekly, BigInt(daysInside(first, last)), 7n)
  const because =
    `Care planned from ${sayShortDay(first)} to ${sayShortDay(last)}, ` +
    'days for which we have no statement yet. It has most likely been spent.'
  return sum > nothing ? { kind: 'not-shown-yet', sum, because } : null
}

function billsToCome(found: Found, figure: LocalFigure | null): Kept | null {
  const weeks = figure?.value ?? usualBillsWeeks
  if (weeks === 0 || (found.endsOn !== null && found.endsOn <= found.today)) return null
  const because = `Care of the next ${weeksSaid(weeks)}, so that bills can be paid (${setBy(figure)}).`
  return { kind: 'bills-to-come', sum: pence(found.weekly * BigInt(weeks)), because }
}

function contingency(found: Found, figure: LocalFigure | null): Kept | null {
  const weeks = figure?.value ?? usualContingencyWeeks
  if (weeks === 0 || (found.endsOn !== null && found.endsOn <= found.today)) return null
  const because = `${weeksSaid(weeks)} for what nobody can foresee (${setBy(figure)}).`
  return { kind: 'contingency', sum: pence(found.weekly * BigInt(weeks)), because }
}

/**
 * What is protected without anybody having to ask for it: care that no statement shows yet, the bills of the
 * next weeks, contingency. After the last day only the first of them is left: final bills are typed in.
 */
export const protectedByItself = (found: Found, figures: Figures): readonly Kept[] =>
  [
    notShownYet(found),
    billsToCome(found, figures.billsWeeks),
    contingency(found, figures.contingencyWeeks),
  ].filter(one => one !== null && one.sum > nothing) as Kept[]

/**
 * What of the account is an advance that no payment can make good any more: once the budget has ended, and
 * never more than is in the account. It is a part of what is held, so it is counted once.
 */
export function advanceIn({
  advance,
  held,
  endsOn,
  today,
}: Pick<Found, 'advance' | 'held' | 'endsOn' | 'today'>): Pence {
  if (endsOn === null || endsOn > today || held <= nothing) return nothing
  return smaller(advance, held)
}

/** What of an advance is in no recovery yet: those that were withdrawn or dropped do not count. */
export const notCarried = (ahead: Pence, carried: readonly Pence[]): Pence =>
  larger(nothing, minus(ahead, plus(nothing, ...carried)))

/** The whole working: what was found, what is protected by itself and by what is owed, what is left. */
export function workingOf(found: Found, figures: Figures, owed: readonly Kept[]): Working {
  const kept = [...owed.filter(({ sum }) => sum > nothing), ...protectedByItself(found, figures)]
  const answer = surplusOf({
    weekly: found.weekly,
    balance: found.held,
    protect: kept,
    lookFromTenths: tenthsOf(figures.limit),
  })
  return {
    foundOn: found.today,
    shownUntil: found.shownUntil,
    weekly: found.weekly,
    held: found.held,
    advance: advanceIn(found),
    outsidePlan: found.outsidePlan,
    kept,
    protectedSum: answer.protected,
    surplus: answer.surplus,
    heldTenths: answer.grossTenths,
    surplusTenths: answer.surplusTenths,
    limit: figures.limit,
  }
}

/** Is what is left above the board's limit, measured in weeks before rounding? Never without a limit. */
export const isAboveLimit = ({ weekly, surplus, limit }: Working): boolean =>
  isAbove(surplus, weekly, tenthsOf(limit))

/** The most that may be asked on a ground: what was spent outside the plan, or what is left to hold. */
export const mostToAsk = (ground: string, { outsidePlan, surplus }: Working): Pence =>
  takesFromOutside(ground) ? (outsidePlan > nothing ? outsidePlan : nothing) : surplus

/** Is the money that is asked for what was spent outside the plan, rather than what is in the account? */
export const takesFromOutside = (ground: string): boolean =>
  ground === 'spent-outside-plan' || ground === 'theft-fraud-or-other-offence'
