import type { PlainDate } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'

/** The signed-off version in force on a day; null where there is none that this actor may see. */
export async function versionOn(doing: Doing, reference: string, day: PlainDate) {
  const row = await here(doing)
    .db.selectFrom('plans.version_shown')
    .selectAll()
    .where('reference', '=', reference)
    .where('in_force_from', '<=', day)
    .where(or => or.or([or('in_force_until', 'is', null), or('in_force_until', '>=', day)]))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** The lines in force on a day, in the plan's order; empty where no version is in force. */
export async function linesOn(doing: Doing, reference: string, day: PlainDate) {
  const version = await versionOn(doing, reference, day)
  if (version === null) return []
  return here(doing)
    .db.selectFrom('plans.line_shown')
    .selectAll()
    .where('version_id', '=', version.id)
    .orderBy('place')
    .execute()
}
