import type { SeenInPart } from '../access/public.ts'
import type { Id } from '../kernel/brand.ts'
import type { PlainDate } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import type { Pence, Thousandths } from '../kernel/money.ts'
import type { LineKey, LineKind, SumId, Unit } from '../needs/public.ts'
import type { OrganisationId, PersonId } from '../people/public.ts'

export type VersionId = Id<'plan version'>

/** The three ways of holding a budget's line (reg 32B(2)); which one is decided for each line. */
export const ways = ['notional', 'third-party', 'direct-payment'] as const
export type Way = (typeof ways)[number]
export const wayNames = {
  notional: 'The NHS arranges and pays',
  'third-party': 'An organisation holds the money for you',
  'direct-payment': 'Direct payment',
} as const satisfies Record<Way, string>

/** Whose turn it is with a draft. */
export type ToWhom = 'family' | 'case-worker' | 'approver'

/** What keeps its place in every version, so that a line can say what it is for: `outcome-2`. */
export type OutcomeKey = `outcome-${number}`

/** What the person wants to come of it, and how anybody would notice. */
export type Outcome = {
  readonly key: OutcomeKey
  readonly says: string
  /** How we will know: what is seen or felt when it works. */
  readonly known: string
  /** Who checks it, and how often. */
  readonly checks: string
}

/** What to look for when talking about risks (DP-PLAN-05 and DP-PLAN-05-INDEMNITY), as the form asks. */
export const riskKinds = [
  'health',
  'kind-of-service',
  'employment',
  'no-or-weak-complaints-process',
  'no-or-weak-indemnity',
  'other',
] as const
export type RiskKind = (typeof riskKinds)[number]
export const riskNames = {
  health: 'Your health getting worse, or an emergency',
  'kind-of-service': 'What could go wrong with this kind of care',
  employment: 'Being an employer: sickness, leave, falling out',
  'no-or-weak-complaints-process': 'A provider that has no good way to complain',
  'no-or-weak-indemnity': 'A provider with weak insurance, or none',
  other: 'Something else',
} as const satisfies Record<RiskKind, string>

export type Risk = {
  readonly kind: RiskKind
  /** The outcome it touches most, by its key; empty where it touches the whole plan. */
  readonly outcome: OutcomeKey | ''
  readonly says: string
  /** What may follow from it. */
  readonly follows: string
  /** What was agreed about it: what lessens it, who does what when it happens. */
  readonly agreed: string
}

/** What a person who only sees the lines of a plan does not see. */
export type Words = {
  readonly aboutMe: Readonly<Record<string, string>>
  readonly whatMatters: string
  readonly outcomes: readonly Outcome[]
  readonly risks: readonly Risk[]
  readonly contingency: string
  readonly crisisContact: string
  readonly whoChecks: string
  readonly safeguards: string
  readonly training: string
}

/** An arrangement, costed. `outcome` is an outcome's key, or empty. */
export type Line = {
  readonly key: LineKey
  readonly says: string
  readonly outcome: OutcomeKey | ''
  readonly kind: LineKind
  readonly unit: Unit | 'part'
  readonly units: Thousandths
  readonly per: 'week' | 'month' | 'year'
  readonly rate: Pence
  /** What the payee charges for one unit where that is more than the rate; null where it is the same. */
  readonly charge: Pence | null
  readonly weekly: Pence
  readonly way: Way | null
  readonly payee: string
  /** What the bank may call the payee on a statement. */
  readonly payeeWords: readonly string[]
  /** An assistant whom the person employs. */
  readonly employs: boolean
}

export type SignOff = {
  readonly by: string
  readonly role: string
  readonly on: PlainDate
  readonly from: PlainDate
  readonly until: PlainDate | null
  /** Null for those who see a part of the plan, as is why it was agreed. */
  readonly weekly: Pence | null
  readonly because: string | null
}

/** A version of a plan. `words` is null for those who may see the lines only (V-50). */
export type Plan = {
  readonly id: VersionId
  readonly reference: Reference
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly number: number
  readonly sum: SumId
  readonly coordinator: string | null
  readonly firstReviewOn: PlainDate | null
  readonly noticeDays: number | null
  readonly madeOn: PlainDate
  /** Counts every change of a draft, so that a form drawn before the last one is noticed. */
  readonly changed: number
  readonly lines: readonly Line[]
  /** As what the reader sees a part of the lines; null where they see all. */
  readonly inPart: SeenInPart | null
  readonly words: Words | null
  readonly signedOff: SignOff | null
}

/** The sum that a plan is held against; null where the reader may not see it. */
export type Budget = { readonly weekly: Pence; readonly from: PlainDate } | null

/** The texts of a plan that have one page each. */
export type TextPart =
  | 'whatMatters'
  | 'contingency'
  | 'crisisContact'
  | 'whoChecks'
  | 'safeguards'
  | 'training'
