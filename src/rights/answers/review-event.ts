import { nothing, type Pence } from '../../kernel/money.ts'
import { backedBy } from '../rule.ts'
import { checkEnough, coversFullCost } from '../rules/amount.ts'
import { considerReview, mustReview } from '../rules/reviewing.ts'
import type { Backed } from '../types.ts'

/** Something that is heard of between reviews. */
export type ReviewEvent =
  | { readonly kind: 'health-change'; readonly significant: boolean }
  | { readonly kind: 'cost-change'; readonly weekly: Pence; readonly costWeekly: Pence }
  | { readonly kind: 'other' }
export type ReviewEventAnswer = Backed & {
  readonly must: readonly ('review' | 'must-consider-review' | 'must-check-money-is-enough-if-no-review')[]
  readonly weeklyGap: Pence
}

const nothingFollows: ReviewEventAnswer = { must: [], weeklyGap: nothing, ...backedBy() }

/** What follows from an event: a review, thinking about one, or nothing. */
export function afterEvent(event: ReviewEvent): ReviewEventAnswer {
  switch (event.kind) {
    case 'health-change': {
      const consider = considerReview.decide(event)
      if (consider === null) return nothingFollows
      const must = [consider, checkEnough.decide({}) as 'must-check-money-is-enough-if-no-review'] as const
      return { must, weeklyGap: nothing, ...backedBy(considerReview, checkEnough) }
    }
    case 'cost-change': {
      const sums = { amount: event.weekly, cost: event.costWeekly }
      if (mustReview.decide(sums) === null) return nothingFollows
      return {
        must: ['review'],
        weeklyGap: coversFullCost.decide(sums).gap,
        ...backedBy(mustReview, coversFullCost),
      }
    }
    case 'other':
      return nothingFollows
    default:
      return event satisfies never
  }
}
