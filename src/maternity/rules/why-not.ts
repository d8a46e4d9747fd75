import type { PlainDate } from '../../kernel/days.ts'
import { addDays } from '../../kernel/days.ts'
import { nothing } from '../../kernel/money.ts'
import {
  type MaternityAudience,
  type MaternityStage,
  type MaternityWhyNot,
  maternityRights,
  type StagePrices,
} from '../../rights/public.ts'
import type { Budget, Ending, Place } from '../types.ts'
import { careOf, heldBy, isOver, pricesOf, waitingOf } from './stand.ts'

/** Every reason why something cannot be done with a maternity budget, as a sentence at its field. */
export const problemSays = {
  'not-allowed': 'Your role cannot do this here',
  'caller-may-not-do-this': 'The person you act for may not ask for this',
  'asked-before-the-pilot': 'The maternity pilot had not begun by that day',
  'board-does-not-offer': 'Your board does not offer maternity budgets on that day',
  'no-direct-payment-in-maternity':
    'The money cannot be paid to you: in maternity the NHS pays the provider itself',
  'notional-only-in-maternity': 'Nobody else can hold this money: in maternity the NHS pays the provider',
  'no-top-up': 'Nobody may add their own money to this budget. You can pay for something private beside it',
  'no-contract-with-the-nhs': 'Choose a provider that has a contract with the NHS here for this part of care',
  'stage-is-over': 'This part of the care is over, so its provider stays',
  'has-this-one': 'This is the provider that is chosen already',
  'case-is-closed': 'The request was refused or taken back',
  'other-care': 'This request is for another kind of care',
  'not-granted': 'The request is not decided yet. Decide it first',
  'weekly-budget-stands':
    'A weekly budget is signed under this reference. Maternity needs a request of its own',
  'offered-already': 'The budget is offered already',
  'offered-in-the-future': 'The day of the offer must be today or in the past',
  'due-too-far': 'The due date must be within ten months after the offer, or six weeks before it',
  'has-died': 'This person has died',
  'one-is-open': 'There is an open request for maternity already. Offer the budget there',
  'no-such-person': 'Choose the woman to whom you offer it',
  'nothing-offered': 'Nothing is offered yet',
  'answered-already': 'The budget is taken up already',
  'declined-already': 'The answer is no already',
  'no-figures': 'Your board has not said what each part is worth. Ask the team that sets the figures',
  'not-taken-up': 'The budget is not taken up yet',
  'no-such-choice': 'There is no such choice that waits to be confirmed',
  'stage-not-chosen': 'No provider is confirmed for this part. Say who gave the care',
  'care-before-the-offer': 'The day cannot be before the budget was offered',
  'stage-out-of-order': 'The care at the birth comes before the care after it',
  'provider-missing': 'Say who gave the care',
  'body-missing': 'Say which body she moves to',
  'has-ended': 'This budget has ended',
} as const
export type Problem = keyof typeof problemSays | MaternityWhyNot

type Check = readonly [boolean, Problem]
const those = (checks: readonly Check[]): readonly Problem[] =>
  checks.filter(([so]) => so).map(([, problem]) => problem)

export type NewOffer = { readonly offeredOn: PlainDate; readonly dueOn: PlainDate; readonly fits: string }
type Offering = {
  readonly audience: MaternityAudience | null
  readonly pathway: string
  readonly caseOpen: boolean
  readonly there: boolean
  readonly today: PlainDate
}
/** May it be offered? The body says whom it offers; nobody has a right to it. */
export const whyNotOffer = (
  { offeredOn, dueOn }: NewOffer,
  { audience, pathway, caseOpen, there, today }: Offering,
): readonly Problem[] => [
  ...maternityRights.mayOffer(audience, offeredOn).reasons,
  ...those([
    [pathway !== 'maternity', 'other-care'],
    [!caseOpen, 'case-is-closed'],
    [there, 'offered-already'],
    [offeredOn > today, 'offered-in-the-future'],
    [dueOn < addDays(offeredOn, -42) || dueOn > addDays(offeredOn, 310), 'due-too-far'],
  ]),
]

export const whyNotAnswer = (
  budget: Budget,
  said: 'accepted' | 'declined',
  prices: StagePrices | null,
): readonly Problem[] =>
  those([
    [budget.ending !== null, 'has-ended'],
    [pricesOf(budget) !== null, 'answered-already'],
    [said === 'declined' && budget.answers.at(-1)?.said === 'declined', 'declined-already'],
    [said === 'accepted' && prices === null, 'no-figures'],
  ])

type Choosing = { readonly stage: MaternityStage; readonly place: Place | null }
/** May she choose it? Any number of times until the stage is over, among providers with a contract. */
export function whyNotChoose(budget: Budget, { stage, place }: Choosing): readonly Problem[] {
  const prices = pricesOf(budget)
  const has = waitingOf(budget, stage) ?? heldBy(budget, stage)
  const { reasons } = maternityRights.choose({
    price: prices?.[stage] ?? nothing,
    contracted: place !== null,
    same: place !== null && has?.key === place.key,
    stageOver: budget.ending === null && isOver(budget, stage),
  })
  return [
    ...those([
      [budget.ending !== null, 'has-ended'],
      [prices === null, 'not-taken-up'],
    ]),
    ...reasons,
  ]
}

type Confirming = {
  readonly number: number
  readonly granted: boolean
  readonly weeklyStands: boolean
  readonly contracted: boolean
}
export function whyNotConfirm(
  budget: Budget,
  { number, granted, weeklyStands, contracted }: Confirming,
): readonly Problem[] {
  const choice = budget.choices.find(one => one.number === number)
  const waits = choice !== undefined && waitingOf(budget, choice.stage)?.number === number
  return those([
    [budget.ending !== null, 'has-ended'],
    [!waits, 'no-such-choice'],
    [waits && !contracted, 'no-contract-with-the-nhs'],
    [!granted, 'not-granted'],
    [weeklyStands, 'weekly-budget-stands'],
  ])
}

export type Given = {
  readonly stage: MaternityStage
  readonly on: PlainDate
  readonly how: 'as-chosen' | 'emergency'
  readonly provider: string
}
/** May the care of a stage be noted? Who gave it gets its money, also where nobody had chosen them. */
export function whyNotCare(budget: Budget, { stage, on, how, provider }: Given): readonly Problem[] {
  const before = stage === 'postnatal' && careOf(budget, 'intrapartum') === null
  return those([
    [budget.ending !== null, 'has-ended'],
    [pricesOf(budget) === null, 'not-taken-up'],
    [budget.ending === null && isOver(budget, stage), 'stage-is-over'],
    [before, 'stage-out-of-order'],
    [how === 'as-chosen' && heldBy(budget, stage) === null, 'stage-not-chosen'],
    [how === 'emergency' && provider === '', 'provider-missing'],
    [on < budget.offeredOn, 'care-before-the-offer'],
  ])
}

export const whyNotExtra = (budget: Budget): readonly Problem[] =>
  those([
    [budget.ending !== null, 'has-ended'],
    [pricesOf(budget) === null, 'not-taken-up'],
  ])

export const whyNotEnd = (
  budget: Budget,
  { what, toBody, on }: { readonly what: Ending; readonly toBody: string; readonly on: PlainDate },
): readonly Problem[] =>
  those([
    [budget.ending !== null, 'has-ended'],
    [careOf(budget, 'postnatal') !== null, 'stage-is-over'],
    [what === 'moved-away' && toBody === '', 'body-missing'],
    [on < budget.offeredOn, 'care-before-the-offer'],
  ])
