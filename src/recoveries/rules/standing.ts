import { addDays, daysInside, later, type PlainDate } from '../../kernel/days.ts'
import { minus, nothing, type Pence, plus } from '../../kernel/money.ts'
import type { Recovery } from '../types.ts'

export const standings = [
  'proposed',
  'told',
  'objected',
  'answered',
  'to-enter',
  'to-repay',
  'late',
  'repaid',
  'dropped',
  'withdrawn',
] as const
/** How a recovery stands: worked out of its facts, never stored. */
export type Standing = (typeof standings)[number]

/** What counts now: the notice's terms, or those of the second decision, with paused days added. */
export type Terms = {
  readonly amount: Pence
  readonly objectBy: PlainDate | null
  /** The first day on which anything may move. */
  readonly movesOn: PlainDate | null
  readonly repayBy: PlainDate | null
  readonly repaid: Pence
  readonly left: Pence
  /** The last day of a pause that holds today. */
  readonly pausedUntil: PlainDate | null
}

type Pauses = readonly Pick<Recovery['pauses'][number], 'from' | 'until'>[]

/** A day moved on by every paused day that lies before it or on it; two pauses on one day count once. */
export function afterPauses(day: PlainDate, pauses: Pauses, since: PlainDate): PlainDate {
  const inOrder = [...pauses].sort((a, b) => (a.from < b.from ? -1 : 1))
  let [moved, counted] = [day, addDays(since, -1)]
  for (const { from, until } of inOrder) {
    const first = later(later(from, since), addDays(counted, 1))
    if (first > moved || until < first) continue
    moved = addDays(moved, daysInside(first, until))
    counted = later(counted, until)
  }
  return moved
}

/** The amount, the days and what is left to repay, as they count on a day. */
export function termsOf(one: Recovery, today: PlainDate): Terms {
  const decided = one.answer ?? one.notice
  const since = one.answer?.answeredOn ?? one.notice?.sentOn ?? today
  const paused = (day: PlainDate | null | undefined, from: PlainDate = since) =>
    day == null ? null : afterPauses(day, one.pauses, from)
  const amount = one.posted?.amount ?? one.answer?.amount ?? one.amount
  const repaid = plus(nothing, ...one.repaid.map(each => each.amount))
  const now = one.pauses.filter(({ from, until }) => from <= today && today <= until)
  return {
    amount,
    objectBy: paused(one.notice?.objectBy, one.notice?.sentOn),
    movesOn: paused(decided?.movesOn),
    repayBy: paused(decided?.repayBy),
    repaid,
    // What the one payment could not bear lapses: nothing comes off a second one.
    left: amount > repaid && !(one.way === 'net' && one.repaid.length > 0) ? minus(amount, repaid) : nothing,
    pausedUntil: now.reduce<PlainDate | null>(
      (last, { until }) => (last === null ? until : later(last, until)),
      null,
    ),
  }
}

/** What a standing follows from; its days with paused days added. */
export type StandingFacts = {
  readonly withdrawn: boolean
  readonly dropped: boolean
  readonly posted: boolean
  readonly told: boolean
  readonly objected: boolean
  readonly answered: boolean
  readonly repaidInFull: boolean
  readonly movesOn: PlainDate | null
  readonly repayBy: PlainDate | null
}

/** How a recovery with these facts stands on a day. */
export function standingOfFacts(facts: StandingFacts, today: PlainDate): Standing {
  if (facts.withdrawn) return 'withdrawn'
  if (facts.dropped) return 'dropped'
  if (facts.posted && facts.repaidInFull) return 'repaid'
  if (facts.posted) return facts.repayBy !== null && facts.repayBy < today ? 'late' : 'to-repay'
  if (!facts.told) return 'proposed'
  if (facts.objected && !facts.answered) return 'objected'
  if (facts.movesOn !== null && facts.movesOn <= today) return 'to-enter'
  return facts.answered ? 'answered' : 'told'
}

/** How a recovery stands on a day. */
export function standingOf(one: Recovery, today: PlainDate): Standing {
  const terms = termsOf(one, today)
  return standingOfFacts(
    {
      ...terms,
      // It comes off when we next pay: nobody but us can be late with it.
      repayBy: one.way === 'net' ? null : terms.repayBy,
      withdrawn: one.withdrawn !== null,
      dropped: one.answer?.outcome === 'dropped',
      posted: one.posted !== null,
      told: one.notice !== null,
      objected: one.objection !== null,
      answered: one.answer !== null,
      repaidInFull: terms.left === nothing,
    },
    today,
  )
}

const ends: readonly Standing[] = ['repaid', 'dropped', 'withdrawn']
/** Is there anything left to do about it? */
export const isOpen = (standing: Standing): boolean => !ends.includes(standing)
