import type { Id } from '../kernel/brand.ts'
import type { PlainDate } from '../kernel/days.ts'
import type { Pence } from '../kernel/money.ts'
import type { LineKey } from '../needs/public.ts'
import type { Way } from '../plans/public.ts'
import type { Exclusion, Relation, RuleId } from '../rights/public.ts'

export type AgreementId = Id<'agreement'>
export type AccountId = Id<'bank account'>

/** Who receives the direct payment; `third-party` where all money out goes there, `none` where none does. */
export const holderKinds = [
  'none',
  'person',
  'representative',
  'nominee',
  'third-party',
  'managed-account',
] as const
export type HolderKind = (typeof holderKinds)[number]

export const accountOwners = [
  'person',
  'representative',
  'nominee',
  'third-party',
  'managed-account',
] as const
/** Whose account it is. */
export type AccountOwner = (typeof accountOwners)[number]

export const factKinds = [
  'consent',
  'consent-withdrawn',
  'signed-by-person',
  'signed-by-body',
  'nominee-agreed',
  'body-agreed-nominee',
  'nominee-withdrawn',
  'employer-insurance',
  'exclusion',
] as const
export type FactKind = (typeof factKinds)[number]

/** In which role somebody gave a fact, and in which way it reached us. */
export type AsWho = 'the-person' | 'parent' | 'representative' | 'nominee' | 'holder' | 'body' | 'staff'
export const hows = ['online', 'paper', 'telephone', 'meeting'] as const
export type How = (typeof hows)[number]

/** A fact about an agreement, with the day on which it was so. */
export type Fact = {
  readonly what: FactKind
  readonly on: PlainDate
  readonly until: PlainDate | null
  readonly by: string
  readonly asWho: AsWho
  readonly how: How
  /** For an exclusion its name in the Schedule; otherwise a remark. */
  readonly words: string | null
}

/** How one line of the plan is held: the way asked for in the plan, the way decided, why they differ. */
export type HeldWay = {
  readonly line: LineKey
  readonly says: string
  readonly weekly: Pence
  readonly asked: Way
  readonly decided: Way
  readonly because: string | null
}

/** What the one who signs agrees to, in the words they saw, with the rule behind each. */
export type Condition = { readonly key: string; readonly says: string; readonly rule: RuleId }

/** Somebody near to the person who is to be paid, and what was decided about it. */
export type FamilyPaid = {
  readonly name: string
  readonly relation: Relation
  readonly sameHousehold: boolean
  readonly paidFor: 'care' | 'help-with-managing'
  /** Why it is necessary: needed only where the rules ask for the body's own decision. */
  readonly because: string | null
}

/** An order of a court, in force on days that are both inside. */
export type Order = {
  readonly exclusion: Exclusion
  readonly from: PlainDate
  readonly until: PlainDate | null
}

/** What a family member or a colleague is in a case, on a day. */
export type Standing = 'staff' | 'the-person' | 'parent' | 'representative' | 'nominee' | 'somebody-else'

/** The two parts of a budget that are paid out. */
export type PaidPart = 'direct-payment' | 'third-party'

/** What may wait for staff: an agreement to prepare, a side's signature, an account to decide about. */
export const waitKinds = ['to-prepare', 'to-sign-by-person', 'to-sign-by-body', 'account'] as const
export type WaitKind = (typeof waitKinds)[number]
