// The door of `complaints`: asking again, complaints, the ombudsman, and what was learnt. See README.md.
export {
  answerComplaint,
  keepPromise,
  noteOmbudsman,
  reopenComplaint,
  withdrawComplaint,
} from './actions/answer.ts'
export { answerLookingAgain, askToLookAgain, noteChcStep } from './actions/beside.ts'
export {
  acknowledge,
  decideLate,
  explainDelay,
  noteConcern,
  noteConsent,
  noteWork,
  planHandling,
} from './actions/handle.ts'
export { publishLesson, writeLesson } from './actions/lesson.ts'
export { addToComplaint, makeComplaint, type NewComplaint } from './actions/make.ts'
export { complaintClocks } from './clocks.ts'
export { complaintsOf } from './queries/complaints.ts'
export type { ComplaintsShown } from './tables.ts'
export type { Complaint } from './types.ts'
