import type { PlainDate } from '../../kernel/days.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { AnyRule } from '../../rights/public.ts'
import type { Standing, Terms } from '../rules/standing.ts'
import type { Recovery } from '../types.ts'

/** What the reader may do with a recovery now. */
export type May = {
  readonly object: boolean
  readonly tell: boolean
  readonly answer: boolean
  readonly stop: boolean
  readonly enter: boolean
  readonly repay: boolean
}
export type RecoveryShows = {
  readonly one: Recovery
  readonly terms: Terms
  readonly standing: Standing
  readonly today: PlainDate
  readonly staff: boolean
  readonly may: May
  /** Why the notice or the entry would be refused to this reader now, said before they try. */
  readonly stands: readonly string[]
  readonly reach: string
  readonly rules: readonly AnyRule[]
  readonly person?: Page['person']
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly done?: string | undefined
}
