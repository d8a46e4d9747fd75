import type { Cohort, RuleId, Way } from '../types.ts'

/** The steps of the main job, in the order in which a budget takes them. */
export type Step = 'ask' | 'decide' | 'needs-and-sum' | 'plan' | 'agreement' | 'pay' | 'evidence' | 'review'

/** What a pathway is, as data. Adding one touches no other module. */
export type Pathway = {
  readonly id: Cohort
  readonly name: string
  readonly who: string
  /** The rules that give the right, the oldest first; each carries its own day. */
  readonly rights: readonly RuleId[]
  readonly funders: 'nhs-alone' | 'nhs-part' | 'council-and-nhs'
  readonly ways: readonly Way[]
  readonly steps: readonly Step[]
  /** The clocks that run on it, by the id of the rule that sets the limit. */
  readonly clocks: readonly RuleId[]
  readonly reviews: readonly RuleId[]
  /** What a professional or the family shows to confirm that the right is there. */
  readonly evidence: readonly string[]
}

export const allSteps: readonly Step[] = [
  'ask',
  'decide',
  'needs-and-sum',
  'plan',
  'agreement',
  'pay',
  'evidence',
  'review',
]
