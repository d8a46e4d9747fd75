// The door of `returns`: national figures out of holdings. See README.md.
export { type Checked, type CheckProblem, checkFigures, checkSays } from './rules/checks.ts'
export { countHeld, countQuarter, type QuarterCounts, quarterOf, yearTo } from './rules/counts.ts'
export { returnDue } from './rules/due.ts'
export { afterQuarter, type Totals, type Turnover, turnoverSays, whyNotTurnover } from './rules/turnover.ts'
export type { Counts, Holding, Span } from './types.ts'
