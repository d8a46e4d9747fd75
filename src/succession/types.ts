import type { PlainDate } from '../kernel/days.ts'
import type { OrganisationId } from '../people/public.ts'

/** A body as a step names it. */
export type BodyNamed = { readonly id: OrganisationId; readonly code: string; readonly name: string }

/** One of those that follow: how, and how sure the table is of it. */
export type Next = BodyNamed & { readonly kind: string; readonly confidence: string }

/** A body and those that follow it from one day on, with how far its people are. */
export type Step = {
  readonly body: BodyNamed
  readonly on: PlainDate
  readonly nexts: readonly Next[]
  /** People who are still with the body, and who went. */
  readonly people: number
  readonly moved: number
  readonly underWay: boolean
}
