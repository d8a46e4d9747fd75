import { type RawBuilder, sql } from 'kysely'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { onePage } from '../../platform/paging.ts'
import type { RuleId } from '../../rights/public.ts'
import { clocks } from '../definitions.ts'
import { type WeekCount, weeksAhead } from '../rules/forecast.ts'
import { type Group, groupEnds } from '../rules/standing.ts'
import type { ClockRun, ClockSource } from '../source.ts'
import type { Turn } from '../types.ts'
import { allRuns } from './runs.ts'

export type BoardFilter = {
  readonly group: Group | null
  readonly clock: RuleId | null
  readonly turn: Turn | null
  readonly body: OrganisationId | null
}
export type BoardRow = ClockRun & {
  readonly name: string
  readonly body: string
  readonly turn: Turn
  readonly stands: Group
  /** Whether the reader sees the whole record, so that the person's dates may be opened. */
  readonly whole: boolean
}
export type BoardTold = Readonly<Record<Group, number>> & {
  readonly all: number
  readonly weeks: readonly WeekCount[]
  /** What the filters can choose of all that is open. */
  readonly kinds: readonly RuleId[]
  readonly bodies: readonly { readonly id: OrganisationId; readonly name: string }[]
}

const turns = (): RawBuilder<unknown> =>
  sql`jsonb_to_recordset(${JSON.stringify(clocks.map(({ id, turn }) => ({ clock: id, turn })))}::jsonb)
    as t (clock text, turn text)`

const filtered = ({ clock, turn, body }: BoardFilter): RawBuilder<boolean> => {
  const all = [
    clock === null ? null : sql<boolean>`clock = ${clock}`,
    turn === null ? null : sql<boolean>`turn = ${turn}`,
    body === null ? null : sql<boolean>`organisation_id = ${body}`,
  ].filter(one => one !== null)
  return all.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(all, sql` and `)}`
}

const stands = ({ today }: Pick<Doing, 'today'>): RawBuilder<unknown> => {
  const { week, month } = groupEnds(today)
  return sql`case when r.paused_due_on is null then 'no-day'
    when r.paused_due_on < ${today}::date then 'overdue' when r.paused_due_on = ${today}::date then 'today'
    when r.paused_due_on <= ${week}::date then 'week' when r.paused_due_on <= ${month}::date then 'month'
    else 'later' end`
}

const told = ({ today }: Pick<Doing, 'today'>): RawBuilder<unknown> => sql`
  count(*)::int as all, count(*) filter (where stands = 'overdue')::int as overdue,
  count(*) filter (where stands = 'today')::int as today,
  count(*) filter (where stands = 'week')::int as week,
  count(*) filter (where stands = 'month')::int as month,
  count(*) filter (where stands = 'later')::int as later,
  count(*) filter (where stands = 'no-day')::int as "no-day",
  (select coalesce(jsonb_agg(w), '[]') from (
    select clock, (paused_due_on - ${today}::date) / 7 as week, count(*)::int as count from kept
    where paused_due_on >= ${today}::date and paused_due_on < ${today}::date + 7 * ${weeksAhead}::int
    group by 1, 2 order by 1, 2) w) as weeks,
  (select coalesce(jsonb_agg(clock order by clock), '[]') from (select distinct clock from seen) k) as kinds,
  (select coalesce(jsonb_agg(jsonb_build_object('id', organisation_id, 'name', body) order by body), '[]')
    from (select distinct organisation_id, body from seen) b) as bodies`

/**
 * One page of every open clock that the actor may see, the one due first first, with how many there are in
 * each group and week, in one query whatever the number of sources. Row-level security says what is seen.
 */
export async function board(
  doing: Doing,
  sources: readonly ClockSource[],
  { filter, page, most }: { filter: BoardFilter; page: number; most?: number },
) {
  const { today } = doing
  const runs = await allRuns(doing, sources, { person: null, ended: false })
  const found = await onePage<BoardRow, BoardTold>(doing, {
    kept: sql`seen as materialized (
        select r.*, p.full_name as name, coalesce(o.name, 'Another body') as body, t.turn,
          ${stands(doing)} as stands,
          (r.person_id in (select unnest(access.people('all')))
            or p.organisation_id = any ((select access.organisations('all'))::uuid[])) as whole
        from (${runs}) r join people.person_shown p on p.id = r.person_id
          join ${turns()} on t.clock = r.clock
          left join people.organisation_shown o on o.id = r.organisation_id
        where (r.met_on is null or r.met_on > ${today}) and (r.dropped_on is null or r.dropped_on > ${today})
      ), kept as (select * from seen where ${filtered(filter)})`,
    where: filter.group === null ? sql<boolean>`true` : sql<boolean>`stands = ${filter.group}`,
    told: told(doing),
    order: sql`paused_due_on nulls last, started_on, name, clock, href`,
    page,
    ...(most === undefined ? {} : { most }),
  })
  return found
}
