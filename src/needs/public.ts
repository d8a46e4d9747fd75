// The door of `needs`: needs and the sum. See README.md.
export type { NeedsShown } from './tables.ts'
export { type LineKey, type LineKind, lineKinds, type SumId, type SumLine, type Unit, unitsOfSupport } from './types.ts'
