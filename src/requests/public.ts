// The door of `requests`: asking and deciding. See README.md.
export { ask, type NewRequest } from './actions/ask.ts'
export { caseById, caseOf, casesOfPerson, partsOf } from './queries/case.ts'
export type { RequestsShown } from './tables.ts'
export type { Case, Outcome, Part, PartId, Pathway, ReachedBy, RequestId, Way } from './types.ts'
