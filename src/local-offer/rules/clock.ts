import { bankHolidays, dueOn, findClock } from '../../clocks/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { Setting } from '../../rights/public.ts'

const due = (clock: string, start: PlainDate, settings: readonly Setting[]): PlainDate | null =>
  dueOn(findClock(clock), { start, settings, holidays: bankHolidays })?.withPause ?? null

/** By when a question is answered by a person: the local time of the body; null where it has set none. */
export const answerBy = (asked: PlainDate, settings: readonly Setting[]): PlainDate | null =>
  due('CAN-I-BUY', asked, settings)

/** By when an answer is looked at again, by the local time for looking again (DP-DEC-07). */
export const lookedAgainBy = (asked: PlainDate, settings: readonly Setting[]): PlainDate | null =>
  due('DP-DEC-07', asked, settings)
