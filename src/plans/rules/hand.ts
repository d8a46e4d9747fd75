import type { ToWhom } from '../types.ts'

export type HandFacts = {
  /** As whom the actor may hand it on: family, staff who write, or an approver; several may be true. */
  readonly writesAs: 'family' | 'case-worker' | null
  readonly approves: boolean
  readonly turn: ToWhom
  readonly to: ToWhom
  readonly words: string
  readonly signedOff: boolean
  /** How many problems are left in the plan. */
  readonly problems: number
}

export type WhyNotHand =
  | 'signed-off'
  | 'is-there-already'
  | 'may-not-hand'
  | 'problems-left'
  | 'say-what-to-change'

/**
 * Pure: every reason why a draft may not be handed on, none where it may. Family and case worker hand it to
 * each other as they like; only staff put it before an approver, once nothing is left to put right; an
 * approver sends it back and says what to change.
 */
export function whyNotHand(facts: HandFacts): readonly WhyNotHand[] {
  const { writesAs, approves, turn, to, words, signedOff, problems } = facts
  const sendsBack = approves && turn === 'approver' && writesAs !== 'family'
  const toApprover = to === 'approver'
  const may = toApprover ? writesAs === 'case-worker' : writesAs !== null || sendsBack
  const checks: readonly (readonly [boolean, WhyNotHand])[] = [
    [signedOff, 'signed-off'],
    [turn === to && writesAs !== null, 'is-there-already'],
    [!may, 'may-not-hand'],
    [toApprover && problems > 0, 'problems-left'],
    [sendsBack && writesAs === null && words.trim() === '', 'say-what-to-change'],
  ]
  return checks.filter(([wrong]) => wrong).map(([, reason]) => reason)
}
