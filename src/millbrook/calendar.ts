import { bankHolidays } from '../clocks/public.ts'
import { addDays, type Moment, moment, type PlainDate } from '../kernel/days.ts'
import { workingDayOnOrBefore } from '../kernel/working-days.ts'
import type { Ago } from './types.ts'

/** Days and moments of the invented place, counted from the day on which it is made. */
export type Calendar = {
  readonly today: PlainDate
  day(ago: Ago): PlainDate
  /** A moment of a working day; each one asked for is some minutes after the one before. */
  momentOf(day: PlainDate): Moment
}

const opens = 8 * 60 + 40
const minutesOfWork = 8 * 60

/** A calendar that ends at this moment: nothing in it lies in the future. */
export function calendarUntil({ today, now }: { today: PlainDate; now: Moment }): Calendar {
  let asked = 0
  return {
    today,
    day: ago => (ago >= 0 ? today : workingDayOnOrBefore(addDays(today, ago), bankHolidays)),
    momentOf(day) {
      if (day >= today) return now
      asked += 7
      const minutes = opens + (asked % minutesOfWork)
      return moment(new Date(Date.parse(`${day}T00:00:00.000Z`) + minutes * 60_000))
    },
  }
}
