import { ashdale } from './reference/ashdale.ts'
import { asking } from './reference/asking.ts'
import { children } from './reference/children.ts'
import { deciding } from './reference/deciding.ts'
import { ended } from './reference/ended.ts'
import { fastTrack } from './reference/fast-track.ts'
import { forSomebody } from './reference/for-somebody.ts'
import { holders } from './reference/holders.ts'
import { mothers } from './reference/maternity.ts'
import { planning } from './reference/planning.ts'
import { purchases } from './reference/purchases.ts'
import { atRisk } from './reference/registers.ts'
import { since } from './reference/since.ts'
import { wheelchairs } from './reference/wheelchairs.ts'
import { widened } from './reference/widened.ts'
import type { Life } from './types.ts'

const told: readonly Life[] = [
  ...children,
  ...holders,
  ...forSomebody,
  ...fastTrack,
  ...ended,
  ...planning,
  ...deciding,
  ...asking,
  ...ashdale,
  ...wheelchairs,
  ...widened,
  ...mothers,
  ...atRisk,
]

/** Everybody of Millbrook and Ashdale, in the order in which they are written down. */
export const lives: readonly Life[] = told.map(life => {
  const { later = [], ...more } = since[life.name] ?? {}
  const asked = purchases[life.name] ?? []
  return { ...life, ...more, later: [...(life.later ?? []), ...later], purchases: asked }
})
