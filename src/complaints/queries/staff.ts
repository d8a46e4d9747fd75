import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'

const roles = ['case-worker', 'team-leader', 'head-of-service', 'panel', 'finance-officer'] as const

/** Who works for a board today and may have had a part in a case, by name. */
export const staffOf = (doing: Doing, organisation: OrganisationId) =>
  here(doing)
    .db.selectFrom('access.role_shown as r')
    .innerJoin('access.actor_shown as a', 'a.id', 'r.actor_id')
    .select(['a.id', 'a.name'])
    .distinct()
    .where('r.organisation_id', '=', organisation)
    .where('r.role', 'in', [...roles])
    .where('r.from_on', '<=', doing.today)
    .where(or => or.or([or('r.until_on', 'is', null), or('r.until_on', '>=', doing.today)]))
    .where('a.ended_at', 'is', null)
    .orderBy('a.name')
    .execute()

/** The name of one of them; null where nobody is that. */
export const staffNamed = async (doing: Doing, organisation: OrganisationId, actor: string) =>
  (await staffOf(doing, organisation)).find(({ id }) => id === actor)?.name ?? null
