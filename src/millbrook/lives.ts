import { ashdale } from './people/ashdale.ts'
import { asking } from './people/asking.ts'
import { children } from './people/children.ts'
import { deciding } from './people/deciding.ts'
import { ended } from './people/ended.ts'
import { fastTrack } from './people/fast-track.ts'
import { forSomebody } from './people/for-somebody.ts'
import { holders } from './people/holders.ts'
import { planning } from './people/planning.ts'
import { since } from './people/since.ts'
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
]

/** Everybody of Millbrook and Ashdale, in the order in which they are written down. */
export const lives: readonly Life[] = told.map(life => {
  const { later = [], ...more } = since[life.name] ?? {}
  return { ...life, ...more, later: [...(life.later ?? []), ...later] }
})
