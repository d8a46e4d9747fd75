import { bankHolidays, dueOn, findClock } from '../../clocks/public.ts'
import { daysBetween, type PlainDate } from '../../kernel/days.ts'
import { findPathway, type Setting } from '../../rights/public.ts'
import type { Pathway } from '../types.ts'

/** A day that something is expected by, and what may be said of it. */
export type Limit = { readonly by: PlainDate; readonly label: string }

const expected = 'expected in most cases, not a limit in law'
const local = 'local standard, no limit in law found'

function limit(clock: string, start: PlainDate, settings: readonly Setting[]): Limit | null {
  const due = dueOn(findClock(clock), { start, settings, holidays: bankHolidays })
  return due === null ? null : { by: due.withPause, label: due.setting === null ? expected : local }
}

/**
 * By when a request is answered: the local standard where the ICB has set one, and what is expected of its
 * pathway.
 * The local one comes first; none may be called a limit in law.
 */
export function requestLimits(
  { pathway, receivedOn }: { pathway: Pathway; receivedOn: PlainDate },
  settings: readonly Setting[],
): readonly Limit[] {
  const own = findPathway(pathway)?.decideBy ?? null
  return [
    limit('PHB-REQUEST', receivedOn, settings),
    own === null ? null : limit(own, receivedOn, settings),
  ].filter(one => one !== null)
}

/** By when a reconsideration is answered: only a local standard, else nobody has promised a day. */
export const reconsiderationLimit = (askedOn: PlainDate, settings: readonly Setting[]): Limit | null =>
  limit('DP-DEC-07', askedOn, settings)

/** How many days a limit has passed; 0 on the day itself, which is in time. */
export const daysLate = (by: PlainDate | null, today: PlainDate): number =>
  by === null ? 0 : Math.max(0, daysBetween(by, today))
