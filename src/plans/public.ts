// The door of `plans`: care and support plans in versions. See README.md.
export { type DraftFrom, type DraftProblem, draftPlan } from './actions/draft.ts'
export { handPlan } from './actions/hand.ts'
export { askedToSign, type SigningOff, signOff } from './actions/sign-off.ts'
export { type Draft, type WriteProblem, type WrittenOn, writesAs } from './actions/write.ts'
export { type LineProblem, type NewLine, writeLine } from './actions/write-line.ts'
export { writeWhole } from './actions/write-whole.ts'
export {
  type Details,
  writeAboutMe,
  writeDetails,
  writeOutcome,
  writeRisk,
  writeText,
} from './actions/write-words.ts'
export { linesOfAll, linesOn, versionOn } from './queries/in-force.ts'
export { authorsOf, budgetOf, planOf } from './queries/plan.ts'
export { standingOf } from './queries/standing.ts'
export { draftsWaiting, handingsOf, turnOf, versionsOf, type Waiting } from './queries/turn.ts'
export { costByWay, costOfPlan } from './rules/cost.ts'
export { type PlanFacts, type Problem, problemsWith } from './rules/problems.ts'
export type { PlansShown } from './tables.ts'
export {
  type Budget,
  type Line,
  type Outcome,
  type OutcomeKey,
  type Plan,
  type Risk,
  type TextPart,
  type ToWhom,
  type VersionId,
  type Way,
  type Words,
  wayNames,
  ways,
} from './types.ts'
