import type { PlainDate } from '../../kernel/days.ts'
import { nothing, type Pence, plus } from '../../kernel/money.ts'
import { employerLines, employerTableOn } from '../../needs/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { weeksPay } from '../rules/pay.ts'
import type { Job } from './engagements.ts'

/**
 * What a week of an assistant costs as agreed, line by line, by the dated local table of employer's figures.
 */
export type WeeklyCost = {
  readonly pay: Pence
  readonly lines: ReturnType<typeof employerLines>
  readonly total: Pence
  readonly table: { readonly from: PlainDate; readonly source: string; readonly checkedOn: PlainDate }
}

/** The weekly cost of a job on a day; null where no pay was agreed or the organisation has set no table. */
export async function weeklyCostOf(doing: Doing, job: Job, day: PlainDate): Promise<WeeklyCost | null> {
  const table = await employerTableOn(doing, job.organisation, day)
  const pay = weeksPay(job.terms, day)
  if (table === null || pay === nothing) return null
  const lines = employerLines(pay, table)
  const { from, source, checkedOn } = table
  const total = plus(pay, ...lines.map(({ weekly }) => weekly))
  return { pay, lines, total, table: { from, source, checkedOn } }
}
