import { jobsOfBudget } from '../../employment/public.ts'
import { nothing, plus } from '../../kernel/money.ts'
import type { OrganisationId } from '../../people/public.ts'
import { linesOn } from '../../plans/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import { ofCase } from './which.ts'

/** The jobs of an organisation whose wages it pays itself, by budget, with what is owed and has not left. */
export async function wagesShown(doing: Doing, organisation: OrganisationId) {
  const { db } = here(doing)
  const rows = await db
    .selectFrom('payments.wages as w')
    .selectAll()
    .where(ofCase({ organisation }, 'w'))
    .orderBy('reference')
    .execute()
  const owed = await db
    .selectFrom('payments.obligation_shown as o')
    .select(['o.source_id', 'o.amount'])
    .where(ofCase({ organisation }, 'o'))
    .where('o.source', '=', 'payslip')
    .where('o.ended_on', 'is', null)
    .where('o.released_on', 'is', null)
    .execute()
  const found = []
  for (const row of rows) {
    const job = (await jobsOfBudget(doing, row.reference)).find(({ id }) => id === row.engagement_id)
    const lines = await linesOn(doing, row.reference, doing.today)
    const open = owed.filter(({ source_id }) => source_id?.startsWith(row.engagement_id) ?? false)
    found.push({
      engagement: row.engagement_id,
      code: job?.code ?? '',
      assistant: job?.assistant ?? '',
      reference: row.reference,
      line: lines.find(({ line_key }) => line_key === row.line_key)?.says ?? row.line_key,
      from: row.from_on,
      open: plus(nothing, ...open.map(({ amount }) => amount)),
    })
  }
  return found
}
