import type { Id } from '../../kernel/brand.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import { managedBy } from '../actions/give-role.ts'
import type { Role } from '../permissions.ts'
import { here } from '../tables.ts'

export type StaffRole = {
  readonly id: string
  readonly actor: string
  readonly name: string
  readonly email: string | null
  readonly role: Role
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly ended: boolean
}

/** Everybody who has or had a role in the organisations that the one who asks looks after, by name. */
export async function staffOf(doing: Doing): Promise<readonly StaffRole[]> {
  const organisations: readonly Id<'organisation'>[] = managedBy(doing)
  if (organisations.length === 0) return []
  const rows = await here(doing)
    .db.selectFrom('access.role as r')
    .innerJoin('access.actor as a', 'a.id', 'r.actor_id')
    .select(['r.id', 'a.id as actor', 'a.name', 'a.email', 'r.role', 'r.from_on', 'r.until_on', 'a.ended_at'])
    .where('r.organisation_id', 'in', [...organisations])
    .orderBy('a.name')
    .orderBy('r.from_on')
    .limit(1000)
    .execute()
  return rows.map(({ from_on, until_on, ended_at, role, ...row }) => ({
    ...row,
    role: role as Role,
    from: from_on,
    until: until_on,
    ended: ended_at !== null,
  }))
}
