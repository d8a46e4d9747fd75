/** When something is due, whose turn it is, and what may be said of the limit. */

export { type ComplaintFacts, type ComplaintTimes, complaintTimes } from './complaints.ts'
export { clocks, findClock, sayStanding, sayTurn } from './definitions.ts'
export { type Due, dueAt, dueOn, lastDay, type Run, whyNotPause } from './due.ts'
export { bankHolidays, bankHolidaysKnownUntil } from './reference/bank-holidays.ts'
export { type BookingAnswer, bookingWarning, nextReview, type ReviewFacts } from './reviews.ts'
export {
  type ClockRun,
  type ClockSource,
  type ClocksAsked,
  clockRecords,
  datedRuns,
  ofPerson,
  stillRuns,
} from './source.ts'
export { type TransitionAnswer, type TransitionDates, transitionDates, transitionOn } from './transition.ts'
export { daysOverdue, type Running, type Stand, standOn, type WhoseTurn, whoseTurn } from './turn.ts'
export { type Clock, type Pause, type PauseGround, pauseGrounds, type Standing, type Turn } from './types.ts'
