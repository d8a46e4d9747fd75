import type { EndGround, NewNote } from '../agreements/public.ts'
import type { LineKind, Unit } from '../needs/public.ts'
import type { Every } from '../payments/public.ts'
import type { LegalBasis, RelationshipKind } from '../people/public.ts'
import type { Way } from '../plans/public.ts'
import type { Kept, Recovery } from '../recoveries/public.ts'
import type { Pathway, ReachedBy } from '../requests/public.ts'
import type { Lane } from '../rights/public.ts'
import type { Ago } from './ago.ts'
import type { Organisations } from './place.ts'
import type { Proposed } from './proposed.ts'
import type { Purchase } from './purchase.ts'
import type { StaffKey } from './staff.ts'

export type { Ago } from './ago.ts'

/** What somebody has reached, in the order in which a budget comes about. */
export const stages = [
  'known',
  'asked',
  'taken',
  'shown-eligible',
  'decided',
  'assessed',
  'summed',
  'shown',
  'drafted',
  'written',
  'handed',
  'signed-off',
  'prepared',
  'account-given',
  'account-approved',
  'signed-by-person',
  'signed',
] as const
export type Stage = (typeof stages)[number]

/** Somebody near to a person. The first who is named as `asker` acts for them. */
export type Relative = {
  readonly name: string
  /** What they are in the family's own word: `mother`, `sister`. */
  readonly is: string
  readonly kind: RelationshipKind
  readonly basis?: LegalBasis
  /** They have an account of their own. */
  readonly account?: boolean
  readonly agreed?: boolean
  readonly may?: {
    readonly sees: readonly string[]
    readonly does: readonly { readonly act: string; readonly upTo?: string }[]
  }
}

/** A line of support with whom it is arranged with. */
export type Support = {
  readonly says: string
  readonly group: string
  readonly when: string
  readonly kind: LineKind
  readonly unit: Unit
  readonly units: string
  readonly per: 'week' | 'month' | 'year'
  readonly rateName: string | null
  readonly ownRate: string | null
  readonly ownRateBecause: string | null
  readonly employed: boolean
  readonly payee: string
  readonly payeeWords: readonly string[]
  /** Which outcome it serves, from 1. */
  readonly serves: number
  readonly way?: Way
}

/** A plan in the family's words. */
export type Voice = {
  readonly about: Readonly<Record<string, string>>
  readonly matters: string
  /** What should come of it, how we will know, who checks. */
  readonly outcomes: readonly (readonly [says: string, known: string, checks: string])[]
  /** What could go wrong, what may follow, what was agreed. */
  readonly risks: readonly (readonly [says: string, follows: string, agreed: string])[]
  readonly whenItFails: string
  readonly crisis: string
  readonly checks: string
  readonly training?: string
}

export type Asks = {
  readonly on: Ago
  readonly by: ReachedBy
  /** Why they ask, in their words. */
  readonly words: string
  /** What for, held how, and about how many pounds a week where they said so. */
  readonly parts: readonly (readonly [says: string, way: Way | null, pounds?: number])[]
  /** Who asks, where it is not the person: the name of a relative, or `nurse`. */
  readonly who?: string
}

export type Answer = { readonly granted: boolean; readonly way?: Way; readonly because?: string }

/** How a budget is held: by whom, where that is not the person, and by which organisation. */
export type Held = {
  /** Who receives the direct payment; left out where no line is one. */
  readonly holder?: 'person' | 'representative' | 'nominee' | 'managed-account'
  /** The relative who holds it. */
  readonly who?: string
  readonly thirdParty?: keyof Organisations
  readonly managed?: keyof Organisations
  readonly cannotDecide?: boolean
  readonly every?: Every
}

/** A sum that is owed and protected: for what, how many pounds, and why. */
export type Owed = readonly [kind: Kept['kind'], pounds: number, because: string]

/** One step of asking for money back; without pounds all that is left over is asked for. */
export type Recovering = { readonly on: Ago; readonly what: 'recovery' } & (
  | {
      readonly does: 'propose'
      readonly ground: Recovery['ground']
      readonly because: string
      readonly pounds?: number
      readonly owed?: readonly Owed[]
      /** Name and lines of the address of whoever settles the estate. */
      readonly executor?: readonly [name: string, ...lines: string[]]
    }
  | { readonly does: 'tell'; readonly by?: 'leader' | 'head' }
  | { readonly does: 'object'; readonly words: string }
  | {
      readonly does: 'answer'
      readonly outcome: 'stays' | 'less' | 'dropped'
      readonly pounds?: number
      readonly because: string
      readonly owed?: readonly Owed[]
    }
  | { readonly does: 'pause'; readonly days: number; readonly because: string }
  | { readonly does: 'enter' }
  | { readonly does: 'repay'; readonly pounds: number }
)

