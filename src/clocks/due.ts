import {
  addDays,
  addMonths,
  addWeeks,
  daysBetween,
  daysInside,
  later,
  type Moment,
  type PlainDate,
  reachesAge,
} from '../kernel/days.ts'
import { addWorkingDays, type Holidays } from '../kernel/working-days.ts'
import {
  type Backed,
  backedBy,
  findRule,
  type Limit,
  type Setting,
  settingKeys,
  settingOn,
} from '../rights/public.ts'
import type { Clock, Pause } from './types.ts'

const noHolidays: Holidays = new Set()

/**
 * The last day in time: the day of the event is not counted and weekends do not move it (K2), a month
 * without that day ends on its last (K3), working days leave out the holidays handed in (K4), an age
 * begins with the birthday (K5). A limit in hours has no day: ask `dueAt`.
 */
export function lastDay(
  start: PlainDate,
  { count, unit }: Limit,
  holidays: Holidays = noHolidays,
): PlainDate {
  switch (unit) {
    case 'days':
      return addDays(start, count)
    case 'weeks':
      return addWeeks(start, count)
    case 'months':
      return addMonths(start, count)
    case 'working-days':
      return addWorkingDays(start, count, holidays)
    case 'years-of-age':
      return reachesAge(start, count)
    case 'hours':
      throw new RangeError('a limit in hours runs from a moment')
    default:
      return unit satisfies never
  }
}

/** When a limit in hours runs out. Every hour counts, at night and at weekends too. */
export function dueAt({ id, limit }: Clock, start: Moment): Moment {
  if (limit?.unit !== 'hours') throw new RangeError(`${id} has no limit in hours`)
  return new Date(Date.parse(start) + limit.count * 3_600_000).toISOString() as Moment
}

/** One run of a clock: when it started, when it was met, and what held it up. */
export type Run = {
  readonly start: PlainDate
  readonly met?: PlainDate | null
  readonly pauses?: readonly Pause[]
  readonly holidays?: Holidays
  readonly settings?: readonly Setting[]
}
export type Due = Backed & {
  readonly due: PlainDate
  /** The due day with every pause that counts; the same as `due` where none does. */
  readonly withPause: PlainDate
  readonly pauseDays: number
  /** The local setting that gave the limit, if one did. */
  readonly setting: Setting | null
}

const longAbsence = 28

/**
 * Why a pause does not count: an absence has to last four weeks. Empty where it does count, if it is
 * accepted.
 */
export const whyNotPause = ({
  ground,
  from,
  until,
}: Pause): readonly ('ends-before-it-begins' | 'absence-under-4-weeks')[] => {
  if (until < from) return ['ends-before-it-begins']
  return ground === 'absence' && daysInside(from, until) < longAbsence ? ['absence-under-4-weeks'] : []
}

/**
 * An accepted pause adds its days to a clock that is running and unmet when it begins; a day is added
 * once.
 */
function paused(due: PlainDate, { start, met = null, pauses = [] }: Run): PlainDate {
  const counted = pauses
    .filter(pause => pause.accepted && whyNotPause(pause).length === 0)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  let [moved, addedUntil] = [due, start]
  for (const { from, until } of counted) {
    const first = later(from, addDays(addedUntil, 1))
    if (until < first || first > moved || (met !== null && met < first)) continue
    moved = addDays(moved, daysInside(first, until))
    addedUntil = until
  }
  return moved
}

/** The limit in force when the clock started: the local one where a body has set it, else the rule's. */
function limitOf({ limit, setting: key }: Clock, { start, settings = [] }: Run) {
  const setting = key === null ? null : settingOn(settings, key, start)
  if (key === null || setting === null) return { limit, setting }
  const unit = settingKeys[key].unit === 'months' ? 'months' : 'working-days'
  return { limit: { count: setting.value, unit } as const, setting }
}

/**
 * When a run of a clock is due, before and with its pauses. Null where no limit was found and none is set
 * locally; nobody may then be promised a day.
 */
export function dueOn(clock: Clock, run: Run): Due | null {
  const { limit, setting } = limitOf(clock, run)
  if (limit === null) return null
  const due = lastDay(run.start, limit, run.holidays)
  const withPause = clock.pausable ? paused(due, run) : due
  const pauseDays = daysBetween(due, withPause)
  const why = pauseDays > 0 ? [findRule('EHC-PAUSE'), findRule('EHC-PAUSE-MOVES')] : []
  return { due, withPause, pauseDays, setting, ...backedBy(clock.rule, ...why) }
}
