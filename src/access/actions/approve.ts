import type { Id } from '../../kernel/brand.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { type Pence, pence } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Role } from '../permissions.ts'
import { type ApprovalLimit, mayApprove, type ToApprove, type WhyNotApprove } from '../rules/approving.ts'
import { here } from '../tables.ts'
import { record } from './record.ts'

/** The limits of an organisation's roles that have begun by today, the newest of each role. */
export async function approvalLimits(
  doing: Doing,
  organisation: Id<'organisation'>,
): Promise<readonly ApprovalLimit[]> {
  const rows = await here(doing)
    .db.selectFrom('access.approval_limit')
    .distinctOn('role')
    .select(['role', 'weekly', 'from_on', 'until_on'])
    .where('organisation_id', '=', organisation)
    .where('from_on', '<=', doing.today)
    .orderBy('role')
    .orderBy('from_on', 'desc')
    .execute()
  return rows.map(row => ({
    organisation,
    role: row.role as Role,
    weekly: row.weekly === null ? null : pence(row.weekly),
    from: row.from_on,
    until: row.until_on,
  }))
}

/**
 * Every reason why the one who asks may not approve this today; none where they may. `weekly` is pence a
 * week.
 */
export async function whyNotApprove(doing: Doing, what: ToApprove): Promise<readonly WhyNotApprove[]> {
  const limits = await approvalLimits(doing, what.organisation)
  return mayApprove(doing.actor, what, { limits, day: doing.today })
}

export type NewLimit = {
  readonly organisation: Id<'organisation'>
  readonly role: Role
  /** Pence a week, up to and including; null is without limit. */
  readonly weekly: Pence | null
  readonly from: PlainDate
  /** Where it was decided: a scheme of delegation, a minute. */
  readonly source: string
}

/** Sets how much a week a role may approve from a day on. Earlier limits stand for the days before. */
export async function setApprovalLimit(
  doing: Doing,
  { organisation, role, weekly, from, source }: NewLimit,
): Promise<void> {
  const id = newId<'approval limit'>()
  await here(doing)
    .db.insertInto('access.approval_limit')
    .values({
      id,
      organisation_id: organisation,
      role,
      weekly,
      from_on: from,
      until_on: null,
      source,
      given_by: doing.actor.id,
    })
    .execute()
  const details = { role, weekly, from, source }
  await record(doing, { happened: 'approval-limit-set', organisation, person: null, to: id, details })
}
