import type { PlainDate } from '../../kernel/days.ts'
import { nothing, type Pence, plus } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'

/** `lineKey` is null for what was spent outside the plan. */
export type Spent = { readonly lineKey: string | null; readonly spent: Pence }

/** What statements show as spent for each line of the plan, both days counted, less what came back. */
export async function spentByLine(
  doing: Doing,
  reference: string,
  { from, until }: { readonly from: PlainDate; readonly until: PlainDate },
): Promise<readonly Spent[]> {
  const rows = await here(doing)
    .db.selectFrom('bank.spent_shown')
    .select(({ fn, cast }) => ['line_key', cast<Pence>(fn.sum('spent'), 'bigint').as('spent')])
    .where('reference', '=', reference)
    .where('on_day', '>=', from)
    .where('on_day', '<=', until)
    .groupBy('line_key')
    .orderBy('line_key')
    .execute()
  return rows.map(({ line_key, spent }) => ({ lineKey: line_key, spent: spent ?? nothing }))
}

export const allSpent = (lines: readonly Spent[]): Pence => plus(...lines.map(({ spent }) => spent))
