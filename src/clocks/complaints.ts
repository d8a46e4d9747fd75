import type { PlainDate } from '../kernel/days.ts'
import type { Holidays } from '../kernel/working-days.ts'
import { type Backed, backedBy } from '../rights/public.ts'
import { findClock } from './definitions.ts'
import { lastDay } from './due.ts'
import type { Clock } from './types.ts'

export type ComplaintFacts = {
  readonly happened: PlainDate
  readonly received: PlainDate
  readonly holidays: Holidays
}
export type ComplaintTimes = Backed & {
  readonly lastDayToComplain: PlainDate
  readonly inTime: boolean
  readonly acknowledgeBy: PlainDate
  readonly explainIfNoReplyBy: PlainDate
}

const after = ({ id, limit }: Clock, start: PlainDate, holidays: Holidays): PlainDate => {
  if (limit === null) throw new RangeError(`${id} has no limit`)
  return lastDay(start, limit, holidays)
}

/**
 * Is a complaint in time, and when must it be acknowledged and a delay explained? A late one may still be
 * heard.
 */
export function complaintTimes({ happened, received, holidays }: ComplaintFacts): ComplaintTimes {
  const [made, acknowledged, explained] = ['COMPLAINT', 'COMPLAINT-ACK', 'COMPLAINT-6M'].map(findClock) as [
    Clock,
    Clock,
    Clock,
  ]
  const lastDayToComplain = after(made, happened, holidays)
  return {
    lastDayToComplain,
    inTime: received <= lastDayToComplain,
    acknowledgeBy: after(acknowledged, received, holidays),
    explainIfNoReplyBy: after(explained, received, holidays),
    ...backedBy(made.rule, acknowledged.rule, explained.rule),
  }
}
