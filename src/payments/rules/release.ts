import type { Role } from '../../access/public.ts'
import type { Pence } from '../../kernel/money.ts'

/** Who has signed what: a count of payments and their total. */
export type Signature = { readonly who: string; readonly payments: number; readonly total: Pence }

export type ReleaseReason =
  | 'run-not-found'
  | 'role-may-not-release'
  | 'needs-two-different-people'
  | 'nothing-to-pay'
  | 'changed-since-shown'
  | 'stopped-since-prepared'
  | 'warnings-not-acknowledged'
  | 'has-left'
  | 'was-withdrawn'

export const releaseSays: Readonly<Record<ReleaseReason, string>> = {
  'run-not-found': 'There is no such run.',
  'role-may-not-release': 'Only a finance officer or a head of service may release a run.',
  'needs-two-different-people':
    'You have signed this run already. Now a second finance officer or head of service has to sign it.',
  'nothing-to-pay': 'Nothing is left to pay in this run.',
  'changed-since-shown': 'The run changed after you opened this page. Look at it again, then sign.',
  'stopped-since-prepared':
    'Something has come up since the run was prepared. Stop the payments named below first, then sign.',
  'warnings-not-acknowledged':
    'Somebody has to look at the warnings first and say what they checked, each in their own name.',
  'has-left': 'This run has left already.',
  'was-withdrawn': 'This run was withdrawn.',
}

const roles: readonly Role[] = ['finance-officer', 'head-of-service']

/**
 * The role in which somebody releases; null where none of theirs may (local setting: the preparer may be
 * one).
 */
export const releasingRole = (held: readonly string[]): Role | null =>
  roles.find(role => held.includes(role)) ?? null

/** The signatures that count: those of what leaves now, to the penny. */
export const standing = (
  signatures: readonly Signature[],
  now: Omit<Signature, 'who'>,
): readonly Signature[] =>
  signatures.filter(({ payments, total }) => payments === now.payments && total === now.total)

export type ReleaseFacts = {
  readonly who: string
  readonly roles: readonly string[]
  readonly signatures: readonly Signature[]
  readonly payments: number
  readonly total: Pence
  /** Warnings about what leaves that nobody has acknowledged. */
  readonly warnings: number
  readonly hasLeft: boolean
  readonly withdrawn: boolean
}

/** Every reason why somebody may not sign a run now. The same person twice is not two people (V-57). */
export function whyNotRelease(facts: ReleaseFacts): readonly ReleaseReason[] {
  const mine = standing(facts.signatures, facts).some(({ who }) => who === facts.who)
  const checks: readonly (readonly [boolean, ReleaseReason])[] = [
    [releasingRole(facts.roles) === null, 'role-may-not-release'],
    [facts.hasLeft, 'has-left'],
    [facts.withdrawn, 'was-withdrawn'],
    [facts.payments === 0, 'nothing-to-pay'],
    [facts.warnings > 0 && !facts.hasLeft && !facts.withdrawn, 'warnings-not-acknowledged'],
    [mine && !facts.hasLeft, 'needs-two-different-people'],
  ]
  return checks.filter(([so]) => so).map(([, reason]) => reason)
}

/** Does the run leave when this person signs? Two different people, both of what leaves now. */
export const leavesWith = (facts: ReleaseFacts): boolean =>
  new Set([...standing(facts.signatures, facts).map(({ who }) => who), facts.who]).size >= 2
