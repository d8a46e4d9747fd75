// The door of `cases`: one person's case in one place. See README.md.
export { type Filter, filterFrom } from './filter.ts'
export { gatherAll, gatherLater, staleCases } from './gather.ts'
export { By, CaseTable } from './pages/case-table.tsx'
export { Strip } from './pages/parts.tsx'
export {
  type Caseload,
  type CaseRow,
  type Counted,
  caseload,
  caseloads,
  countsByStage,
} from './queries/caseload.ts'
export { type BoardFigures, type Figures, figuresByBoard } from './queries/figures.ts'
export { caseStanding, type Standing, standingsOf } from './queries/standing.ts'
export { weeklyOf } from './queries/weekly.ts'
export { noLimit, stageSays, stageSaysOfOther, stageSaysToFamily, whoHas } from './rules/say.ts'
export { isYours } from './rules/yours.ts'
export type { CasesShown } from './tables.ts'
export type { Facts, Stage, Turn, Whose } from './types.ts'
