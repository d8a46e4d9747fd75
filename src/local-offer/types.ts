import type { Id } from '../kernel/brand.ts'
import type { PlainDate } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import type { Pence } from '../kernel/money.ts'
import type { StatedRule } from '../notices/public.ts'
import type { OrganisationId, PersonId } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import type { NeverCode, Relation } from '../rights/public.ts'

export type WishId = Id<'question of buying'>

/** How often the sum would be paid. */
export const everys = ['once', 'week', 'month', 'year'] as const
export type Every = (typeof everys)[number]

export const answers = ['yes', 'yes-if', 'no', 'not-yet'] as const
export type Answer = (typeof answers)[number]

/** A line of the plan in force, with what is left of it in the budget year. */
export type AgreedLine = {
  readonly key: string
  readonly says: string
  readonly payee: string
  readonly weekly: Pence
  readonly left: Pence
  /** The outcome it serves, in the plan's words; empty where the reader may not see it. */
  readonly outcome: string
}

/** The budget that a question is about, as the modules that hold its plan and its money know it. */
export type AskedBudget = {
  readonly reference: Reference
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly lines: readonly AgreedLine[]
  /** What the plan is to bring about, in its words; empty for those who see the money only. */
  readonly outcomes: readonly string[]
}

/** Finds the budget of an address; null where there is none that the actor may see. */
export type FindBudget = (doing: Doing, typed: string) => Promise<AskedBudget | null>

/** What a thing may be that no direct payment buys, and a debt. */
export type Sign = NeverCode | 'DEBT'

/** Who would be paid. Family is everybody near: relatives, and who lives in the household. */
export type Payee =
  | { readonly kind: 'firm' }
  | {
      readonly kind: 'family'
      readonly relation: Relation
      readonly sameHousehold: boolean
      readonly paidFor: 'care' | 'help-with-managing'
    }

/** The question as the rule takes it. */
export type Wish = {
  readonly sum: Pence
  readonly every: Every
  /** The line of the plan that it belongs to, as the asker says. */
  readonly plan: AgreedLine | 'not-in-plan' | 'not-sure'
  readonly payee: Payee
  /** What the words may mean, found by `signsIn`. */
  readonly looksLike: readonly Sign[]
  /** What the asker said of that; null where nothing was found and nothing was asked. */
  readonly saidToBe: Sign | 'none' | 'not-sure' | null
  readonly on: PlainDate
  /** A word of it stands in a line that the board has set for itself, in force on that day. */
  readonly onLocalLine?: boolean
}

/** An answer that is to be written down for good. */
export type NewAnswer = {
  readonly answer: Answer
  readonly conditions: string
  readonly reasons: string
  readonly instead: string
  readonly rules: readonly StatedRule[]
  readonly byRule: boolean
}

export const rowsAPage = 50
