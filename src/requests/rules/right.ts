import type { PlainDate } from '../../kernel/days.ts'
import { findPathway, type RightAnswer, rightOn, sayReason, sayRight } from '../../rights/public.ts'
import type { Pathway } from '../types.ts'
import { type KeptRule, keepRules } from './kept-rules.ts'

/** What is told about the right, and kept as it was told. */
export type RightTold = {
  readonly right: RightAnswer['right']
  readonly legalRight: boolean
  readonly says: string
  readonly since: PlainDate | null
  readonly reasons: readonly string[]
  readonly rules: readonly KeptRule[]
}

/**
 * Which right somebody has who gets this care on that day, with the rules behind it. Who is not sure which
 * care it
 * is gets the answer for no group, which promises nothing.
 */
export function tellRight(pathway: Pathway, born: PlainDate | null, on: PlainDate): RightTold {
  const group = findPathway(pathway)?.group
  const cohorts = group === undefined ? [] : [{ cohort: group, from: on, until: null }]
  const answer = rightOn({ born, cohorts }, on)
  return {
    right: answer.right,
    legalRight: answer.legalRight,
    says: sayRight(answer.right),
    since: answer.since,
    reasons: answer.reasons.map(sayReason),
    rules: keepRules(answer.rules),
  }
}
