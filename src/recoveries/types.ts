import type { Id } from '../kernel/brand.ts'
import type { PlainDate } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import type { Pence } from '../kernel/money.ts'
import type { OrganisationId, PersonId } from '../people/public.ts'
import type { RepaymentGround } from '../rights/public.ts'

export type RecoveryId = Id<'recovery'>
export type Ground = RepaymentGround

/** Sums that somebody owes or has promised, which staff or the holder type in. */
export const owedKinds = [
  'wages',
  'tax',
  'leave',
  'notice-pay',
  'redundancy',
  'training',
  'other-bill',
] as const
export type OwedKind = (typeof owedKinds)[number]

/** Sums that are worked out from the plan, the statements and the board's own settings. */
export type WorkedKind = 'not-shown-yet' | 'bills-to-come' | 'contingency'
export type KeptKind = OwedKind | WorkedKind

/** What is protected: never called a surplus. A caller that knows what is owed may hand in the same shape. */
export type Kept = {
  readonly kind: KeptKind
  readonly sum: Pence
  /** Why it is protected, in a sentence that the holder reads. */
  readonly because: string
}

/** A local figure with the day from which it holds, who set it and why; null author where it is not known. */
export type LocalFigure = {
  readonly value: number
  readonly from: PlainDate
  readonly by: string | null
  readonly because: string
}

/** What was found on a day, and how the surplus follows from it: kept with the proposal as it was. */
export type Working = {
  readonly foundOn: PlainDate
  /** The last day that a statement speaks for; null where none was sent. */
  readonly shownUntil: PlainDate | null
  readonly weekly: Pence
  readonly held: Pence
  /**
   * What of that is an emergency advance which was taken off no payment before the end, and stands in no
   * other recovery.
   */
  readonly advance: Pence
  readonly outsidePlan: Pence
  readonly kept: readonly Kept[]
  readonly protectedSum: Pence
  readonly surplus: Pence
  /** Tenths of weeks of payment in the account, before and after what is protected. */
  readonly heldTenths: bigint
  readonly surplusTenths: bigint
  /** From how many weeks a surplus is looked at; null where the board has set none. */
  readonly limit: LocalFigure | null
}

export type Executor = { readonly name: string; readonly lines: readonly string[] }

/** How it is settled: paid back, or taken off one coming payment. */
export const settlingWays = ['repay', 'net'] as const
export type SettlingWay = (typeof settlingWays)[number]

export const hows = ['online', 'telephone', 'letter', 'meeting'] as const
export type How = (typeof hows)[number]
export const outcomes = ['stays', 'less', 'dropped'] as const
export type Outcome = (typeof outcomes)[number]
export const repaidHows = ['bank-transfer', 'cheque', 'card', 'other'] as const
export type RepaidHow = (typeof repaidHows)[number]

type Decided = {
  readonly by: string | null
  readonly byName: string
  readonly byRole: string
  readonly movesOn: PlainDate
  readonly repayBy: PlainDate
}

/** One recovery with everything that has happened to it. */
export type Recovery = {
  readonly id: RecoveryId
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly reference: Reference
  readonly number: number
  readonly ground: Ground
  readonly way: SettlingWay
  readonly working: Working
  readonly amount: Pence
  readonly because: string
  readonly whoMustRepay: string
  readonly repayDays: number
  readonly executor: Executor | null
  readonly proposedBy: string | null
  readonly proposedByName: string
  readonly proposedOn: PlainDate
  readonly notice: (Decided & { readonly sentOn: PlainDate; readonly objectBy: PlainDate }) | null
  readonly objection: {
    readonly id: string
    readonly how: How
    readonly words: string
    readonly file: Id<'file'> | null
    readonly saidBy: string
    readonly saidOn: PlainDate
    readonly answerBy: PlainDate
    readonly notedBy: string
  } | null
  readonly answer:
    | (Decided & {
        readonly outcome: Outcome
        readonly amount: Pence
        readonly because: string
        readonly alsoKept: readonly Kept[]
        readonly answeredOn: PlainDate
      })
    | null
  readonly withdrawn: { readonly on: PlainDate; readonly because: string; readonly byName: string } | null
  readonly pauses: readonly {
    readonly from: PlainDate
    readonly until: PlainDate
    readonly because: string
    readonly byName: string
  }[]
  readonly posted: { readonly on: PlainDate; readonly amount: Pence; readonly byName: string } | null
  readonly repaid: readonly {
    readonly on: PlainDate
    readonly amount: Pence
    readonly how: RepaidHow | 'taken-off'
    readonly words: string
    readonly byName: string
  }[]
}
