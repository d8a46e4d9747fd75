// The door of `cases`: one person's case in one place. See README.md.
export { type Caseload, type CaseRow, caseload, countsByStage } from './queries/caseload.ts'
export type { CasesShown } from './tables.ts'
export type { Facts, Stage, Turn, Whose } from './types.ts'
