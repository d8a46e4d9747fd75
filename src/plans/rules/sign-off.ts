import type { WhyNotApprove } from '../../access/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { ToWhom } from '../types.ts'

export type SignOffFacts = {
  /** Why this actor may not approve a plan of this cost, as `access` answers: role, own work, limit. */
  readonly approving: readonly WhyNotApprove[]
  readonly signedOff: boolean
  readonly turn: ToWhom
  /** How many problems are left in the plan. */
  readonly problems: number
  readonly from: PlainDate
  /** The day from which the version before is in force; null where this is the first. */
  readonly before: PlainDate | null
}

export type WhyNotSignOff =
  | WhyNotApprove
  | 'signed-off'
  | 'not-handed-to-approver'
  | 'problems-left'
  | 'not-after-the-one-before'

/**
 * Pure: every reason why a version may not be signed off by somebody from a day, none where it may (V-56).
 */
export function whyNotSignOff(facts: SignOffFacts): readonly WhyNotSignOff[] {
  const { approving, signedOff, turn, problems, from, before } = facts
  const checks: readonly (readonly [boolean, WhyNotSignOff])[] = [
    [signedOff, 'signed-off'],
    [!signedOff && turn !== 'approver', 'not-handed-to-approver'],
    [problems > 0, 'problems-left'],
    [before !== null && from <= before, 'not-after-the-one-before'],
  ]
  return [...approving, ...checks.filter(([wrong]) => wrong).map(([, reason]) => reason)]
}
