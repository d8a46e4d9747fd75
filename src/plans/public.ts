// The door of `plans`: care and support plans in versions. See README.md.
export { linesOn, versionOn } from './queries.ts'
export type { PlansShown } from './tables.ts'
export { type VersionId, type Way, wayNames, ways } from './types.ts'
