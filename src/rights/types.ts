import type { Backing, Confidence, Rule } from '../kernel/rule.ts'

/** The groups of people whose entitlement differs. A pathway of the same name says what happens to them. */
export const cohorts = [
  'adult-continuing-healthcare',
  'fast-track',
  'childrens-continuing-care',
  'section-117',
  'wheelchair',
  'ehc-plan',
  'learning-disability-autism',
  'transforming-care',
  'maternity',
  'joint-funded',
  'mental-health-other',
  'end-of-life',
  'other-local',
] as const
export type Cohort = (typeof cohorts)[number]

/**
 * What stands behind a request, the strongest first. The first three rest on law; `decide-afresh` means that
 * a child's right has ended and the adult one is still open; the rest is policy or the body's discretion.
 */
export const rightKinds = [
  'right-to-have',
  'right-to-request',
  'right-to-ask',
  'decide-afresh',
  'policy-expectation',
  'policy-option',
  'pilot-notional-only',
  'local-offer',
  'none',
] as const
export type RightKind = (typeof rightKinds)[number]

export const legalRights: ReadonlySet<RightKind> = new Set([
  'right-to-have',
  'right-to-request',
  'right-to-ask',
])

/** The ways of holding the money. `managed-account` and the like are kinds of direct payment, kept apart. */
export const ways = ['notional', 'third-party', 'direct-payment'] as const
export type Way = (typeof ways)[number]

/** The facts that a right itself asks: the section of the Mental Health Act, what is with the wheelchair. */
export const factsAsked = ['section', 'chair'] as const
export type FactAsked = (typeof factsAsked)[number]

export type RuleId = string
/** A rule of which the register only knows that it decides something. */
export type AnyRule = Rule<unknown, unknown>

/** What every answer carries: the rules behind it and every confidence that must be shown beside it. */
export type Backed = { readonly rules: readonly RuleId[]; readonly confidences: readonly Confidence[] }
export type { Backing, Confidence }
