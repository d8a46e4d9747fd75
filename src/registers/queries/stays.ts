import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { Admission, EntryId } from '../types.ts'

async function leavingOf(doing: Doing, ids: readonly EntryId[]) {
  const { db } = here(doing)
  const planned = await db
    .selectFrom('registers.planned_day')
    .selectAll()
    .where('entry_id', 'in', ids)
    .orderBy('number', 'desc')
    .execute()
  const before = await db
    .selectFrom('registers.before_leaving as b')
    .leftJoin('registers.there as t', 't.before_id', 'b.id')
    .selectAll('b')
    .select('t.on_day as there_on')
    .where('b.entry_id', 'in', ids)
    .orderBy('b.days_before', 'desc')
    .orderBy('b.number')
    .execute()
  return { planned, before }
}

/** The stays of entries, the newest first, each with its way out. */
export async function admissionsOf(doing: Doing, ids: readonly EntryId[]) {
  const rows = await here(doing)
    .db.selectFrom('registers.admission as a')
    .leftJoin('registers.discharge as d', 'd.admission_id', 'a.id')
    .selectAll('a')
    .select(['d.on_day as left_on', 'd.to_where'])
    .where('a.entry_id', 'in', ids)
    .orderBy('a.from_on', 'desc')
    .orderBy('a.number', 'desc')
    .execute()
  const { planned, before } = await leavingOf(doing, ids)
  return rows.map(row => ({
    entry: row.entry_id,
    admission: {
      id: row.id,
      number: row.number,
      hospital: row.hospital,
      kind: row.kind,
      from: row.from_on,
      until: row.left_on,
      toWhere: row.to_where,
      planned: planned
        .filter(one => one.admission_id === row.id)
        .map(one => ({ on: one.on_day, because: one.because, notedOn: one.noted_on })),
      before: before
        .filter(one => one.admission_id === row.id)
        .map(one => ({
          id: one.id,
          number: one.number,
          kind: one.kind,
          says: one.says,
          owner: one.owner,
          daysBefore: one.days_before,
          thereOn: one.there_on,
        })),
    } satisfies Admission,
  }))
}
