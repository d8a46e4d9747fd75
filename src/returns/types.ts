import type { PlainDate } from '../kernel/days.ts'
import type { Way } from '../rights/public.ts'

/** One way in which somebody held a budget, from a day until a day, both inside; null while it has no end. */
export type Holding = {
  /** Whatever tells one person from another: it never leaves a count. */
  readonly person: string
  readonly way: Way
  readonly from: PlainDate
  readonly until: PlainDate | null
}

/** Days, both inside. */
export type Span = { readonly from: PlainDate; readonly until: PlainDate }

/** People, each once; and people by way, each once in each way that they held. */
export type Counts = {
  readonly people: number
  readonly byWay: Readonly<Record<Way, number>>
  /** Who held two ways on one and the same day. */
  readonly mixed: number
  /** Who counts in more than one way and never held two on one day. */
  readonly changed: number
}
