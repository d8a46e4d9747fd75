import { later, type PlainDate } from '../../kernel/days.ts'
import { linesOn, type Way } from '../../plans/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { PaidLine } from '../rules/back-dated.ts'
import { here } from '../tables.ts'
import { costedLines } from './facts.ts'

export type PaidLineShown = PaidLine & {
  readonly says: string
  readonly way: Way
  readonly unit: string
}

/** The last day of a budget that regular payments which left were for, by the part that they were of. */
async function paidUntil(doing: Doing, reference: string): Promise<ReadonlyMap<string, PlainDate>> {
  const rows = await here(doing)
    .db.selectFrom('payments.instruction_shown')
    .select(['part', 'period_until'])
    .where('reference', '=', reference as never)
    .where('schedule_id', 'is not', null)
    .where('released_on', '<=', doing.today)
    .where('returned_on', 'is', null)
    .execute()
  const last = new Map<string, PlainDate>()
  for (const { part, period_until } of rows)
    last.set(part, later(last.get(part) ?? period_until, period_until))
  return last
}

/** The lines of the plan in force, each with its first day and the last day that was paid for it. */
export async function paidLines(doing: Doing, reference: string): Promise<readonly PaidLineShown[]> {
  const [paid, costed] = [await paidUntil(doing, reference), await costedLines(doing, reference)]
  const lines = await linesOn(doing, reference, doing.today)
  return lines.flatMap(line => {
    const own = costed.filter(({ key }) => key === line.line_key).map(({ from }) => from)
    const [first] = own.sort()
    if (first === undefined) return []
    return [
      {
        key: line.line_key,
        says: line.says,
        unit: line.unit,
        units: line.units,
        per: line.per,
        rate: line.rate,
        weekly: line.weekly,
        way: line.way,
        notional: line.way === 'notional',
        first,
        paidUntil: paid.get(line.way) ?? null,
      },
    ]
  })
}
