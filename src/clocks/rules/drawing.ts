import { addDays, addYears, daysBetween, earlier, later, type PlainDate } from '../../kernel/days.ts'
import type { RuleId } from '../../rights/public.ts'
import { findClock } from '../definitions.ts'
import type { ClockRun } from '../source.ts'
import { type Regime, regimeOf, regimes } from './regime.ts'
import { type RunStand, sayStand, standOfRun } from './standing.ts'

/** The days that are drawn, both inside. */
export type Span = { readonly from: PlainDate; readonly until: PlainDate }
/** A part of the drawing across: 0 is its left end, 1 its right one. */
export type Stretch = { readonly from: number; readonly until: number }

export type Bar<Run extends ClockRun = ClockRun> = {
  /** By which the table below names it. */
  readonly number: number
  readonly run: Run
  readonly stand: RunStand
  /** What stands at the bar: its number, and in words what is late. */
  readonly label: string
  /** From its start until it is due; until today, or its end, where no day is known. */
  readonly waits: Stretch
  readonly pauses: readonly Stretch[]
  /** From the day after the due day until it was met, dropped, or until today. */
  readonly overdue: Stretch | null
  readonly met: number | null
  readonly dropped: number | null
  /** On which of its row's tracks it lies, so that none covers another. */
  readonly track: number
}
export type DrawnRow<Run extends ClockRun = ClockRun> = {
  readonly clock: RuleId
  readonly says: string
  readonly tracks: number
  readonly bars: readonly Bar<Run>[]
}
export type Lane<Run extends ClockRun = ClockRun> = {
  readonly regime: Regime
  readonly rows: readonly DrawnRow<Run>[]
}
export type Drawing<Run extends ClockRun = ClockRun> = {
  readonly span: Span
  readonly lanes: readonly Lane<Run>[]
  readonly years: readonly { readonly year: number; readonly at: number }[]
  /** Null where today is not within the span. */
  readonly today: number | null
}

const usualYears = 3

/** Three years with today in them, two of them gone; `back` moves the span by whole years into the past. */
export function spanOf(today: PlainDate, back: number): Span {
  const until = addYears(today, 1 - back)
  return { from: addDays(addYears(until, -usualYears), 1), until }
}

const across = ({ from, until }: Span, day: PlainDate): number =>
  Math.min(1, Math.max(0, daysBetween(from, day) / (daysBetween(from, until) + 1)))

const stretch = (span: Span, first: PlainDate, last: PlainDate): Stretch => ({
  from: across(span, first),
  until: across(span, addDays(last, 1)),
})

const isIn = (span: Span, day: PlainDate | null): day is PlainDate =>
  day !== null && day >= span.from && day <= span.until

/** The last day of a run on the drawing: when it ended, else today or the day it is due, what is later. */
function lastDayOf({ paused_due_on: by, met_on: met, dropped_on: dropped }: ClockRun, today: PlainDate) {
  if (met !== null && met <= today) return by === null ? met : later(met, by)
  if (dropped !== null && dropped <= today) return dropped
  return by === null ? today : later(by, today)
}

/** The day until which a run that passed its day was late; null where it did not pass it. */
function lateUntil({ paused_due_on: by, met_on: met, dropped_on: dropped }: ClockRun, today: PlainDate) {
  const until = [met, dropped, today].filter(day => day !== null).reduce(earlier)
  return by !== null && until > by ? until : null
}

/** Where a bar begins: a wait that counts from birth is drawn for its last year only. */
function drawnFrom({ clock, started_on: start, paused_due_on: by }: ClockRun): PlainDate {
  return by !== null && findClock(clock).limit?.unit === 'years-of-age' ? addYears(by, -1) : start
}

function barOf<Run extends ClockRun>(
  run: Run,
  number: number,
  { span, today }: { readonly span: Span; readonly today: PlainDate },
): Omit<Bar<Run>, 'track'> {
  const { paused_due_on: by, met_on: met, dropped_on: dropped } = run
  const start = drawnFrom(run)
  const stand = standOfRun(run, today)
  const late = lateUntil(run, today)
  const last = lastDayOf(run, today)
  const waitsUntil = by === null ? last : earlier(by, last)
  return {
    number,
    run,
    stand,
    label: stand === 'overdue' || stand === 'met-late' ? `${number}: ${sayStand(run, today)}` : `${number}`,
    waits: stretch(span, start, waitsUntil),
    pauses: run.pauses
      .filter(one => one.accepted && one.from <= span.until && one.until >= span.from)
      .map(one => stretch(span, later(one.from, start), earlier(one.until, waitsUntil))),
    overdue: late === null || by === null ? null : stretch(span, addDays(by, 1), late),
    met: isIn(span, met) && met <= today ? across(span, met) : null,
    dropped: stand === 'dropped' && isIn(span, dropped) ? across(span, dropped) : null,
  }
}

// What a letter of a label takes of the width of the drawing, and the gap between two bars.
const letterWide = 0.0085
const gap = 0.004

/** Puts each bar on the first track that is free where it, or its label, begins. */
function onTracks<Run extends ClockRun>(bars: readonly Omit<Bar<Run>, 'track'>[]): readonly Bar<Run>[] {
  const ends: number[] = []
  return bars.map(bar => {
    const begins = bar.waits.from
    const free = ends.findIndex(end => end <= begins)
    const track = free < 0 ? ends.length : free
    const labelled = begins + bar.label.length * letterWide
    ends[track] = Math.max(bar.waits.until, bar.overdue?.until ?? 0, labelled) + gap
    return { ...bar, track }
  })
}

const placeOf = (run: ClockRun): string => `${drawnFrom(run)} ${run.clock} ${run.href}`

/**
 * All clocks of one person over a span: a lane for each regime, a row for each kind, a bar for each run that
 * touches the span. The bars are numbered from the left, for the table that says the same in words.
 */
export function drawing<Run extends ClockRun>(
  runs: readonly Run[],
  span: Span,
  today: PlainDate,
): Drawing<Run> {
  const shown = [...runs]
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
    .filter(run => drawnFrom(run) <= span.until && lastDayOf(run, today) >= span.from)
    .map((run, place) => barOf(run, place + 1, { span, today }))
  const rowsOf = (regime: Regime): readonly DrawnRow<Run>[] =>
    [...new Set(shown.map(bar => bar.run.clock).filter(clock => regimeOf(clock) === regime))].map(clock => {
      const bars = onTracks(shown.filter(bar => bar.run.clock === clock))
      const tracks = 1 + Math.max(...bars.map(bar => bar.track))
      return { clock, says: findClock(clock).awaits, tracks, bars }
    })
  const years = daysBetween(span.from, span.until) < 0 ? [] : yearsIn(span)
  return {
    span,
    lanes: regimes.map(regime => ({ regime, rows: rowsOf(regime) })).filter(lane => lane.rows.length > 0),
    years,
    today: isIn(span, today) ? across(span, today) : null,
  }
}

function yearsIn(span: Span): Drawing['years'] {
  const [first, last] = [Number(span.from.slice(0, 4)), Number(span.until.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, place) => first + place)
    .map(year => ({ year, day: `${year}-01-01` as PlainDate }))
    .filter(({ day }) => isIn(span, day))
    .map(({ year, day }) => ({ year, at: across(span, day) }))
}

/** Every bar of a drawing, by its number. */
export const barsOf = <Run extends ClockRun>({ lanes }: Drawing<Run>): readonly Bar<Run>[] =>
  lanes.flatMap(lane => lane.rows.flatMap(row => row.bars)).sort((a, b) => a.number - b.number)
