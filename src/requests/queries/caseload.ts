import { sql } from 'kysely'
import { type PlainDate, plainDate } from '../../kernel/days.ts'
import { readReference } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Limit, requestLimits } from '../rules/clock.ts'
import { type OpenAgain, type Stage, stageOf, type Turn, turnOf } from '../rules/turn.ts'
import { here } from '../tables.ts'
import type { Case, Pathway } from '../types.ts'
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
  readonly one: Case
  readonly stage: Stage
  readonly turn: Turn | null
  readonly by: PlainDate | null
  readonly label: string
  readonly overdue: boolean
}

const mostRows = 2000

/** Rows of cases by the facts that a caseload filters on; open ones by the absence of a decision. */
function rowsOf(doing: Doing, filter: CaseloadFilter) {
  const query = here(doing)
    .db.selectFrom('requests.request_shown as r')
    .innerJoin('people.person_shown as p', 'p.id', 'r.person_id')
    .innerJoin('people.organisation_shown as o', 'o.id', 'r.organisation_id')
    .leftJoin('access.actor_shown as w', 'w.id', 'r.case_worker_id')
    .leftJoin(openAgain(doing), 'again.request_id', 'r.id')
    .select([
      'r.id',
      'r.reference',
      'r.organisation_id',
      'r.person_id',
      'p.full_name',
      'r.pathway',
      'r.asked_on',
      'r.received_on',
      'r.decided_on',
      'r.outcome',
      'r.withdrawn_on',
      'r.case_worker_id',
      'w.name as worker_name',
      'o.name as team',
      'again.asked_on as again_on',
      'again.answer_by',
    ])
  return narrowed(query, filter).orderBy('r.received_on').orderBy('r.id').limit(mostRows)
}

const openAgain = (doing: Doing) =>
  here(doing)
    .db.selectFrom('requests.reconsideration as x')
    .leftJoin('requests.answer as y', 'y.reconsideration_id', 'x.id')
    .select(['x.request_id', 'x.asked_on', 'x.answer_by'])
    .where('y.reconsideration_id', 'is', null)
    .as('again')

type Rows = ReturnType<typeof rowsOf>

function narrowed<Query extends { where(condition: never): Query }>(
  query: Query,
  filter: CaseloadFilter,
): Query {
  const conditions = [
    stageCondition(filter.stage),
    filter.pathway === null ? null : sql`r.pathway = ${filter.pathway}`,
    filter.worker === null ? null : sql`r.case_worker_id = ${filter.worker}`,
    findCondition(filter.find),
  ].filter(one => one !== null)
  return conditions.reduce((narrower, condition) => narrower.where(condition as never), query)
}

function stageCondition(stage: CaseloadFilter['stage']) {
  switch (stage) {
    case 'open':
      return sql`(r.withdrawn_on is null and (r.decided_on is null or again.request_id is not null))`
    case 'waiting-for-a-worker':
      return sql`(r.withdrawn_on is null and r.decided_on is null and r.case_worker_id is null)`
    case 'being-decided':
      return sql`(r.withdrawn_on is null and r.decided_on is null and r.case_worker_id is not null)`
    case 'being-looked-at-again':
      return sql`again.request_id is not null`
    case 'granted':
      return sql`(r.outcome <> 'refused' and again.request_id is null)`
    case 'refused':
      return sql`(r.outcome = 'refused' and again.request_id is null)`
    case 'withdrawn':
      return sql`r.withdrawn_on is not null`
    default:
      return stage satisfies never
  }
}

function findCondition(find: string) {
  if (find === '') return null
  const reference = readReference(find)
  const digits = find.replaceAll(/\s/g, '')
  const like = `%${find.replaceAll(/[\\%_]/g, '\\$&')}%`
  return sql`(r.reference = ${reference} or p.nhs_number = ${digits} or p.full_name ilike ${like}
    or p.preferred_name ilike ${like})`
}

type Row = Awaited<ReturnType<Rows['execute']>>[number]

const caseFrom = (row: Row): Case => ({
  request: row.id,
  reference: row.reference,
  organisation: row.organisation_id,
  person: row.person_id,
  personName: row.full_name,
  pathway: row.pathway,
  askedOn: row.asked_on,
  receivedOn: row.received_on,
  decidedOn: row.decided_on,
  outcome: row.outcome,
  withdrawnOn: row.withdrawn_on,
  caseWorker: row.case_worker_id === null ? null : { id: row.case_worker_id, name: row.worker_name ?? '' },
})

const never = plainDate('9999-12-31')

type Limits = (one: Case) => Limit | null

/** The day a request is to be decided by, worked out once for all of the same day, care and organisation. */
function limitsOnce(settings: Awaited<ReturnType<typeof settingsByOrganisation>>): Limits {
  const known = new Map<string, Limit | null>()
  return one => {
    const key = `${one.organisation} ${one.pathway} ${one.receivedOn}`
    const found = known.get(key)
    if (found !== undefined) return found
    const limit = requestLimits(one, settings.get(one.organisation) ?? [])[0] ?? null
    known.set(key, limit)
    return limit
  }
}

function shown(row: Row, { limits, today }: { limits: Limits; today: PlainDate }): CaseloadRow {
  const one = caseFrom(row)
  const again: OpenAgain = row.again_on === null ? null : { askedOn: row.again_on, answerBy: row.answer_by }
  const stage = stageOf(one, again)
  const limit = stage === 'waiting-for-a-worker' || stage === 'being-decided' ? limits(one) : null
  const by = limit?.by ?? again?.answerBy ?? null
  const local = again === null ? '' : 'local standard, no limit in law found'
  const turn = turnOf({ one, again, by, team: row.team })
  return { one, stage, turn, by, label: limit?.label ?? local, overdue: by !== null && by < today }
}

/** The requests that staff may see, as filtered, the one due first first; undated ones last. */
export async function caseload(doing: Doing, filter: CaseloadFilter): Promise<readonly CaseloadRow[]> {
  const [rows, settings] = [await rowsOf(doing, filter).execute(), await settingsByOrganisation(doing)]
  const limits = limitsOnce(settings)
  const all = rows.map(row => shown(row, { limits, today: doing.today }))
  const wanted = all.filter(row => whoseMatches(doing, row, filter.turn) && (!filter.overdue || row.overdue))
  return wanted.sort((a, b) =>
    (a.by ?? never) < (b.by ?? never) ? -1 : (a.by ?? never) > (b.by ?? never) ? 1 : 0,
  )
}

function whoseMatches(doing: Doing, { one, turn }: CaseloadRow, wanted: CaseloadFilter['turn']): boolean {
  if (wanted === null) return true
  if (wanted === 'me') return turn?.whose === 'worker' && one.caseWorker?.id === doing.actor.id
  return turn?.whose === wanted
}

/** The case workers and leaders who have cases that this actor may see, for the filter. */
export const workersSeen = (doing: Doing) =>
  here(doing)
    .db.selectFrom('requests.request_shown as r')
    .innerJoin('access.actor_shown as w', 'w.id', 'r.case_worker_id')
    .select(['w.id', 'w.name'])
    .distinct()
    .orderBy('w.name')
    .execute()
