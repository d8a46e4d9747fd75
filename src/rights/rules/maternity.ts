import { plainDate } from '../../kernel/days.ts'
import { minus, nothing, type Pence, pence } from '../../kernel/money.ts'
import { duty, rule } from '../rule.ts'
import * as at from '../sources.ts'
import type { Way } from '../types.ts'

const on = plainDate

/** The three stages of maternity care, in the order in which they come. */
export const maternityStages = ['antenatal', 'intrapartum', 'postnatal'] as const
export type MaternityStage = (typeof maternityStages)[number]

export const maternity = duty({
  id: 'MATERNITY_PMCB',
  says: 'A maternity budget is a pilot in which money is only named, never paid out.',
  by: [at.maternityQuestions, at.originCohorts],
  from: on('2016-11-01'),
  answer: 'pilot-notional-only',
})
export const maternityNoCash = duty({
  id: 'MATERNITY_PMCB-NO-CASH',
  says: 'A maternity budget is never cash and cannot be topped up; extras alongside are allowed.',
  by: [at.maternityQuestions],
  from: null,
  answer: ['no-direct-payment-in-maternity', 'no-top-up'],
})
export const maternityThreeStages = duty({
  id: 'MATERNITY_PMCB-STAGES',
  says: 'The budget has three parts: care in pregnancy, care at the birth, and care after the birth.',
  by: [at.maternityQuestions],
  from: null,
  answer: maternityStages,
})

type HeldAs = 'may-be-held' | 'no-direct-payment-in-maternity' | 'notional-only-in-maternity'
export const maternityHeldAs = rule<{ readonly way: Way }, HeldAs>({
  id: 'MATERNITY_PMCB-WAYS',
  says: 'The NHS keeps the money and pays the provider; no other way of holding it is offered.',
  by: [at.maternityQuestions],
  from: null,
  cases: [
    { says: 'the NHS pays the provider', facts: { way: 'notional' }, answer: 'may-be-held' },
    { says: 'cash', facts: { way: 'direct-payment' }, answer: 'no-direct-payment-in-maternity' },
    { says: 'somebody else holds it', facts: { way: 'third-party' }, answer: 'notional-only-in-maternity' },
  ],
  decide: ({ way }) => {
    if (way === 'notional') return 'may-be-held'
    return way === 'direct-payment' ? 'no-direct-payment-in-maternity' : 'notional-only-in-maternity'
  },
})

type Own = { readonly where: 'inside' | 'alongside'; readonly sum: Pence }
type OwnAnswer = { readonly answer: 'no-top-up' | 'allowed'; readonly outsideBudget: Pence }
export const maternityOwnMoney = rule<Own, OwnAnswer>({
  id: 'MATERNITY_PMCB-OWN-MONEY',
  says: 'Nobody adds own money to the budget; what somebody pays for privately stays outside it.',
  by: [at.maternityQuestions],
  from: null,
  cases: [
    {
      says: 'a private room inside the budget',
      facts: { where: 'inside', sum: pence(30_000n) },
      answer: { answer: 'no-top-up', outsideBudget: nothing },
    },
    {
      says: 'a private class alongside',
      facts: { where: 'alongside', sum: pence(6_000n) },
      answer: { answer: 'allowed', outsideBudget: pence(6_000n) },
    },
  ],
  decide: ({ where, sum }) =>
    where === 'inside'
      ? { answer: 'no-top-up', outsideBudget: nothing }
      : { answer: 'allowed', outsideBudget: sum },
})

type Choosing = { readonly contracted: boolean }
export const maternityChoice = rule<Choosing, 'may-be-chosen' | 'no-contract-with-the-nhs'>({
  id: 'MATERNITY_PMCB-CHOICE',
  says: 'The choice is among providers that have a contract with the NHS here for that part of the care.',
  by: [at.maternityQuestions],
  from: null,
  cases: [
    { says: 'with a contract', facts: { contracted: true }, answer: 'may-be-chosen' },
    { says: 'without one', facts: { contracted: false }, answer: 'no-contract-with-the-nhs' },
  ],
  decide: ({ contracted }) => (contracted ? 'may-be-chosen' : 'no-contract-with-the-nhs'),
})

/** Whom a board offers a budget, as its own words say it; it is no rule of the nation. */
export const maternityAudiences = ['all', 'first-time', 'low-risk', 'named-clinics', 'nobody'] as const
export type MaternityAudience = (typeof maternityAudiences)[number]
type Offering = { readonly audience: MaternityAudience | null }
export const maternityWhoOffers = rule<Offering, 'board-offers' | 'board-does-not-offer'>({
  id: 'MATERNITY_PMCB-WHO-OFFERS',
  says: 'Each body in an area decides for itself whom it offers a maternity budget. It is not a right.',
  by: [at.originCohorts, at.originLocalOffer],
  from: null,
  cases: [
    { says: 'everybody', facts: { audience: 'all' }, answer: 'board-offers' },
    { says: 'only at some clinics', facts: { audience: 'named-clinics' }, answer: 'board-offers' },
    { says: 'nobody', facts: { audience: 'nobody' }, answer: 'board-does-not-offer' },
    { says: 'it has said nothing', facts: { audience: null }, answer: 'board-does-not-offer' },
  ],
  decide: ({ audience }) =>
    audience === null || audience === 'nobody' ? 'board-does-not-offer' : 'board-offers',
})

type Minds = { readonly price: Pence; readonly stageOver: boolean; readonly same: boolean }
type MindsAnswer = { readonly moves: Pence; readonly cash: Pence; readonly left: Pence }
export const maternityChangeOfMind = rule<Minds, MindsAnswer>({
  id: 'MATERNITY_PMCB-CHANGE',
  says: 'Until a stage is over she may choose again: its money moves whole, and the total stays.',
  by: [at.maternityOurWay],
  from: null,
  cases: [
    {
      says: 'the birth moves before it has happened',
      facts: { price: pence(162_000n), stageOver: false, same: false },
      answer: { moves: pence(162_000n), cash: nothing, left: nothing },
    },
    {
      says: 'the birth is over',
      facts: { price: pence(162_000n), stageOver: true, same: false },
      answer: { moves: nothing, cash: nothing, left: pence(162_000n) },
    },
    {
      says: 'the provider she has',
      facts: { price: pence(162_000n), stageOver: false, same: true },
      answer: { moves: nothing, cash: nothing, left: pence(162_000n) },
    },
  ],
  decide: ({ price, stageOver, same }) => {
    const moves = stageOver || same ? nothing : price
    return { moves, cash: nothing, left: minus(price, moves) }
  },
})

export const maternityEmergency = duty({
  id: 'MATERNITY_PMCB-CARE-GIVEN',
  says: 'The provider that gave the care gets the money of that stage, also where it was not chosen.',
  by: [at.maternityOurWay],
  from: null,
  answer: 'stage-goes-to-who-gave-the-care',
})

export const maternityConfirm = duty({
  id: 'MATERNITY_PMCB-CONFIRM',
  says: 'No time was found within which a choice is confirmed; a body may set one for itself.',
  by: [at.maternityOurWay],
  from: null,
  answer: 'no-limit-found',
})

export const maternityRules = [
  maternity,
  maternityNoCash,
  maternityThreeStages,
  maternityHeldAs,
  maternityOwnMoney,
  maternityChoice,
  maternityWhoOffers,
  maternityChangeOfMind,
  maternityEmergency,
  maternityConfirm,
]
