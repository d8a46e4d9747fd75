import type { PlainDate } from '../../kernel/days.ts'
import type { Facts, Stage } from '../types.ts'

/** A day that is coming, and what it is for. */
export type NextDay = { readonly day: PlainDate; readonly says: string }

/** The days of a case that lie ahead or have passed unmet, the first first. */
export function nextDays({
  facts,
  stage,
}: {
  readonly facts: Facts
  readonly stage: Stage
}): readonly NextDay[] {
  const over = ['closed', 'withdrawn', 'refused'].includes(stage)
  const at = (day: PlainDate | null, says: string): readonly NextDay[] =>
    day === null || over ? [] : [{ day, says }]
  const undecided = facts.decidedOn === null
  return [
    ...at(undecided ? facts.decideBy : null, 'Decision on the request'),
    ...at(facts.againBy, 'Answer to the wish to look again'),
    ...at(facts.doubtBy, 'Answer about the sum'),
    ...at(facts.firstPaidOn === null ? facts.firstDueOn : null, 'First payment'),
    ...at(facts.endsOn === null ? facts.reviewDueOn : null, 'Review of the plan'),
    ...at(facts.endsOn === null ? facts.auditDueOn : null, 'Look at the money'),
    ...at(facts.endsOn === null ? facts.eligibilityDueOn : null, 'Look at eligibility'),
    ...at(facts.endsOn, 'Last day of the budget'),
  ].sort((a, b) => (a.day < b.day ? -1 : 1))
}
