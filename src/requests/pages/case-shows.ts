import type { PlainDate } from '../../kernel/days.ts'
import type { Actor } from '../../platform/doing.ts'
import type { FieldError, Typed } from '../../platform/route.ts'
import type { CasePageFacts } from '../queries/case-page.ts'

export type CaseShows = {
  readonly facts: CasePageFacts
  readonly strip: { readonly name: string; readonly details: readonly string[] }
  readonly today: PlainDate
  readonly actor: Actor
  readonly staff: boolean
  /** Only that the case exists and how it stands: for whoever made the referral. */
  readonly nameOnly: boolean
  readonly may: {
    readonly decide: boolean
    readonly take: boolean
    readonly again: boolean
    readonly answer: boolean
    readonly withdraw: boolean
  }
  readonly colleagues: readonly { readonly id: string; readonly name: string }[]
  /** What was typed into the form for evidence, so that nothing of it is lost. */
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly done?: string
}
