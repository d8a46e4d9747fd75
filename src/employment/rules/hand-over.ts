import { type Cell, csvOf } from '../../kernel/csv.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { plainMoney, sayThousandths } from '../../kernel/money.ts'
import type { Engagement } from '../types.ts'
import { grossOf, type PayLine, payLines } from './pay.ts'
import { unpaidWork } from './unpaid.ts'

/** What one assistant is to be paid for, up to a day. */
export type HandOver = {
  readonly code: string
  readonly employer: string
  readonly assistant: string
  readonly from: PlainDate
  readonly until: PlainDate
  readonly lines: readonly PayLine[]
}

/** What is approved and on no payslip yet, up to a day (inside); null where there is nothing. */
export function handOverOf(one: Engagement, until: PlainDate): HandOver | null {
  const work = unpaidWork(one.sheets, one.payslips, until)
  const lines = payLines(work, one.terms)
  if (lines.length === 0) return null
  const first = work.map(({ on }) => on).sort()[0] ?? until
  const { code, employer, assistant } = one
  return { code, employer, assistant, from: first, until, lines }
}

const heading = [
  'reference',
  'employer',
  'assistant',
  'period_from',
  'period_until',
  'unit',
  'units',
  'rate',
  'amount',
  'sort',
  'gross_of_all_lines',
] as const

/**
 * The file for a payroll firm: a line for each assistant, unit and rate, with the gross pay of the assistant
 * at each of their lines. Miles are of the sort `expense` and not in the gross. Nothing of the person's
 * health or needs is in it.
 */
export function handOverFile(all: readonly HandOver[]): string {
  const rows = all.flatMap(({ lines, ...of }) =>
    lines.map((line): readonly Cell[] => [
      of.code,
      of.employer,
      of.assistant,
      of.from,
      of.until,
      line.unit,
      sayThousandths(line.units),
      plainMoney(line.rate),
      plainMoney(line.amount),
      line.expense ? 'expense' : 'pay',
      plainMoney(grossOf(lines)),
    ]),
  )
  return csvOf([heading, ...rows])
}
