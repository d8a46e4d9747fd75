// The door of `needs`: needs and the sum. See README.md.
export { assess } from './actions/assess.ts'
export { answerDoubt, raiseDoubt } from './actions/doubt.ts'
export { type NewRate, setEmployerRates, setRate } from './actions/set-rate.ts'
export { showToFamily } from './actions/show.ts'
export { agreeShares, type NewSplit, type SplittingProblem, splitLines } from './actions/split.ts'
export { keepSum } from './actions/work-out.ts'
export { writeSupport } from './actions/write-support.ts'
export { assessmentOf, doubtsOf, employerTableOn, latestSum, linesOf, ratesOn, sumsOf } from './queries.ts'
export { carriedOn, heldOn, type SplitShown, splitsOf } from './queries-shares.ts'
export {
  type Bodies,
  carried,
  type LineSplit,
  type SplitWay,
  type Strand,
  saySplitProblem,
  splitWays,
  strandNames,
  strands,
  whyNotSplit,
} from './rules/shares.ts'
export { employerLines, weeklyOf } from './rules/sum.ts'
export type { NeedsShown } from './tables.ts'
export {
  type Domain,
  type EmployerFigures,
  type LineKey,
  type LineKind,
  lineKinds,
  type SplitId,
  type SumId,
  type SumLine,
  type SupportLine,
  type Unit,
  unitsOfSupport,
} from './types.ts'
