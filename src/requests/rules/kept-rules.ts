import type { Confidence } from '../../kernel/rule.ts'
import type { StatedRule } from '../../notices/public.ts'
import { findRule, type RuleId, sayConfidence } from '../../rights/public.ts'

/**
 * A rule as it stood when something was decided by it: its words, its source, the day that source was read.
 */
export type KeptRule = {
  readonly id: RuleId
  readonly says: string
  readonly confidence: Confidence
  readonly title: string
  readonly address: string | null
  readonly read: string
  readonly from: string | null
  readonly until: string | null
}

export const keepRule = (id: RuleId): KeptRule => {
  const { says, confidence, source, from, until } = findRule(id)
  return {
    id,
    says,
    confidence,
    title: source.title,
    address: source.address,
    read: source.read,
    from,
    until,
  }
}

/** Each rule once, as it stands now. */
export const keepRules = (ids: readonly RuleId[]): readonly KeptRule[] => [...new Set(ids)].map(keepRule)

/** A rule as a letter states it, with how sure we are of it. */
export const stateRule = (id: RuleId): StatedRule => {
  const { says, confidence, source } = findRule(id)
  return { rule: id, says, confidence: sayConfidence(confidence), title: source.title }
}
