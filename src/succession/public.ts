// The door of `succession`: a body follows another. See README.md.
export { goOn } from './actions/carry-out.ts'
export { orderSuccession } from './actions/order.ts'
export { placePeople, placeStaff } from './actions/place.ts'
export { previewOf } from './queries/preview.ts'
export { stepOf, steps } from './queries/steps.ts'
export type { Next, Step } from './types.ts'
