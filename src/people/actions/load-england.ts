import { sql } from 'kysely'
import { plainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { bodies, successions } from '../reference/tables.ts'
import type { Body, Dated } from '../types.ts'

const newest = (dated: Dated): string => dated.at(-1)?.value ?? ''

const rowOf = (body: Body) => ({
  id: newId<'organisation'>(),
  code: body.code,
  kind: body.kind,
  name: newest(body.names),
  from_on: body.from,
  until_on: body.until,
  within_code: body.within,
  details: {
    names: body.names,
    otherNames: body.otherNames,
    gss: body.gss,
    ...(body.council ? { council: body.council } : {}),
  },
})

/**
 * Writes England's regions, boards, groups and councils down with their successions, in two statements. What
 * is there
 * already stays as it is. Answers how many bodies were new. For the service's own work.
 */
export async function loadEngland(doing: Doing): Promise<number> {
  const added = await sql`
    insert into people.organisation (id, code, kind, name, from_on, until_on, within_code, invented, details)
    select id, code, kind, name, from_on, until_on, within_code, false, details
    from jsonb_to_recordset(${JSON.stringify(bodies.map(rowOf))}::jsonb)
      as b(id uuid, code text, kind text, name text, from_on date, until_on date, within_code text,
        details jsonb)
    on conflict (code) do nothing`.execute(doing.transaction)
  const followed = successions.map(({ from, to, on, kind, confidence }) => ({
    from_code: from,
    to_code: to,
    on_day: plainDate(on),
    kind,
    confidence,
  }))
  await sql`
    insert into people.succession (from_code, to_code, on_day, kind, confidence)
    select from_code, to_code, on_day, kind, confidence
    from jsonb_to_recordset(${JSON.stringify(followed)}::jsonb)
      as s(from_code text, to_code text, on_day date, kind text, confidence text)
    on conflict do nothing`.execute(doing.transaction)
  return Number(added.numAffectedRows ?? 0n)
}
