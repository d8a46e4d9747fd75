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

/** The lines in force on a day of several plans, by the reference of the budget, each in its plan's order. */
export async function linesOfAll(doing: Doing, references: readonly string[], day: PlainDate) {
  const { db } = here(doing)
  const newest = db
    .selectFrom('plans.version_shown')
    .distinctOn('reference')
    .select(['id', 'reference'])
    .where('reference', 'in', references.length > 0 ? references : [''])
    .where('in_force_from', '<=', day)
    .where(or => or.or([or('in_force_until', 'is', null), or('in_force_until', '>=', day)]))
    .orderBy('reference')
    .orderBy('number', 'desc')
  const lines = await db
    .selectFrom('plans.line_shown as l')
    .innerJoin(newest.as('v'), 'v.id', 'l.version_id')
    .selectAll('l')
    .select('v.reference as of_budget')
    .orderBy('l.place')
    .execute()
  return Map.groupBy(lines, ({ of_budget }) => of_budget)
}
