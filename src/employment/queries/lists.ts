import { sql } from 'kysely'
import type { Paging } from '../../kernel/paging.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { anywhere, onePage } from '../../platform/paging.ts'
import { here } from '../tables.ts'
import type { EngagementId } from '../types.ts'
import { type Job, jobsOf } from './engagements.ts'

const idsOf = (rows: readonly { readonly id: EngagementId }[]): readonly EngagementId[] =>
  rows.map(({ id }) => id)

/** Every job of a budget that the one who asks may see, in the order of their start. */
export async function jobsOfBudget(doing: Doing, reference: string): Promise<readonly Job[]> {
  const rows = await here(doing)
    .db.selectFrom('employment.engagement')
    .select('id')
    .where('reference', '=', reference)
    .execute()
  return jobsOf(doing, idsOf(rows))
}

/** The jobs in which the one who asks is the assistant. */
export async function jobsOfMine(doing: Doing): Promise<readonly Job[]> {
  const { rows } = await sql<{ ids: EngagementId[] }>`select employment.worked_by_me() as ids`.execute(
    doing.transaction,
  )
  return jobsOf(doing, rows[0]?.ids ?? [])
}

/** The jobs whose hours the one who asks was let see, and perhaps approve, as a helper. */
export async function jobsToHelpWith(doing: Doing): Promise<readonly Job[]> {
  const { rows } = await sql<{ ids: EngagementId[] }>`select employment.hours_of_mine() as ids`.execute(
    doing.transaction,
  )
  return jobsOf(doing, rows[0]?.ids ?? [])
}

/** The jobs whose pay a firm works out on the day of asking. */
export async function jobsOfFirm(doing: Doing, firm: OrganisationId): Promise<readonly Job[]> {
  const rows = await here(doing)
    .db.selectFrom('employment.payroll as p')
    .select('p.engagement_id as id')
    .where('p.firm_id', '=', firm)
    .where('p.from_on', '<=', doing.today)
    .where(or =>
      or.not(
        or.exists(
          or
            .selectFrom('employment.payroll as q')
            .select('q.number')
            .whereRef('q.engagement_id', '=', 'p.engagement_id')
            .whereRef('q.number', '>', 'p.number')
            .where('q.from_on', '<=', doing.today),
        ),
      ),
    )
    .execute()
  return jobsOf(doing, idsOf(rows))
}

/** Budgets in which the third party that the one who asks works for employs. */
export async function jobsOfThirdParty(doing: Doing): Promise<readonly Job[]> {
  const { rows } = await sql<{ ids: EngagementId[] }>`select employment.employed_by_us() as ids`.execute(
    doing.transaction,
  )
  return jobsOf(doing, rows[0]?.ids ?? [])
}

type Kept = { readonly id: EngagementId }

/**
 * One page of the jobs that staff see: first those in which a healthcare task is done that nobody has signed
 * off today, and of these and of the rest the newest first.
 */
export async function jobsOfStaff(
  doing: Doing,
  { find, page }: { readonly find: string; readonly page: number },
): Promise<{ readonly jobs: readonly Job[]; readonly paging: Paging }> {
  const sought = anywhere(find)
  const kept = sql`unsigned as materialized (select t.engagement_id, count(*)::int as tasks
      from employment.task t
      where not exists (select from employment.sign_off s
          where s.task_id = t.id and ${doing.today}::date between s.signed_on and s.until_on)
        and not exists (select from employment.ending n
          where n.engagement_id = t.engagement_id and n.ends_on < ${doing.today}::date)
      group by t.engagement_id),
    kept as materialized (select e.id, e.from_on, coalesce(u.tasks, 0) as unsafe
      from employment.engagement e left join unsigned u on u.engagement_id = e.id
      where ${find} = '' or e.assistant_name ilike ${sought} or e.employer_name ilike ${sought}
        or e.reference ilike ${sought})`
  const order = sql`unsafe desc, from_on desc, id`
  const { paging, rows } = await onePage<Kept>(doing, { kept, order, page })
  const jobs = new Map((await jobsOf(doing, idsOf(rows))).map(job => [job.id, job]))
  return { paging, jobs: rows.flatMap(({ id }) => jobs.get(id) ?? []) }
}

/** A file of payslips that was sent, with the rows that were set apart; null where it is not to be seen. */
export async function payslipFileOf(doing: Doing, id: string) {
  const { db } = here(doing)
  const file = await db
    .selectFrom('employment.payslip_file')
    .select(['id', 'name', 'given_by_name', 'given_on', 'firm_id'])
    .where('id', '=', id as never)
    .executeTakeFirst()
  if (file === undefined) return null
  const slips = await db
    .selectFrom('employment.payslip')
    .select(['engagement_id', 'line', 'from_on', 'until_on', 'gross', 'net'])
    .where('payslip_file_id', '=', file.id)
    .orderBy('line')
    .execute()
  const apart = await db
    .selectFrom('employment.payslip_refused')
    .select(['line', 'cells', 'because'])
    .where('payslip_file_id', '=', file.id)
    .orderBy('line')
    .execute()
  return { file, slips, apart }
}
