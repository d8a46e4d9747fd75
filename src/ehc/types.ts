import type { PauseGround } from '../clocks/public.ts'
import type { Id } from '../kernel/brand.ts'
import type { PlainDate } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import type { Pence } from '../kernel/money.ts'
import type { Strand } from '../needs/public.ts'
import type { OrganisationId, PersonId } from '../people/public.ts'
import type { EducationTest, RuleId } from '../rights/public.ts'

export type PlanId = Id<'EHC plan'>

/** What can happen to an EHC plan, each on its day. */
export const whats = [
  'will-assess',
  'will-not-assess',
  'advice-asked',
  'advice-received',
  'pause',
  'no-plan',
  'draft-sent',
  'comments',
  'budget-asked',
  'final-plan',
  'annual-review',
  'reassessment',
  'plan-ended',
  'payment-began',
  'payment-reviewed',
  'asked-again',
  'budget-joined',
  'early-indication',
  'adult-asked',
  'handover-childrens',
  'handover-adults',
  'moved',
] as const
export type What = (typeof whats)[number]

/** When a budget may be asked for, as the rule `SEN-ASK-WHEN` has them. */
export const askedAt = ['draft-plan', 'review', 'reassessment'] as const
export type AskedAt = (typeof askedAt)[number]

/** Of whom advice is asked. Only advice of health is answered by the NHS itself here. */
export const advisers = ['health', 'other'] as const
export const endings = ['not-needed-any-more', 'is-25', 'moved-away'] as const
/** The strands whose direct payment a council pays and reviews. */
export const councilStrands = ['education', 'social-care'] as const
export type CouncilStrand = (typeof councilStrands)[number]

export type NewFact = {
  readonly what: What
  readonly on: PlainDate
  readonly until?: PlainDate | null
  readonly choice?: string | null
  readonly who?: string | null
  readonly words?: string | null
  readonly about?: number | null
  readonly accepted?: boolean | null
}
export type Fact = Required<NewFact> & { readonly number: number; readonly byName: string }

/** A pause as it was noted, with who accepted it or not. */
export type NotedPause = {
  readonly ground: PauseGround
  readonly from: PlainDate
  readonly until: PlainDate
  readonly accepted: boolean
  readonly who: string
  readonly words: string
}

export const answers = ['direct-payment', 'arranged', 'not-in-budget'] as const
export type LineDecision = (typeof answers)[number]
export type Decided = {
  readonly round: number
  readonly answer: LineDecision
  readonly met: readonly EducationTest[]
  readonly because: string
  readonly rules: readonly RuleId[]
  readonly on: PlainDate
  readonly byName: string
}

/** A line of section J, with what was decided of it, the newest first. */
export type Line = {
  readonly id: string
  readonly number: number
  readonly strand: Strand
  readonly says: string
  readonly yearly: Pence
  readonly blockContract: boolean
  readonly place: boolean
  readonly paymentAsked: boolean
  readonly usedThere: boolean
  readonly settingAgrees: boolean | null
  readonly decided: readonly Decided[]
}
export type NewLine = Omit<Line, 'id' | 'number' | 'decided'>

/** How much a strand is in all. */
export type StrandTotal = {
  readonly strand: Strand
  readonly lines: number
  readonly inBudget: Pence
  readonly notSeparable: Pence
}

/** One EHC plan with all that happened to it, in the order in which it was noted. */
export type Plan = {
  readonly id: PlanId
  readonly reference: Reference
  readonly council: OrganisationId
  readonly health: OrganisationId
  readonly person: PersonId
  readonly born: PlainDate | null
  readonly receivedOn: PlainDate
  readonly askedByName: string
  readonly facts: readonly Fact[]
}
