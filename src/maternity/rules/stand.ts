import type { PlainDate } from '../../kernel/days.ts'
import { nothing, plus } from '../../kernel/money.ts'
import { type MaternityStage, maternityStages, type StagePrices } from '../../rights/public.ts'
import type { Budget, Care, Choice } from '../types.ts'

export const stands = [
  'offered',
  'declined',
  'choosing',
  'confirming',
  'chosen',
  'complete',
  'pregnancy-ended',
  'handed-over',
  'stopped',
] as const
export type Stand = (typeof stands)[number]

/** The figures that were kept when she took the budget up; null while she has not. */
export const pricesOf = (budget: Budget): StagePrices | null =>
  budget.answers.find(one => one.said === 'accepted')?.prices ?? null

/** What the whole budget is worth by figures of one day. */
export const totalOf = (prices: StagePrices) => plus(nothing, ...maternityStages.map(stage => prices[stage]))

/** The provider that has a stage: the newest choice that was confirmed. */
export const heldBy = ({ choices }: Budget, stage: MaternityStage): Choice | null =>
  choices.find(one => one.stage === stage && one.confirmed !== null) ?? null

/** The choice that still waits to be confirmed: the newest of its stage, unless the stage is over. */
export function waitingOf(budget: Budget, stage: MaternityStage): Choice | null {
  const [newest] = budget.choices.filter(one => one.stage === stage)
  return newest === undefined || newest.confirmed !== null || isOver(budget, stage) ? null : newest
}

export const careOf = ({ care }: Budget, stage: MaternityStage): Care | null =>
  care.find(one => one.stage === stage) ?? null

const placeOf = (stage: MaternityStage): number => maternityStages.indexOf(stage)

/** A stage is over when its care, or that of a later stage, was given; or when the budget has ended. */
export const isOver = ({ care, ending }: Budget, stage: MaternityStage): boolean =>
  ending !== null || care.some(one => placeOf(one.stage) >= placeOf(stage))

const endedAs = {
  'pregnancy-ended': 'pregnancy-ended',
  'moved-away': 'handed-over',
  'not-wanted': 'stopped',
} as const

/** How far a budget has come, out of what happened. */
export function standOf(budget: Budget): Stand {
  if (budget.ending !== null) return endedAs[budget.ending.what]
  if (pricesOf(budget) === null) return budget.answers.length === 0 ? 'offered' : 'declined'
  if (careOf(budget, 'postnatal') !== null) return 'complete'
  const open = maternityStages.filter(stage => !isOver(budget, stage))
  if (open.some(stage => waitingOf(budget, stage) !== null)) return 'confirming'
  return open.some(stage => heldBy(budget, stage) === null) ? 'choosing' : 'chosen'
}

/** Whose turn it is and since when; null where nobody has to do anything. */
export function turnOf(budget: Budget): { readonly who: 'her' | 'nhs'; readonly since: PlainDate } | null {
  const stand = standOf(budget)
  if (stand === 'offered') return { who: 'her', since: budget.offeredOn }
  if (stand === 'confirming') {
    const since = maternityStages.flatMap(stage => waitingOf(budget, stage)?.chosenOn ?? []).sort()[0]
    return { who: 'nhs', since: since ?? budget.offeredOn }
  }
  if (stand !== 'choosing') return null
  return { who: 'her', since: budget.answers.at(-1)?.on ?? budget.offeredOn }
}
