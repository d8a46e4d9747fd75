import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'

/** Councils or NHS bodies that there are now, by name. */
export const bodiesOf = (doing: Doing, kind: 'council' | 'icb') =>
  here(doing)
    .db.selectFrom('people.organisation_shown')
    .select(['id', 'name'])
    .where('kind', '=', kind)
    .where(or => or.or([or('until_on', 'is', null), or('until_on', '>=', doing.today)]))
    .orderBy('name')
    .execute()
