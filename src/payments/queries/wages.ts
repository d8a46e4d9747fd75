import { sql } from 'kysely'
import { jobsOf } from '../../employment/public.ts'
import { nothing, plus } from '../../kernel/money.ts'
import type { Paging } from '../../kernel/paging.ts'
import type { OrganisationId } from '../../people/public.ts'
import { linesOfAll } from '../../plans/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { anywhere, onePage } from '../../platform/paging.ts'
import { wagesOver } from '../actions/owe-wages.ts'
import type { WagesRow } from '../owed-tables.ts'
import type { WagesShown } from '../pages/wages.tsx'
import { here } from '../tables.ts'

type Asked = { readonly organisation: OrganisationId; readonly find: string; readonly page: number }

/**
 * One page of the jobs of an organisation whose wages it pays itself, by budget: what is owed and has not
 * left, and what was paid more than the newest payslips ask.
 */
export async function wagesShown(
  doing: Doing,
  { organisation, find, page }: Asked,
): Promise<{ readonly jobs: readonly WagesShown[]; readonly paging: Paging }> {
  const sought = anywhere(find)
  const kept = sql`kept as materialized (select w.* from payments.wages w
    where w.organisation_id = ${organisation} and (${find} = '' or w.reference ilike ${sought}))`
  const order = sql`reference, engagement_id`
  const { paging, rows } = await onePage<WagesRow>(doing, { kept, order, page })
  const jobs = new Map(
    (
      await jobsOf(
        doing,
        rows.map(row => row.engagement_id),
      )
    ).map(job => [job.id, job]),
  )
  const references = [...new Set(rows.map(row => row.reference))]
  const lines = await linesOfAll(doing, references, doing.today)
  const owed = await openOf(doing, references)
  const over = await wagesOver(doing, rows)
  return {
    paging,
    jobs: rows.map(row => ({
      engagement: row.engagement_id,
      code: jobs.get(row.engagement_id)?.code ?? '',
      assistant: jobs.get(row.engagement_id)?.assistant ?? '',
      reference: row.reference,
      line: lines.get(row.reference)?.find(({ line_key }) => line_key === row.line_key)?.says ?? row.line_key,
      from: row.from_on,
      open: plus(nothing, ...(owed.get(row.engagement_id) ?? []).map(({ amount }) => amount)),
      over: over.get(row.engagement_id) ?? nothing,
    })),
  }
}

/** What is owed for payslips of some budgets and has not left, by the job it is for. */
async function openOf(doing: Doing, references: readonly string[]) {
  const rows = await here(doing)
    .db.selectFrom('payments.obligation_shown')
    .select(['source_id', 'amount'])
    .where('reference', 'in', references.length > 0 ? references : [''])
    .where('source', '=', 'payslip')
    .where('ended_on', 'is', null)
    .where('released_on', 'is', null)
    .execute()
  return Map.groupBy(rows, ({ source_id }) => source_id?.split(' ')[0] ?? '')
}
