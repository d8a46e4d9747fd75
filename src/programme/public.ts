// The door of `programme`: who is chosen, and how ready an area is. See README.md.
export {
  type Action,
  type ActionProblem,
  actionSays,
  agreedLevel,
  type Readiness,
  type Rubric,
  readiness,
  rubricLabel,
  type Theme,
  whyNotAction,
} from './rules/readiness.ts'
export { type CallProblem, callSays, sayScore, whyNotCall } from './rules/score.ts'
export { type NotScored, notScoredSays, type Selection, select, whyNotScored } from './rules/select.ts'
export type { Application, Call, Criterion, Judged, Scoring } from './types.ts'
