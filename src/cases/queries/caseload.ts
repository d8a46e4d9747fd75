import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../kernel/brand.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { Reference } from '../../kernel/ids.ts'
import type { Pence } from '../../kernel/money.ts'
import { foundBy, type PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Pathway, Way } from '../../requests/public.ts'
import type { Filter, Sort } from '../filter.ts'
import { daysLate } from '../rules/stage.ts'
import { turnTable } from '../rules/table.ts'
import type { Stage, Whose } from '../types.ts'
import { asRecords, beganWith, decideBys } from './clocks.ts'
import { bySql, stageSql, turnPlaceSql, whoseSql } from './stage-sql.ts'

export type CaseRow = {
  readonly reference: Reference
  readonly person: PersonId
  readonly name: string
  readonly pathway: Pathway
  readonly ways: readonly Way[]
  readonly stage: Stage
  readonly whose: Whose
  readonly will: string
  readonly received: PlainDate
  readonly by: PlainDate | null
  readonly late: number
  readonly team: string
  readonly worker: { readonly id: Id<'actor'>; readonly name: string } | null
  readonly died: PlainDate | null
  /**
   * The sum a week as agreed, or else as worked out last; null where there is none that this actor may see.
   */
  readonly weekly: Pence | null
}
export type Caseload = {
  readonly count: number
  readonly overdue: number
  readonly rows: readonly CaseRow[]
}

const last = sql`k.reference collate "C"`
const orders = {
  due: sql`k.by nulls last, k.received_on, ${last}`,
  name: sql`k.named, ${last}`,
  received: sql`k.received_on desc, ${last}`,
  stage: sql`k.place, k.by nulls last, ${last}`,
} as const satisfies Record<Sort, RawBuilder<unknown>>

const closed = sql`('refused', 'withdrawn', 'closed')`

function stageWhere(stage: Filter['stage']): RawBuilder<boolean> | null {
  if (stage === 'all') return null
  return stage === 'open' ? sql`c.stage not in ${closed}` : sql`c.stage = ${stage}`
}

function whoseWhere(doing: Doing, wanted: Filter['whose']): RawBuilder<boolean> | null {
  if (wanted === null) return null
  if (wanted === 'me') return sql`(c.whose = 'worker' and c.worker_id = ${doing.actor.id})`
  return sql`c.whose = ${wanted}`
}

function workerWhere(doing: Doing, worker: Filter['worker']): RawBuilder<boolean> | null {
  if (worker === null) return null
  if (worker === 'nobody') return sql`c.worker_id is null`
  return sql`c.worker_id = ${worker === 'me' ? doing.actor.id : worker}`
}

