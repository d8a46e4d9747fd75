import type { PlainDate } from '../../kernel/days.ts'
import { larger, minus, nothing, type Pence, plus, smaller } from '../../kernel/money.ts'
import { backedBy, inForceOn } from '../rule.ts'
import { type WheelchairStanding, wheelchairHave, wheelchairWho } from '../rules/cohorts.ts'
import { threeWays } from '../rules/entitlement.ts'
import * as chairs from '../rules/wheelchairs.ts'
import type { AnyRule, Backed } from '../types.ts'

/** What is known of somebody at the wheelchair service. */
export type ChairFacts = {
  /** Already has a chair of the service. */
  readonly registered: boolean
  /** What the service found of a referral; null while it has not said. Asked of who is not registered. */
  readonly eligible: boolean | null
  readonly needChanged: boolean
  /** The chair does not fit its use any more: worn out, broken, beyond repair. */
  readonly chairChanged: boolean
}

/** Where somebody stands with the wheelchair service; null while eligibility is open. */
export function wheelchairStanding(facts: ChairFacts): WheelchairStanding | null {
  if (facts.registered) {
    if (facts.needChanged) return 'clinical-need-changed'
    return facts.chairChanged ? 'condition-of-chair' : 'no-change-in-need-or-chair'
  }
  if (facts.eligible === null) return null
  return facts.eligible ? 'referred-and-eligible' : 'not-eligible-for-the-service'
}

export type ChairRight = Backed & {
  readonly rightNow: boolean
  /** What gives the right; null where there is none. */
  readonly because: WheelchairStanding | null
  readonly reasons: readonly (WheelchairStanding | 'asked-before-2019-12-02')[]
}

/** Has somebody of that standing the right to a wheelchair budget now? Every reason against it is given. */
export function wheelchairRight(standing: WheelchairStanding, on: PlainDate): ChairRight {
  const began = inForceOn(wheelchairHave, on)
  const fits = wheelchairWho.decide({ standing })
  return {
    rightNow: began && fits,
    because: began && fits ? standing : null,
    reasons: [...(began ? [] : (['asked-before-2019-12-02'] as const)), ...(fits ? [] : [standing])],
    ...backedBy(wheelchairHave, wheelchairWho),
  }
}

/** The ways of a wheelchair budget. The second is notional in law: the person adds to it. */
export const chairWays = ['notional', 'notional-with-contribution', 'third-party', 'direct-payment'] as const
export type ChairWay = (typeof chairWays)[number]

/** What is chosen: the chair offered, features added to it, or another chair with its whole price. */
export type ChairChoice =
  | { readonly way: 'notional' }
  | { readonly way: 'notional-with-contribution'; readonly features: Pence; readonly vatExempt: boolean }
  | { readonly way: 'third-party' | 'direct-payment'; readonly price: Pence; readonly repairMoney: Pence }

export type ChairTerms = Backed & {
  readonly way: ChairWay
  readonly personPays: Pence
  /** The VAT that is inside what the person pays, where we work it out. */
  readonly vat: Pence
  /** All that the NHS puts in: the chair and the money for repairs. */
  readonly nhsPays: Pence
  readonly repairMoney: Pence
  readonly owner: 'nhs' | 'person'
  readonly repairs: 'nhs' | 'nhs-basic-chair-only' | 'person'
}

/** What a way means for a budget worth `value`: who pays what, who owns the chair, who repairs it. */
export function chairTerms(value: Pence, choice: ChairChoice): ChairTerms {
  if (choice.way === 'notional') return offered(value)
  if (choice.way === 'notional-with-contribution') return addedTo(value, choice)
  const { way, price, repairMoney } = choice
  // A dearer chair costs the person the difference; a cheaper one costs the NHS only its price.
  return {
    way,
    personPays: larger(nothing, minus(price, value)),
    vat: nothing,
    nhsPays: plus(smaller(price, value), repairMoney),
    repairMoney,
    owner: 'person',
    repairs: 'person',
    ...behind(way === 'third-party' ? chairs.chairElsewhere : chairs.chairPaidDirectly),
  }
}

const behind = (...rules: readonly AnyRule[]): Backed =>
  backedBy(chairs.chairWorth, ...rules, threeWays, chairs.chairThreeWays)

const offered = (value: Pence): ChairTerms => ({
  way: 'notional',
  personPays: nothing,
  vat: nothing,
  nhsPays: value,
  repairMoney: nothing,
  owner: 'nhs',
  repairs: 'nhs',
  ...behind(chairs.chairFromNhs),
})

function addedTo(
  value: Pence,
  { features, vatExempt }: Extract<ChairChoice, { way: 'notional-with-contribution' }>,
): ChairTerms {
  const vat = chairs.chairVat.decide({ net: features, exempt: vatExempt })
  return {
    ...offered(value),
    way: 'notional-with-contribution',
    personPays: plus(features, vat),
    vat,
    repairs: 'nhs-basic-chair-only',
    ...behind(chairs.chairAddedTo, chairs.chairVat, chairs.chairContributors),
  }
}

/** The last day of a wheelchair budget, with the rule behind it. */
export const chairPeriodEnds = (
  agreedOn: PlainDate,
  years: number,
): Backed & { readonly ends: PlainDate } => ({
  ends: chairs.chairPeriod.decide({ agreedOn, years }),
  ...backedBy(chairs.chairPeriod),
})

/** A wait as the national collection counts it: whole weeks, and whether it is within the 18. */
export const chairWaited = (referredOn: PlainDate, until: PlainDate) => ({
  counted: chairs.chairWait.decide({ referredOn, until }),
  ...backedBy(chairs.chairWait),
})
