// The door of `reviews`: three lanes kept apart, and the end. See README.md.
export { book } from './actions/book.ts'
export { closeCase, closingPoints } from './actions/close.ts'
export { type Held, hold } from './actions/hold.ts'
export { noteEvent } from './actions/note-event.ts'
export { closingOf, reviewsOf, standingOf } from './queries.ts'
export type { LaneStanding } from './rules/due.ts'
export type { ReviewsShown } from './tables.ts'
export { laneNames, testsOf } from './types.ts'