const everywhere = (doing: Doing, filter: Filter): RawBuilder<boolean> => {
  const all = [
    stageWhere(filter.stage),
    whoseWhere(doing, filter.whose),
    workerWhere(doing, filter.worker),
    filter.pathway === null ? null : sql<boolean>`c.pathway = ${filter.pathway}`,
    filter.way === null ? null : sql<boolean>`${filter.way} = any (c.ways)`,
    filter.overdue ? sql<boolean>`c.by < ${doing.today}::date` : null,
    foundBy(filter.find, sql.ref('c.reference')),
  ].filter(one => one !== null)
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `)
}

/** Every case that this actor may see, with its stage and whose turn it is. */
async function casesSql(doing: Doing): Promise<RawBuilder<unknown>> {
  const { today } = doing
  // Each step is worked out once for the next one: `offset 0` keeps the planner from writing one into the
  // other.
  return sql`staged as (
      select f.*, ${stageSql(today)} as stage, d.by as decide_by from cases.facts f
      left join ${asRecords(await decideBys(doing))}
        on f.decided_on is null and f.withdrawn_on is null and d.organisation_id = case
            when f.decided_on is null and f.withdrawn_on is null then ${beganWith} end
          and d.pathway = f.pathway and d.received_on = f.received_on
      offset 0
    ), placed as (
      select f.*, ${turnPlaceSql(today)} as place from staged f offset 0
    ), c as materialized (
      select f.reference, f.request_id, f.organisation_id, f.person_id, f.pathway, f.ways, f.worker_id,
        f.received_on, f.died_on, f.stage, f.place, ${whoseSql} as whose, ${bySql} as by
      from placed f offset 0
    )`
}

type Asked = { readonly filter: Filter; readonly from: number; readonly most: number }

type Found = {
  ask: number
  reference: Reference
  person_id: PersonId
  full_name: string
  pathway: Pathway
  ways: Way[]
  stage: Stage
  whose: Whose
  place: number
  received_on: PlainDate
  died_on: PlainDate | null
  by: PlainDate | null
  team: string
  worker_id: Id<'actor'> | null
  worker_name: string | null
  weekly: Pence | null
  count: bigint
  overdue: bigint
}

/** Of one question: how many cases there are of its kind, and one page of them, numbered from `at`. */
function keptSql(doing: Doing, { filter, from, most }: Asked, place: number) {
  const needsName = filter.find !== '' || filter.sort === 'name'
  const person = needsName ? sql`join people.person_shown p on p.id = c.person_id` : sql``
  const [kept, ask] = [sql.id(`kept_${place}`), sql`${sql.lit(place)}::int as ask`]
  return {
    kept: sql`${kept} as materialized (select c.*, ${needsName ? sql`lower(p.full_name)` : sql`null`} as named
      from c ${person} where ${everywhere(doing, filter)})`,
    told: sql`select ${ask}, count(*) as count, count(*) filter (where by < ${doing.today}::date) as overdue
      from ${kept}`,
    shown: sql`select ${ask}, s.*, row_number() over () as at from (select k.* from ${kept} k
      order by ${orders[filter.sort]} limit ${most} offset ${from}) s`,
  }
}

/**
 * One page of the cases that this actor may see, with how many there are of its kind, of several questions at
 * once: in two queries.
 */
export async function caseloads(doing: Doing, asked: readonly Asked[]): Promise<readonly Caseload[]> {
  const parts = asked.map((one, place) => keptSql(doing, one, place))
  const each = (name: 'kept' | 'told' | 'shown', between: RawBuilder<unknown>) =>
    sql.join(
      parts.map(part => part[name]),
      between,
    )
  const { rows } = await sql<Found>`with ${await casesSql(doing)}, ${each('kept', sql`, `)},
    told as (${each('told', sql` union all `)}),
    shown as materialized (${each('shown', sql` union all `)})
    select s.*, told.ask, told.count, told.overdue, p.full_name, o.name as team, w.name as worker_name,
      coalesce(agreed.weekly, worked.weekly) as weekly
    from told left join shown s on s.ask = told.ask
    left join people.person_shown p on p.id = s.person_id
    left join people.organisation_shown o on o.id = s.organisation_id
    left join (select a.id, a.name from access.actor_shown a
      where a.id in (select worker_id from shown)) w on w.id = s.worker_id
    left join lateral (select v.weekly from plans.version_shown v where v.reference = s.reference
      and v.in_force_from <= ${doing.today}::date order by v.number desc limit 1) agreed on true
    left join lateral (select m.weekly from needs.sum_shown m where m.reference = s.reference
      order by m.version desc limit 1) worked on true
    order by told.ask, s.at`.execute(doing.transaction)
  const byAsk = Map.groupBy(rows, row => row.ask)
  return asked.map((_, place) => caseloadFrom(byAsk.get(place) ?? [], doing.today))
}

/** The same of one question. */
export async function caseload(doing: Doing, asked: Asked): Promise<Caseload> {
  const [only] = await caseloads(doing, [asked])
  return only ?? { count: 0, overdue: 0, rows: [] }
}

const caseloadFrom = (rows: readonly Found[], today: PlainDate): Caseload => ({
  count: Number(rows[0]?.count ?? 0),
  overdue: Number(rows[0]?.overdue ?? 0),
  rows: rows.filter(row => row.reference !== null).map(row => rowFrom(row, today)),
})

const rowFrom = (row: Found, today: PlainDate): CaseRow => ({
  reference: row.reference,
  person: row.person_id,
  name: row.full_name,
  pathway: row.pathway,
  ways: row.ways,
  stage: row.stage,
  whose: row.whose,
  will: turnTable[row.place]?.will ?? '',
  received: row.received_on,
  by: row.by,
  late: daysLate(row.by, today),
  team: row.team,
  worker: row.worker_id === null ? null : { id: row.worker_id, name: row.worker_name ?? '' },
  died: row.died_on,
  weekly: row.weekly,
})

/** Those who have cases that this actor may see, for the filter. */
export async function workersSeen(doing: Doing): Promise<readonly { id: Id<'actor'>; name: string }[]> {
  const { rows } = await sql<{ id: Id<'actor'>; name: string }>`
    with ids as materialized (select distinct worker_id as id from cases.facts where worker_id is not null)
    select a.id, a.name from access.actor_shown a where a.id in (select id from ids) order by a.name`.execute(
    doing.transaction,
  )
  return rows
}

export type Counted = {
  readonly stage: Stage
  readonly whose: Whose
  readonly count: number
  readonly overdue: number
}

/** How many cases that this actor may see stand where, and how many of those are overdue. */
export async function countsByStage(doing: Doing): Promise<readonly Counted[]> {
  const { rows } = await sql<{ stage: Stage; whose: Whose; count: bigint; overdue: bigint }>`
    with ${await casesSql(doing)} select stage, whose, count(*) as count,
      count(*) filter (where by < ${doing.today}::date) as overdue
    from c group by stage, whose`.execute(doing.transaction)
  return rows.map(row => ({ ...row, count: Number(row.count), overdue: Number(row.overdue) }))
}
