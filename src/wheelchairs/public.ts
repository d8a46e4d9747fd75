// The door of `wheelchairs`: a thing bought once and kept for years. See README.md.
export { agreeBudget } from './actions/agree.ts'
export { assessChair } from './actions/assess.ts'
export { askNewLook, askRepair, handBack, handOver, noteRepaired } from './actions/chair.ts'
export { chooseWay, notePromise, noteQuote, noteReceived } from './actions/prepare.ts'
export { roundsOf } from './queries/rounds.ts'
export type { WheelchairsShown } from './tables.ts'
export type { Round } from './types.ts'
