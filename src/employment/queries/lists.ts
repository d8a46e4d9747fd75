import { sql } from 'kysely'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
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

const most = 500

/** Every job that staff see, the newest first, at most 500 of them; `more` where there are more. */
export async function jobsOfStaff(
  doing: Doing,
): Promise<{ readonly jobs: readonly Job[]; readonly more: boolean }> {
  const rows = await here(doing)
    .db.selectFrom('employment.engagement')
    .select('id')
    .orderBy('from_on', 'desc')
    .limit(most + 1)
    .execute()
  const jobs = await jobsOf(doing, idsOf(rows.slice(0, most)))
  return { jobs, more: rows.length > most }
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
