import type { PlainDate } from '../../kernel/days.ts'
import { nothing, type Pence, plus } from '../../kernel/money.ts'
import { backedBy, inForceOn } from '../rule.ts'
import * as rules from '../rules/maternity.ts'
import type { Backed, Way } from '../types.ts'

export type { MaternityAudience, MaternityStage } from '../rules/maternity.ts'
export { maternityAudiences, maternityStages } from '../rules/maternity.ts'

export type StagePrices = Readonly<Record<rules.MaternityStage, Pence>>
export type MaternityWhyNot =
  | 'asked-before-the-pilot'
  | 'board-does-not-offer'
  | 'no-direct-payment-in-maternity'
  | 'notional-only-in-maternity'
  | 'no-top-up'
  | 'no-contract-with-the-nhs'
  | 'stage-is-over'
  | 'has-this-one'

type Answered = Backed & { readonly answer: 'yes' | 'no'; readonly reasons: readonly MaternityWhyNot[] }
const answered = (reasons: readonly MaternityWhyNot[]): Omit<Answered, keyof Backed> => ({
  answer: reasons.length === 0 ? 'yes' : 'no',
  reasons,
})

/** What the whole budget is worth, in pence, and the one way in which it is held. */
export const maternityBudget = (prices: StagePrices) => ({
  total: plus(nothing, ...rules.maternityStages.map(stage => prices[stage])),
  way: 'notional' as const,
  ...backedBy(rules.maternity, rules.maternityNoCash, rules.maternityThreeStages),
})

/** May a body offer a maternity budget on a day, as it said whom it offers? A pilot, and never a right. */
export const mayOfferMaternity = (audience: rules.MaternityAudience | null, on: PlainDate): Answered => ({
  ...answered([
    ...(inForceOn(rules.maternity, on) ? [] : (['asked-before-the-pilot'] as const)),
    ...(rules.maternityWhoOffers.decide({ audience }) === 'board-offers'
      ? []
      : (['board-does-not-offer'] as const)),
  ]),
  ...backedBy(rules.maternity, rules.maternityWhoOffers),
})

/** May the money of a stage be held that way? Only the NHS holds it. */
export function maternityHeld(way: Way): Answered {
  const held = rules.maternityHeldAs.decide({ way })
  return {
    ...answered(held === 'may-be-held' ? [] : [held]),
    ...backedBy(rules.maternity, rules.maternityNoCash, rules.maternityHeldAs),
  }
}

/** May somebody pay something of their own? Not inside the budget; alongside, and then it stays outside. */
export function maternityOwnMoney(where: 'inside' | 'alongside', sum: Pence) {
  const { answer, outsideBudget } = rules.maternityOwnMoney.decide({ where, sum })
  return {
    ...answered(answer === 'allowed' ? [] : [answer]),
    outsideBudget,
    ...backedBy(rules.maternityNoCash, rules.maternityOwnMoney),
  }
}

export type StageChoice = {
  readonly price: Pence
  /** The provider has a contract with this body for this stage on that day. */
  readonly contracted: boolean
  /** She has this provider for the stage already. */
  readonly same: boolean
  readonly stageOver: boolean
}
/** May she choose this provider for a stage, and how much money moves then? Every reason against it. */
export function chooseForStage({ price, contracted, same, stageOver }: StageChoice) {
  const choice = rules.maternityChoice.decide({ contracted })
  const { moves, cash } = rules.maternityChangeOfMind.decide({ price, stageOver, same })
  const reasons: readonly MaternityWhyNot[] = [
    ...(choice === 'may-be-chosen' ? [] : [choice]),
    ...(stageOver ? (['stage-is-over'] as const) : []),
    ...(same ? (['has-this-one'] as const) : []),
  ]
  return {
    ...answered(reasons),
    moves: reasons.length === 0 ? moves : nothing,
    cash,
    ...backedBy(rules.maternityChoice, rules.maternityChangeOfMind),
  }
}

/** Every question about a maternity budget, under one name for neighbours. */
export const maternityRights = {
  budget: maternityBudget,
  mayOffer: mayOfferMaternity,
  held: maternityHeld,
  ownMoney: maternityOwnMoney,
  choose: chooseForStage,
}
