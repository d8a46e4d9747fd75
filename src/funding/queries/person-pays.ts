import { nothing, type Pence, plus } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import { contributionsOn, councilStatement } from '../rules/contribution.ts'
import { here } from '../tables.ts'

/** What the person pays today: contributions and top-ups, each as it was set last. */
export async function personPays(doing: Doing, reference: string) {
  const rows = await here(doing)
    .db.selectFrom('funding.contribution')
    .selectAll()
    .where('reference', '=', reference)
    .orderBy('from_on')
    .orderBy('set_at')
    .execute()
  return contributionsOn(rows, doing.today)
}

type Paid = Awaited<ReturnType<typeof personPays>>

/** What social care costs, what of it the person pays and what the council; null where it carries nothing. */
export function councilPart(cost: Pence | null, paid: Paid) {
  if (cost === null) return null
  const contributions = paid.filter(({ kind }) => kind === 'contribution')
  const { contribution, councilPays } = councilStatement(
    cost,
    plus(nothing, ...contributions.map(({ weekly }) => weekly)),
  )
  return { cost, contribution, pays: councilPays }
}
