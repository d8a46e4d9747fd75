import { type Due, dueOn, findClock } from '../../clocks/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { Holidays } from '../../kernel/working-days.ts'

/**
 * The day on which a quarter's return is due: the first working day after it (DATA-RETURN, from the data
 * provision notice). Holidays are handed in; beyond `bankHolidaysKnownUntil` of `clocks` they are not known.
 */
export function returnDue(quarterEnds: PlainDate, holidays: Holidays): Due {
  const due = dueOn(findClock('DATA-RETURN'), { start: quarterEnds, holidays })
  if (due === null) throw new RangeError('DATA-RETURN has lost its limit')
  return due
}