/** What happens to a budget once it is running, on its day. */
export type Later =
  | { readonly on: Ago; readonly what: 'died'; readonly died: Ago }
  | {
      readonly on: Ago
      readonly what: 'end'
      readonly ground: EndGround
      readonly last: Ago
      readonly because: string
    }
  | { readonly on: Ago; readonly what: 'note'; readonly fact: NewNote['what']; readonly words: string }
  | {
      readonly on: Ago
      readonly what: 'change'
      readonly because: string
      /** Lines of support that come, and those by number that go. */
      readonly more?: readonly Support[]
      readonly fewer?: readonly number[]
      /** Days of notice before it begins. */
      readonly notice?: number
    }
  | { readonly on: Ago; readonly what: 'returned'; readonly because: string }
  | Recovering
  | Proposed

/** A review that was held. */
export type Reviewed = {
  readonly on: Ago
  readonly lane?: Lane
  readonly words: string
  readonly theirs?: string
  readonly follows?: 'continue' | 'change' | 'stop'
  /** The tests that are only partly met. */
  readonly not?: readonly string[]
}

/** A statement that was sent in on a day, about all days until three days before it. */
export type Banked = {
  readonly on: Ago
  /** How much of what was planned is spent, in parts of a hundred; 100 unless said. */
  readonly share?: number
  /** Other things on the statement: ago, pounds out, what the bank writes. */
  readonly odd?: readonly (readonly [ago: Ago, pounds: number, says: string])[]
}

export type Life = {
  readonly name: string
  readonly called?: string
  readonly born: string | readonly [turns: number, inDays: number]
  readonly home: readonly [street: string, town: string, postcode: string]
  readonly icb?: 'millbrook' | 'ashdale'
  readonly path: Pathway
  readonly account?: boolean
  readonly needs?: readonly (readonly [need: string, detail: string | null])[]
  readonly family?: readonly Relative[]
  readonly offer?: {
    readonly on: Ago
    readonly how: string
    readonly said?: 'accepted' | 'declined'
    readonly because?: string
  }
  readonly asks?: Asks
  readonly worker?: StaffKey
  readonly upTo: Stage
  /** The day of a stage where it is not the usual time after the one before. */
  readonly days?: Partial<Readonly<Record<Stage, Ago>>>
  readonly withdrawn?: { readonly on: Ago; readonly because: string }
  /** What is decided of a part otherwise than it was asked for, by its place from 1. */
  readonly answers?: Readonly<Record<number, Answer>>
  readonly summary?: string
  /** The answer to what the right of their care asks: the section on the order, what is with the chair. */
  readonly fact?: string
  readonly again?: {
    readonly on: Ago
    readonly words: string
    readonly answer?: {
      readonly on: Ago
      readonly outcome: 'upheld' | 'changed'
      readonly reasons: string
      readonly answers?: Readonly<Record<number, Answer>>
    }
  }
  readonly assessed?: {
    readonly words: string
    readonly domains: readonly (readonly [name: string, level: string, note: string])[]
  }
  readonly support?: readonly Support[]
  readonly doubt?: { readonly on: Ago; readonly words: string; readonly answer?: string }
  readonly voice?: Voice
  /** The council pays or decides a part, so its officer may see the plan. */
  readonly withCouncil?: boolean
  /** Who supplies a line of the agreed plan, and may see its own. */
  readonly supplier?: keyof Organisations
  readonly held?: Held
  readonly later?: readonly Later[]
  readonly reviews?: readonly Reviewed[]
  readonly banked?: readonly Banked[]
  /** What they asked before they bought it. */
  readonly purchases?: readonly Purchase[]
  /** The employer's insurance is not in place yet. */
  readonly uninsured?: boolean
  /** The account that was given is also used for other money. */
  readonly sharedAccount?: boolean
  /** Whose turn it is with a draft that is not signed off; `sent-back` by the approver with words. */
  readonly turn?: 'family' | 'case-worker' | 'approver'
  readonly sentBack?: string
  /** Messages between the family and the team. */
  readonly says?: readonly (readonly [on: Ago, from: 'family' | 'team', words: string])[]
}
