import { sql } from 'kysely'
import type { Doing } from '../../platform/doing.ts'
import type { Clash } from '../rules/pending.ts'
import { here } from '../tables.ts'
import type { Decided, EngagementId, Sheet, Spell, TimesheetId } from '../types.ts'

type Of = { readonly engagement_id: EngagementId; readonly sheet: Sheet }

async function spellsOf(doing: Doing, ids: readonly EngagementId[]) {
  const rows = await here(doing)
    .db.selectFrom('employment.spell')
    .select(['timesheet_id', 'on_day', 'unit', 'units', 'begins'])
    .where('engagement_id', 'in', ids)
    .orderBy('on_day')
    .orderBy('unit')
    .execute()
  const by = new Map<TimesheetId, Spell[]>()
  for (const { timesheet_id: id, on_day: on, unit, units, begins } of rows) {
    const list = by.get(id) ?? []
    list.push({ on, unit, units, begins: begins?.slice(0, 5) ?? null })
    by.set(id, list)
  }
  return by
}

async function decisionsOf(doing: Doing, ids: readonly EngagementId[]) {
  const rows = await here(doing)
    .db.selectFrom('employment.decision')
    .select(['timesheet_id', 'decided', 'because', 'decided_by_name', 'decided_on', 'decided_at'])
    .where('engagement_id', 'in', ids)
    .execute()
  return new Map(
    rows.map(row => [
      row.timesheet_id,
      {
        what: row.decided,
        because: row.because,
        by: row.decided_by_name,
        on: row.decided_on,
        at: row.decided_at,
      } satisfies Decided,
    ]),
  )
}

/** Every timesheet that was sent, with its work and what was decided of it. */
export async function sheetsOf(doing: Doing, ids: readonly EngagementId[]): Promise<readonly Of[]> {
  const rows = await here(doing)
    .db.selectFrom('employment.timesheet')
    .selectAll()
    .where('engagement_id', 'in', ids)
    .orderBy('week_on')
    .orderBy('number')
    .execute()
  const spells = await spellsOf(doing, ids)
  const decisions = await decisionsOf(doing, ids)
  return rows.map(row => ({
    engagement_id: row.engagement_id,
    sheet: {
      id: row.id,
      engagement: row.engagement_id,
      week: row.week_on,
      number: row.number,
      spells: spells.get(row.id) ?? [],
      tasks: row.tasks,
      note: row.note,
      sentBy: row.sent_by_name,
      sentOn: row.sent_on,
      decided: decisions.get(row.id) ?? null,
    },
  }))
}

/**
 * Days on which hours of another timesheet of the same assistant get in the way; whose they are is not said.
 */
export async function clashesOf(doing: Doing, sheet: TimesheetId): Promise<readonly Clash[]> {
  const { rows } = await sql<{ on_day: Clash['on']; kind: Clash['kind'] }>`
    select on_day, kind from employment.clashes_of(${sheet}) order by on_day, kind`.execute(doing.transaction)
  return rows.map(({ on_day, kind }) => ({ on: on_day, kind }))
}

/** Which engagement a timesheet belongs to; null where there is none that the one who asks may see. */
export async function engagementOfSheet(doing: Doing, sheet: TimesheetId): Promise<EngagementId | null> {
  const row = await here(doing)
    .db.selectFrom('employment.timesheet')
    .select('engagement_id')
    .where('id', '=', sheet)
    .executeTakeFirst()
  return row?.engagement_id ?? null
}
