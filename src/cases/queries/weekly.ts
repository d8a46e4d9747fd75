import type { Pence } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'

/** The sum a week as agreed in the plan in force, or else as worked out last; null where none may be seen. */
export async function weeklyOf(doing: Doing, reference: string): Promise<Pence | null> {
  const agreed = await here(doing)
    .db.selectFrom('plans.version_shown')
    .select('weekly')
    .where('reference', '=', reference)
    .where('in_force_from', '<=', doing.today)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (agreed) return agreed.weekly
  const worked = await here(doing)
    .db.selectFrom('needs.sum_shown')
    .select('weekly')
    .where('reference', '=', reference)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return worked?.weekly ?? null
}
