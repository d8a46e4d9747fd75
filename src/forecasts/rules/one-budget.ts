import { lastsUntil } from '../../bank/public.ts'
import { addDays, addMonths, daysBetween, daysInside, later, type PlainDate } from '../../kernel/days.ts'
import { larger, minus, nothing, type Pence, plus, smaller, timesRoundedHalfUp } from '../../kernel/money.ts'

/** How the forecast of one budget is worked out, in one sentence. */
export const methodOfOne =
  'The last 13 weeks’ spending that we have evidence of, carried on to the end of the budget year.'
export const rangeOfOne =
  'The range is the same with the four weeks in a row that cost least, and with those that cost most; ' +
  'it always reaches as far as the forecast itself.'

const windowDays = 13 * 7
const fourWeeks = 28
/** Less evidence than this is no forecast. Ours: two four-weekly wages are the least that shows a pace. */
const leastDays = 8 * 7
/** Evidence that ended longer ago than this says nothing of today. Ours. */
const oldestDays = 13 * 7

export type Period = { readonly from: PlainDate; readonly until: PlainDate }
export type OneBudget = {
  readonly today: PlainDate
  /** The budget year that today is in; null where no agreement is signed by both sides. */
  readonly year: Period | null
  /** The days that evidence speaks for without a gap, up to the newest; null where there is none. */
  readonly evidence: Period | null
  /** What was left for the rest of the year at the end of the last day of evidence. */
  readonly left: Pence
  /** What was spent, by day, less what came back. */
  readonly spent: readonly { readonly on: PlainDate; readonly sum: Pence }[]
  /** What another arrangement would cost more (or less) a week from tomorrow on. */
  readonly moreWeekly: Pence
}

export const whyNoForecast = [
  'no-agreement',
  'no-evidence',
  'too-little-evidence',
  'evidence-too-old',
  'nothing-spent',
] as const
export type WhyNoForecast = (typeof whyNoForecast)[number]
export const whyNoForecastSays: Readonly<Record<WhyNoForecast, string>> = {
  'no-agreement': 'No agreement is signed by both sides, so there is no budget year yet.',
  'no-evidence': 'We have no statement yet, so we do not know how fast the money is spent.',
  'too-little-evidence': 'We have evidence of less than eight weeks in a row. That is too little to tell.',
  'evidence-too-old': 'The newest evidence is more than 13 weeks old. Please send a statement.',
  'nothing-spent': 'Nothing was spent in the days that we have evidence of.',
}

export type Point = { readonly day: PlainDate; readonly sum: Pence }
export type OneForecast =
  | { readonly ok: false; readonly because: readonly WhyNoForecast[] }
  | {
      readonly ok: true
      /** The days whose spending is carried on. */
      readonly over: Period
      readonly weekly: Pence
      /** The last day that the money lasts; null where that is beyond a hundred years. */
      readonly lasts: PlainDate | null
      readonly lastsTheYear: boolean
      /** Below nought where the money runs out before. */
      readonly leftAtEnd: Pence
      readonly low: Pence
      readonly high: Pence
      readonly expected: readonly Point[]
    }

const inside = ({ spent }: OneBudget, { from, until }: Period): Pence =>
  plus(...spent.filter(({ on }) => from <= on && on <= until).map(({ sum }) => sum))

function whyNot(one: OneBudget): readonly WhyNoForecast[] {
  const { year, evidence, today } = one
  if (year === null) return ['no-agreement']
  if (evidence === null) return ['no-evidence']
  return [
    ...(daysInside(evidence.from, evidence.until) < leastDays ? (['too-little-evidence'] as const) : []),
    ...(daysBetween(evidence.until, today) > oldestDays ? (['evidence-too-old'] as const) : []),
    ...(inside(one, evidence) <= nothing ? (['nothing-spent'] as const) : []),
  ]
}

