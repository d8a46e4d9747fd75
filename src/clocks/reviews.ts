import { later, type PlainDate } from '../kernel/days.ts'
import { type Backed, type Booking, backedBy, type Lane, lanesApart, type Setting } from '../rights/public.ts'
import { findClock } from './definitions.ts'
import { type Due, dueOn } from './due.ts'

export type ReviewFacts = {
  readonly firstPaid: PlainDate
  /** The days on which this lane was reviewed. */
  readonly held: readonly PlainDate[]
  /** Whose direct payment it is: NHS and council each have their own rules, side by side. */
  readonly of: 'icb' | 'council'
  readonly settings?: readonly Setting[]
}

const clocksOf = {
  icb: { first: 'DP-REV-01', next: 'DP-REV-02' },
  council: { first: 'CARE-ACT-DP-REVIEW', next: 'CARE-ACT-DP-REVIEW-YEARLY' },
} as const

/**
 * When the next review is due: the first counts from the first payment, each later one from the review
 * before it. A review that was held out of turn counts too.
 */
export function nextReview({ firstPaid, held, of, settings = [] }: ReviewFacts): Due {
  const { first, next } = clocksOf[of]
  const [clock, start] =
    held.length === 0 ? [findClock(first), firstPaid] : [findClock(next), held.reduce(later)]
  const due = dueOn(clock, { start, settings })
  if (due === null) throw new RangeError(`${clock.id} has no limit`)
  return due
}

export type BookingAnswer = Backed & {
  readonly warning: 'three-lanes-on-one-day' | 'two-lanes-on-one-day' | null
  readonly lanes: readonly Lane[]
}

/** Warns where plan review, money audit and eligibility review share a day. It is a warning, not a bar. */
export function bookingWarning(booked: readonly Booking[]): BookingAnswer {
  const lanes = lanesApart.decide({ booked })
  const warning =
    lanes.length === 3 ? 'three-lanes-on-one-day' : lanes.length > 0 ? 'two-lanes-on-one-day' : null
  return { warning, lanes, ...backedBy(lanesApart) }
}
