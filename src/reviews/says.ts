import type { BookProblem } from './actions/book.ts'
import type { HoldProblem } from './actions/hold.ts'

/** Every refusal of this module as a sentence that says what to do. */
export const problemSays = {
  'case-not-found': 'There is no such case, or none that you can see.',
  'day-in-the-past': 'The day of the review cannot be in the past.',
  'lanes-on-one-day-need-a-reason':
    'Another kind of review is booked for that day. Plan, money and eligibility should not share a day: ' +
    'choose another, or say why.',
  'held-in-the-future': 'The day it was held cannot be in the future.',
  'change-needs-a-day': 'Enter the day from which it changes.',
  'another-lane-was-held-that-day': 'Another kind of review was held on that day.',
} as const satisfies Record<BookProblem | HoldProblem, string>
