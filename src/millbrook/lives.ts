import { asking } from './people/asking.ts'
import { deciding } from './people/deciding.ts'
import { planning } from './people/planning.ts'
import type { Life } from './types.ts'

/** Everybody of Millbrook and Ashdale, in the order in which they are written down. */
export const lives: readonly Life[] = [...asking, ...deciding, ...planning]
