import type { Id } from '../../kernel/brand.ts'
import { type Reference, readReference } from '../../kernel/ids.ts'
import type { PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { Case, Part, RequestId } from '../types.ts'

const cases = (doing: Doing) =>
  here(doing)
    .db.selectFrom('requests.request_shown as r')
    .innerJoin('people.person_shown as p', 'p.id', 'r.person_id')
    .leftJoin('access.actor_shown as w', 'w.id', 'r.case_worker_id')
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
    ])

type Row = Awaited<ReturnType<ReturnType<typeof cases>['execute']>>[number]

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
  caseWorker:
    row.case_worker_id === null
      ? null
      : { id: row.case_worker_id as Id<'actor'>, name: row.worker_name ?? '' },
})

/** The case behind a reference as typed; null where there is none that this actor may see. */
export async function caseOf(doing: Doing, reference: Reference | string): Promise<Case | null> {
  const read = readReference(reference)
  if (read === null) return null
  const row = await cases(doing).where('r.reference', '=', read).executeTakeFirst()
  return row ? caseFrom(row) : null
}

/** The case of a request's id; null where there is none that this actor may see. */
export async function caseById(doing: Doing, request: RequestId): Promise<Case | null> {
  const row = await cases(doing).where('r.id', '=', request).executeTakeFirst()
  return row ? caseFrom(row) : null
}

/** All cases of a person, newest first. */
export async function casesOfPerson(doing: Doing, person: PersonId): Promise<readonly Case[]> {
  const rows = await cases(doing)
    .where('r.person_id', '=', person)
    .orderBy('r.received_on', 'desc')
    .orderBy('r.id', 'desc')
    .execute()
  return rows.map(caseFrom)
}

/** The parts of a request with what was decided of each, in the order they were asked for. */
export async function partsOf(doing: Doing, request: RequestId): Promise<readonly Part[]> {
  const rows = await here(doing)
    .db.selectFrom('requests.part_shown')
    .selectAll()
    .where('request_id', '=', request)
    .orderBy('place')
    .execute()
  return rows.map(row => ({
    id: row.id,
    place: row.place,
    says: row.says,
    askedWay: row.asked_way,
    weekly: row.weekly,
    granted: row.granted,
    decidedWay: row.decided_way,
    reason: row.reason,
  }))
}
