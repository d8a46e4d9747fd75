import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/days.ts'
import { nothing, type Pence } from '../../kernel/money.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { supplierIn } from '../rules/supplier.ts'
import { here } from '../tables.ts'
import type { RunId } from '../types.ts'
import { countChecks } from './checks.ts'
import type { Owed } from './owing.ts'
import { type Due, weighed } from './weighed.ts'

export type RunState = NonNullable<Awaited<ReturnType<typeof runState>>>

/**
 * A run with its signatures and what leaves with it now; null where there is none that this actor may see.
 */
export async function runState(doing: Doing, id: RunId) {
  const { db } = here(doing)
  const run = await db.selectFrom('payments.run_shown').selectAll().where('id', '=', id).executeTakeFirst()
  if (run === undefined) return null
  const signatures = await db
    .selectFrom('payments.release')
    .selectAll()
    .where('run_id', '=', id)
    .orderBy('signed_at')
    .orderBy('id')
    .execute()
  return { ...run, signatures, now: await leavingNow(doing, id), checks: await countChecks(doing, id) }
}

/**
 * The numbers of a body's runs that are neither gone nor withdrawn. No run is prepared meanwhile, until the
 * transaction ends: whoever asks may rest on it.
 */
export async function openRunsOf(doing: Doing, organisation: OrganisationId): Promise<readonly number[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`payments ${organisation}`}, 0))`.execute(
    doing.transaction,
  )
  const rows = await here(doing)
    .db.selectFrom('payments.run_shown')
    .select('number')
    .where('organisation_id', '=', organisation)
    .where('released_on', 'is', null)
    .where('withdrawn_on', 'is', null)
    .orderBy('number')
    .execute()
  return rows.map(({ number }) => number)
}

export type LeavingNow = { readonly payments: number; readonly total: Pence; readonly stopped: number }

/** What leaves with a run as it stands, and how many of its payments are stopped. */
export async function leavingNow(doing: Doing, run: RunId): Promise<LeavingNow> {
  const { rows } = await sql<{ payments: number; total: bigint; stopped: number }>`
    select count(*) filter (where stopped_because = '{}')::int as payments,
      coalesce(sum(amount) filter (where stopped_because = '{}'), 0)::bigint as total,
      count(*) filter (where stopped_because <> '{}')::int as stopped
    from payments.instruction where run_id = ${run}`.execute(doing.transaction)
  const [row] = rows
  return {
    payments: row?.payments ?? 0,
    total: (row?.total ?? nothing) as Pence,
    stopped: row?.stopped ?? 0,
  }
}

export type RunListed = {
  readonly id: RunId
  readonly number: number
  readonly until: PlainDate
  readonly preparedOn: PlainDate
  readonly preparedBy: string
  readonly releasedOn: PlainDate | null
  readonly withdrawnOn: PlainDate | null
  readonly payments: number
  readonly total: Pence
  readonly stopped: number
  readonly signatures: number
}

/** The runs of an organisation, newest first. */
export async function runsOf(
  doing: Doing,
  organisation: string,
  { most = 20, after = 0 }: { readonly most?: number; readonly after?: number } = {},
): Promise<readonly RunListed[]> {
  const { rows } = await sql<RunListed>`
    with shown as materialized (select n.* from payments.run_shown n
      where n.organisation_id = ${organisation} order by n.number desc limit ${most} offset ${after})
    select n.id, n.number, n.until_on as "until", n.prepared_on as "preparedOn",
      n.prepared_by_name as "preparedBy", n.released_on as "releasedOn", n.withdrawn_on as "withdrawnOn",
      coalesce(n.payments, i.payments) as payments, coalesce(n.total, i.total) as total, s.stopped,
      (select count(distinct r.who)::int from payments.release r where r.run_id = n.id
        and r.payments = coalesce(n.payments, i.payments)
        and r.total = coalesce(n.total, i.total)) as signatures
    from shown n cross join lateral (select count(*)::int as stopped from payments.instruction
      where run_id = n.id and stopped_because <> '{}') s
    cross join lateral (select count(*)::int as payments, coalesce(sum(amount), 0)::bigint as total
      from payments.instruction where run_id = n.id and n.released_on is null and stopped_because = '{}') i
    order by n.number desc`.execute(doing.transaction)
  return rows
}

/** How many runs an organisation has had. */
export async function countRuns(doing: Doing, organisation: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from payments.run_shown where organisation_id = ${organisation}`.execute(
    doing.transaction,
  )
  return rows[0]?.count ?? 0
}

export type RunLine = Awaited<ReturnType<typeof linesOfRun>>[number]

/** The payments of a run, by name of who is paid for: those stopped, or those that leave. */
export const linesOfRun = (
  doing: Doing,
  run: RunId,
  { stopped, most, after = 0 }: { stopped: boolean; most: number; after?: number },
) =>
  here(doing)
    .db.selectFrom('payments.instruction_shown as i')
    .innerJoin('people.person_shown as p', 'p.id', 'i.person_id')
    .selectAll('i')
    .select('p.full_name')
    .where('i.run_id', '=', run)
    .where('i.stopped_on', stopped ? 'is not' : 'is', null)
    .orderBy('p.full_name')
    .orderBy('i.period_from')
    .orderBy('i.id')
    .limit(most)
    .offset(after)
    .execute()

/**
 * The payments of a run that has not left, weighed again today: those that something stands against by now.
 */
export async function blockedSince(
  doing: Doing,
  run: RunId,
): Promise<readonly (Due & { readonly instruction: string })[]> {
  const rows = await here(doing)
    .db.selectFrom('payments.instruction as i')
    .leftJoin('agreements.agreement_shown as a', 'a.id', 'i.agreement_id')
    .leftJoin('payments.obligation as o', 'o.id', 'i.obligation_id')
    .selectAll('i')
    .select(['a.ends_on', 'o.supplier', 'o.supplier_key', 'o.kind'])
    .where('i.run_id', '=', run)
    .where('i.stopped_on', 'is', null)
    .orderBy('i.due_on')
    .orderBy('i.reference')
    .orderBy('i.period_from')
    .execute()
  const owed = rows.map(
    (row): Owed => ({
      reference: row.reference,
      organisation: row.organisation_id,
      person: row.person_id,
      agreement: row.agreement_id,
      part: row.part,
      schedule: row.schedule_id,
      obligation: row.obligation_id,
      dueOn: row.due_on,
      from: row.period_from,
      until: row.period_until,
      amount: row.amount,
      endsOn: row.ends_on,
      isFor: null,
      kind: row.kind,
      netted: [],
      againAfter: row.again_after,
      supplier: supplierIn(row),
    }),
  )
  const again = await weighed(doing, owed, { payUntil: null, run })
  return again.flatMap((due, place) => {
    const row = rows[place]
    if (row === undefined) return []
    // An account that took another's place since the run was prepared is as good as none: it has to be
    // looked at.
    const moved = due.account !== null && due.account.id !== (row.account_id ?? row.supplier_account_id)
    const reasons = moved && due.reasons.length === 0 ? (['account-not-given'] as const) : due.reasons
    return reasons.length === 0 ? [] : [{ ...due, reasons, instruction: row.id }]
  })
}
