import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../kernel/brand.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { Paging } from '../../kernel/paging.ts'
import { foundBy, type OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { onePage } from '../../platform/paging.ts'
import { requestLimits } from '../rules/clock.ts'
import type { Stage, Turn } from '../rules/turn.ts'
import type { Pathway, RequestId } from '../types.ts'
import { settingsByOrganisation } from './settings.ts'

export type CaseloadFilter = {
  readonly find: string
  readonly stage: Stage | 'open'
  readonly pathway: Pathway | null
  readonly turn: Turn['whose'] | 'me' | null
  readonly overdue: boolean
  readonly worker: string | null
}

export type CaseloadRow = {
  readonly request: RequestId
  readonly reference: string
  readonly name: string
  readonly pathway: Pathway
  readonly stage: Stage
  readonly whose: Turn['whose'] | null
  readonly received: PlainDate
  readonly by: PlainDate | null
  /** What may be said of that day; empty where there is nothing to say. */
  readonly label: string
  readonly team: string
  readonly worker: string | null
}

export type Caseload = {
  readonly paging: Paging
  readonly rows: readonly CaseloadRow[]
  readonly overdue: number
}

const waits: readonly Stage[] = ['waiting-for-a-worker', 'being-decided', 'being-looked-at-again']

/** Requests that wait for a decision, or for another look at one: most requests are neither. */
const isOpen = sql`not exists (select from requests.withdrawal w where w.request_id = r.id)
  and (not exists (select from requests.decision d where d.request_id = r.id)
    or r.id in (select request_id from again))`

/** The newest of a case counts, of decisions and of who has it; another look until it is answered. */
const factsOf = (stage: CaseloadFilter['stage']) => sql`again as materialized (
    select x.request_id, min(x.answer_by) as answer_by from requests.reconsideration x
    where not exists (select from requests.answer y where y.reconsideration_id = x.id) group by x.request_id
  ), asked as materialized (
    select r.* from requests.request r where ${stage === 'open' || waits.includes(stage) ? isOpen : sql`true`}
  ), decided as materialized (
    select distinct on (d.request_id) d.request_id, d.pathway, d.outcome from requests.decision d
    where d.request_id in (select id from asked) order by d.request_id, d.number desc
  ), given as materialized (
    select distinct on (a.request_id) a.request_id, a.worker_id from requests.allocation a
    where a.request_id in (select id from asked) order by a.request_id, a.given_at desc, a.id desc
  )`

type Undecided = { organisation_id: OrganisationId; pathway: Pathway; received_on: PlainDate }

/** By when requests are to be decided, for every organisation, care and day among those that wait. */
async function limits(doing: Doing): Promise<RawBuilder<unknown>> {
  const { rows } = await sql<Undecided>`select distinct r.organisation_id, r.pathway, r.received_on
    from requests.request r where not exists (select from requests.decision d where d.request_id = r.id)
      and not exists (select from requests.withdrawal w where w.request_id = r.id)`.execute(doing.transaction)
  const settings = await settingsByOrganisation(doing)
  const found = rows.flatMap(row => {
    const of = { pathway: row.pathway, receivedOn: row.received_on }
    const [limit] = requestLimits(of, settings.get(row.organisation_id) ?? [])
    return limit === undefined ? [] : [{ ...row, ...limit }]
  })
  return sql`jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
    as l (organisation_id uuid, pathway text, received_on date, "by" date, label text)`
}

const noLimit = 'local standard, no limit in law found'

/** Where each request stands, as `stageOf` says it of one, with whose turn it is and by when. */
const placed = (stage: CaseloadFilter['stage'], limitRows: RawBuilder<unknown>) => sql`${factsOf(stage)},
  staged as materialized (
    select r.id, r.reference, r.organisation_id, r.person_id, r.received_on, g.worker_id, x.answer_by,
      coalesce(d.pathway, r.pathway) as pathway, x.request_id is not null as is_again,
      case when w.request_id is not null then 'withdrawn'
        when x.request_id is not null then 'being-looked-at-again'
        when d.outcome = 'refused' then 'refused'
        when d.outcome is not null then 'granted'
        when g.worker_id is null then 'waiting-for-a-worker'
        else 'being-decided' end as stage
    from asked r left join decided d on d.request_id = r.id
      left join given g on g.request_id = r.id left join again x on x.request_id = r.id
      left join requests.withdrawal w on w.request_id = r.id
  ), placed as (
    select s.*, coalesce(l."by", s.answer_by) as "by",
      coalesce(l.label, case when s.is_again then ${noLimit}::text else '' end) as label,
      case s.stage when 'waiting-for-a-worker' then 'team' when 'being-looked-at-again' then 'leader'
        when 'refused' then null when 'withdrawn' then null else 'worker' end as whose
    from staged s left join ${limitRows}
      on s.stage in ('waiting-for-a-worker', 'being-decided') and l.organisation_id = s.organisation_id
        and l.pathway = s.pathway and l.received_on = s.received_on
  )`

/** Which of the rows `c` are wanted; `p` is the person. */
function wanted({ actor, today }: Doing, filter: CaseloadFilter): RawBuilder<boolean> {
  const { stage, turn } = filter
  const all = [
    stage === 'open' ? sql`c.stage = any (${[...waits]}::text[])` : sql`c.stage = ${stage}`,
    filter.pathway === null ? null : sql`c.pathway = ${filter.pathway}`,
    filter.worker === null ? null : sql`c.worker_id = ${filter.worker}`,
    turn === null ? null : sql`c.whose = ${turn === 'me' ? 'worker' : turn}`,
    turn === 'me' ? sql`c.worker_id = ${actor.id}` : null,
    filter.overdue ? sql`c."by" < ${today}::date` : null,
    foundBy(filter.find, sql.ref('c.reference')),
  ].filter(one => one !== null)
  return sql<boolean>`${sql.join(all, sql` and `)}`
}

type Kept = Omit<CaseloadRow, 'name' | 'team' | 'worker'> & { worker_id: string | null }

/** One page of the requests that staff may see, as filtered, the one due first first; undated ones last. */
export async function caseload(doing: Doing, filter: CaseloadFilter, page: number): Promise<Caseload> {
  const person = filter.find === '' ? sql`` : sql`join people.person_shown p on p.id = c.person_id`
  const { told, paging, rows } = await onePage<Kept, { overdue: number }>(doing, {
    kept: sql`${placed(filter.stage, await limits(doing))}, kept as materialized (
      select c.id as request, c.reference, c.pathway, c.stage, c.whose, c.received_on as received, c."by",
        c.label, c.worker_id, c.person_id, c.organisation_id
      from placed c ${person} where ${wanted(doing, filter)})`,
    told: sql`count(*) filter (where "by" < ${doing.today}::date) as overdue`,
    order: sql`"by" nulls last, received, request`,
    page,
  })
  return { paging, overdue: told.overdue, rows: await named(doing, rows) }
}

type Names = { id: RequestId; name: string; team: string; worker: string | null }

/** The rows of one page with the names that belong to them. */
async function named(doing: Doing, rows: readonly Kept[]): Promise<readonly CaseloadRow[]> {
  const workers = [...new Set(rows.flatMap(row => row.worker_id ?? []))]
  const { rows: names } = await sql<Names>`select r.id, p.full_name as name, o.name as team, w.name as worker
    from unnest(${rows.map(row => row.request)}::uuid[], ${rows.map(row => row.worker_id)}::uuid[])
        as k (id, worker_id)
      join requests.request r on r.id = k.id join people.person_shown p on p.id = r.person_id
      join people.organisation_shown o on o.id = r.organisation_id
      left join (select a.id, a.name from access.actor_shown a where a.id = any (${workers}::uuid[])) w
        on w.id = k.worker_id`.execute(doing.transaction)
  const found = new Map(names.map(({ id, ...of }) => [id, of]))
  return rows.map(row => ({ ...row, ...(found.get(row.request) ?? { name: '', team: '', worker: null }) }))
}

/** The case workers and leaders who have cases that this actor may see, for the filter. */
export async function workersSeen(doing: Doing) {
  const { rows } = await sql<{ id: Id<'actor'>; name: string }>`
    with given as materialized (select distinct on (a.request_id) a.worker_id from requests.allocation a
      order by a.request_id, a.given_at desc, a.id desc)
    select w.id, w.name from access.actor_shown w where w.id in (select worker_id from given)
    order by w.name`.execute(doing.transaction)
  return rows
}
