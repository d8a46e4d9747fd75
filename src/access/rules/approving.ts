import type { Id } from '../../kernel/brand.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { Pence } from '../../kernel/money.ts'
import type { Actor } from '../../platform/doing.ts'
import { type Permission, type Role, rolesMay } from '../permissions.ts'

/** How much a week a role of an organisation may approve, up to and including; null is without limit. */
export type ApprovalLimit = {
  readonly organisation: Id<'organisation'>
  readonly role: Role
  readonly weekly: Pence | null
  readonly from: PlainDate
  readonly until: PlainDate | null
}

export type ToApprove = {
  readonly organisation: Id<'organisation'>
  /** Everybody who wrote a version of it. */
  readonly authors: readonly string[]
  readonly weekly: Pence
}

export type WhyNotApprove = 'role-may-not-approve' | 'wrote-it' | 'above-limit'

export const sentencesOfApproving: Record<WhyNotApprove, string> = {
  'role-may-not-approve': 'Your role does not approve budgets in this organisation',
  'wrote-it': 'You wrote it. Somebody else must approve it',
  'above-limit': 'It is more a week than your role may approve',
}

const isLive = (limit: ApprovalLimit, day: PlainDate): boolean =>
  limit.from <= day && (limit.until === null || limit.until >= day)

/**
 * Pure: every reason why this actor may not approve on this day, none where they may. Author and approver
 * differ; a limit is up to and including; a role without a limit on that day approves nothing (design,
 * chapter 7; V-56).
 */
export function mayApprove(
  actor: Pick<Actor, 'id' | 'roles'>,
  { organisation, authors, weekly }: ToApprove,
  { limits, day }: { limits: readonly ApprovalLimit[]; day: PlainDate },
): readonly WhyNotApprove[] {
  const held = actor.roles.filter(one => one.organisation === organisation).map(one => one.role as Role)
  const mine = limits.filter(
    one => one.organisation === organisation && held.includes(one.role) && isLive(one, day),
  )
  const reasons: WhyNotApprove[] = []
  if (!rolesMay(held, 'plans.sign-off')) reasons.push('role-may-not-approve')
  if (actor.id === null || authors.includes(actor.id)) reasons.push('wrote-it')
  if (mine.length > 0 && mine.every(one => one.weekly !== null && one.weekly < weekly))
    reasons.push('above-limit')
  if (mine.length === 0 && reasons[0] !== 'role-may-not-approve') reasons.push('role-may-not-approve')
  return reasons
}

export type WhyNotByRole = 'role-may-not-release'

/**
 * Pure: whether any of an actor's roles may release a payment run; who else has released it is the run's
 * business (V-57).
 */
export const whyRoleMayNotRelease = (actor: Pick<Actor, 'roles'>): readonly WhyNotByRole[] => {
  const permission: Permission = 'payments.release'
  return rolesMay(
    actor.roles.map(one => one.role as Role),
    permission,
  )
    ? []
    : ['role-may-not-release']
}