/** The lowest and the highest four weeks in a row, by steps of a week. */
function fourWeekly(one: OneBudget, over: Period): { least: Pence; most: Pence } {
  const sums: Pence[] = []
  for (let until = over.until; addDays(until, 1 - fourWeeks) >= over.from; until = addDays(until, -7))
    sums.push(inside(one, { from: addDays(until, 1 - fourWeeks), until }))
  const sorted = sums.toSorted((a, b) => (a < b ? -1 : 1))
  return { least: sorted[0] ?? nothing, most: sorted.at(-1) ?? nothing }
}

/** Each month's last day after a day and up to another, and that other day itself. */
export function monthEnds(after: PlainDate, until: PlainDate): readonly PlainDate[] {
  const ends: PlainDate[] = []
  for (let first = addMonths(`${after.slice(0, 7)}-01` as PlainDate, 1); ; first = addMonths(first, 1)) {
    const end = addDays(first, -1)
    if (end >= until) return [...ends, until]
    if (end > after) ends.push(end)
  }
}

/**
 * When the money of one budget runs out and what is left at the end of its year: see `methodOfOne`. Gives
 * every reason why there is no forecast. Sums in pence; days are inside. The rule is ours (design).
 */
export function forecastOne(one: OneBudget): OneForecast {
  const because = whyNot(one)
  const { year, evidence, left, today, moreWeekly } = one
  if (because.length > 0 || year === null || evidence === null) return { ok: false, because }
  const over = { from: later(evidence.from, addDays(evidence.until, 1 - windowDays)), until: evidence.until }
  const days = BigInt(daysInside(over.from, over.until))
  const spent = inside(one, over)
  // Evidence of the year before gives the pace; what is left is of the year's first day.
  const asAt = later(over.until, addDays(year.from, -1))
  const start = later(today, asAt)
  const leftOn = (on: PlainDate, pace: Pence, paceDays: bigint): Pence => {
    const gone = timesRoundedHalfUp(pace, BigInt(Math.max(0, daysBetween(asAt, on))), paceDays)
    const more = timesRoundedHalfUp(moreWeekly, BigInt(Math.max(0, daysBetween(start, on))), 7n)
    return minus(minus(left, gone), more)
  }
  const { least, most } = fourWeekly(one, over)
  const at = (on: PlainDate): Pence => leftOn(on, spent, days)
  const pace = { spent, from: addDays(asAt, 1 - Number(days)), until: asAt }
  const lasts = runsOut({ one, pace, start, leftAtStart: at(start) })
  const leftAtEnd = at(year.until)
  return {
    ok: true,
    over,
    weekly: plus(timesRoundedHalfUp(spent, 7n, days), moreWeekly),
    lasts,
    lastsTheYear: lasts === null || lasts >= year.until,
    leftAtEnd,
    low: smaller(leftAtEnd, leftOn(year.until, most, BigInt(fourWeeks))),
    high: larger(leftAtEnd, leftOn(year.until, least, BigInt(fourWeeks))),
    expected: monthEnds(asAt, later(year.until, asAt)).map(day => ({ day, sum: at(day) })),
  }
}

type RunningOut = {
  readonly one: OneBudget
  readonly pace: Period & { readonly spent: Pence }
  readonly start: PlainDate
  readonly leftAtStart: Pence
}

/** As `lastsUntil` of the evidence, and from tomorrow on with what the other arrangement costs more. */
function runsOut({ one, pace, start, leftAtStart }: RunningOut): PlainDate | null {
  const asNow = lastsUntil({ left: one.left, ...pace })
  if (one.moreWeekly === nothing || (asNow !== null && asNow <= start)) return asNow
  const days = daysInside(pace.from, pace.until)
  const more = timesRoundedHalfUp(one.moreWeekly, BigInt(days), 7n)
  return lastsUntil({
    left: leftAtStart,
    spent: plus(pace.spent, more),
    from: addDays(start, 1 - days),
    until: start,
  })
}
