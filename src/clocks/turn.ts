import { daysBetween, type PlainDate } from '../kernel/days.ts'
import { dueOn, type Run } from './due.ts'
import type { Clock, Turn } from './types.ts'

/** Where a run stands on a day. The due day itself is in time. */
export type Stand = 'waiting' | 'due-today' | 'overdue' | 'met-in-time' | 'met-late'

export function standOn(due: PlainDate, met: PlainDate | null, today: PlainDate): Stand {
  if (met !== null && met <= today) return met <= due ? 'met-in-time' : 'met-late'
  if (today < due) return 'waiting'
  return today === due ? 'due-today' : 'overdue'
}

/** Days after the due day, 0 while it is not over. */
export const daysOverdue = (due: PlainDate, today: PlainDate): number => Math.max(0, daysBetween(due, today))

export type Running = { readonly clock: Clock; readonly run: Run }
export type WhoseTurn = {
  readonly turn: Turn
  readonly clock: Clock
  readonly since: PlainDate
  /** Null where no limit is known. */
  readonly by: PlainDate | null
  readonly stand: Stand
  readonly daysOverdue: number
}

function turnOf({ clock, run }: Running, today: PlainDate): WhoseTurn {
  const by = dueOn(clock, run)?.withPause ?? null
  const stand = by === null ? 'waiting' : standOn(by, null, today)
  const over = by === null ? 0 : daysOverdue(by, today)
  return { turn: clock.turn, clock, since: run.start, by, stand, daysOverdue: over }
}

const isOpen = ({ run: { start, met = null } }: Running, today: PlainDate): boolean =>
  start <= today && (met === null || met > today)

/**
 * Whose turn it is on each clock that is still open on that day: the one due first comes first, undated
 * ones last.
 */
export const whoseTurn = (running: readonly Running[], today: PlainDate): readonly WhoseTurn[] =>
  running
    .filter(one => isOpen(one, today))
    .map(one => turnOf(one, today))
    .sort((a, b) => ((a.by ?? '9999') < (b.by ?? '9999') ? -1 : 1))
