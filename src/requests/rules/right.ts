import type { PlainDate } from '../../kernel/days.ts'
import { factTold, findPathway, type RightAnswer, rightOn, sayReason, sayRight } from '../../rights/public.ts'
import type { Pathway } from '../types.ts'
import { type KeptRule, keepRules } from './kept-rules.ts'

/** What is told about the right, and kept as it was told. */
export type RightTold = {
  readonly right: RightAnswer['right']
  readonly legalRight: boolean
  readonly says: string
  readonly since: PlainDate | null
  /** The fact that the right asks speaks against this care. */
  readonly against: boolean
  readonly reasons: readonly string[]
  readonly rules: readonly KeptRule[]
}

type Told = {
  readonly pathway: Pathway
  readonly born: PlainDate | null
  readonly on: PlainDate
  /** The answer to what the pathway asks; left out as long as it is not known. */
  readonly fact?: string | null
}

const speaksAgainst: ReadonlySet<RightAnswer['reasons'][number]> = new Set([
  'section-2-does-not-lead-to-section-117',
  'section-does-not-lead-to-section-117',
  'no-change-in-need-or-chair',
  'not-eligible-for-the-service',
])

/**
 * Which right somebody has who gets this care on that day, with the rules behind it. Who is not sure which
 * care it is gets the answer for no group, which promises nothing.
 */
export function tellRight({ pathway, born, on, fact = null }: Told): RightTold {
  const known = findPathway(pathway)
  const cohorts =
    known === null ? [] : [{ cohort: known.group, from: on, until: null, ...factTold(known.asks, fact) }]
  const answer = rightOn({ born, cohorts }, on)
  return {
    right: answer.right,
    legalRight: answer.legalRight,
    says: sayRight(answer.right),
    since: answer.since,
    against: answer.reasons.some(reason => speaksAgainst.has(reason)),
    reasons: answer.reasons.map(sayReason),
    rules: keepRules(answer.rules),
  }
}
