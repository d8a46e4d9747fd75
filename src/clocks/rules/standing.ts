import { addDays, daysBetween, type PlainDate } from '../../kernel/days.ts'
import { findClock, sayTurn } from '../definitions.ts'
import type { ClockRun } from '../source.ts'
import { daysOverdue, type Stand, standOn } from '../turn.ts'
import type { Turn } from '../types.ts'

export const groups = ['overdue', 'today', 'week', 'month', 'later', 'no-day'] as const
export type Group = (typeof groups)[number]

export const groupSays = {
  overdue: 'Overdue',
  today: 'Due today',
  week: 'In the next 7 days',
  month: 'In the 4 weeks after that',
  later: 'Later',
  'no-day': 'No day known',
} as const satisfies Record<Group, string>

/** The last day of each group that has one: the week ends on the seventh day, the month 28 days later. */
export const groupEnds = (today: PlainDate) => ({ week: addDays(today, 7), month: addDays(today, 35) })

/** In which group of the board an open run stands. */
export function groupOf({ paused_due_on: by }: Pick<ClockRun, 'paused_due_on'>, today: PlainDate): Group {
  const { week, month } = groupEnds(today)
  if (by === null) return 'no-day'
  if (by < today) return 'overdue'
  if (by === today) return 'today'
  if (by <= week) return 'week'
  return by <= month ? 'month' : 'later'
}

export type RunStand = Stand | 'no-day' | 'met' | 'dropped'

/** Where a run stands on a day. One that was met without a day to be met by is only met. */
export function standOfRun(run: ClockRun, today: PlainDate): RunStand {
  const { paused_due_on: by, met_on: met, dropped_on: dropped } = run
  if (met !== null && met <= today) return by === null ? 'met' : standOn(by, met, today)
  if (dropped !== null && dropped <= today) return 'dropped'
  return by === null ? 'no-day' : standOn(by, null, today)
}

export const isOpenRun = (run: ClockRun, today: PlainDate): boolean =>
  ['waiting', 'due-today', 'overdue', 'no-day'].includes(standOfRun(run, today))

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

/** Where a run stands, in words. */
export function sayStand(run: ClockRun, today: PlainDate): string {
  const by = run.paused_due_on ?? today
  const said = {
    waiting: `${days(daysBetween(today, by))} left`,
    'due-today': 'Due today',
    overdue: `${days(daysOverdue(by, today))} overdue`,
    'met-in-time': 'Done in time',
    'met-late': `Done ${days(daysOverdue(by, run.met_on ?? by))} late`,
    'no-day': 'No day known',
    met: 'Done',
    dropped: 'No longer needed',
  } as const satisfies Record<RunStand, string>
  return said[standOfRun(run, today)]
}

/** Who has to act, said to the person or family (`you`) or to staff. */
export const sayWhose = (turn: Turn, to: 'family' | 'staff'): string =>
  turn === 'family' && to === 'staff' ? 'the family' : sayTurn(turn)

const ifPassed = {
  icb: 'Ask your case worker where it stands. If you are not content, you can complain to the NHS.',
  council: 'Ask the council where it stands. If you are not content, you can complain to the council.',
  family: 'Do it as soon as you can and say why it is late. It may be too late, so ask first.',
  'those-asked-for-advice': 'Ask who waits for the advice where it stands.',
  provider: 'Ask the provider where it stands, and tell your case worker.',
} as const satisfies Record<Turn, string>

/** What a person or family can do once the day has passed. How OpenPHB puts it: it states no law. */
export const sayIfPassed = (run: Pick<ClockRun, 'clock'>): string => ifPassed[findClock(run.clock).turn]
