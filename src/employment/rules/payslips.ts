import { isBlank, recordsOf } from '../../kernel/csv-records.ts'
import { dayOf, type PlainDate, readPlainDate } from '../../kernel/days.ts'
import { minus, type Pence, plus, readMoney } from '../../kernel/money.ts'
import type { Payslip } from '../types.ts'

/** Why one row of a payroll firm's file was not taken. */
export type RowProblem =
  | 'too-few-cells'
  | 'no-such-assistant'
  | 'period-unreadable'
  | 'pay-day-unreadable'
  | 'ends-before-it-begins'
  | 'before-the-job'
  | 'sum-unreadable'
  | 'sum-below-nought'
  | 'does-not-add-up'
  | 'twice-in-this-file'
  | 'differs-from-an-earlier-one'

export const rowSays = {
  'too-few-cells': 'The row has fewer cells than the heading',
  'no-such-assistant': 'We know no assistant with this reference whose pay you work out',
  'period-unreadable': 'The first or last day of the period is not a day, like 2026-11-30',
  'pay-day-unreadable': 'The pay day is not a day, like 2026-11-30',
  'ends-before-it-begins': 'The period ends before it begins',
  'before-the-job': 'The period ends before the job began',
  'sum-unreadable': 'A sum is not an amount in pounds and pence, like 412.60',
  'sum-below-nought': 'A sum is below nought',
  'does-not-add-up': 'Gross less what was taken off is not the net pay',
  'twice-in-this-file': 'There is another row for the same assistant and period in this file',
  'differs-from-an-earlier-one':
    'We have another payslip for this period. Write "yes" in the column "correction" to replace it',
} as const satisfies Record<RowProblem, string>

const sums = [
  'gross',
  'tax',
  'employee_ni',
  'employer_ni',
  'employee_pension',
  'employer_pension',
  'other_deductions',
  'net',
  'fee',
] as const
type SumName = (typeof sums)[number]
const others = ['reference', 'period_from', 'period_until', 'pay_day'] as const
type Name = SumName | (typeof others)[number] | 'correction'
const needed: readonly Name[] = [...others, ...sums.filter(name => name !== 'other_deductions')]
/** The columns of the file, for the page that says what to send. */
export const payslipColumns: readonly Name[] = [...others, ...sums, 'correction']

export type PayslipRow = {
  readonly line: number
  readonly code: string
  readonly slip: Payslip
  readonly correction: boolean
}
export type RefusedRow = { readonly line: number; readonly cells: string; readonly because: RowProblem[] }
export type PayslipsRead =
  | { readonly ok: true; readonly rows: readonly PayslipRow[]; readonly refused: readonly RefusedRow[] }
  | { readonly ok: false; readonly because: 'empty' | 'columns-missing'; readonly missing: readonly string[] }

/** A day as a payroll firm writes it: `2026-11-30` or `30/11/2026`. */
function readDay(text: string): PlainDate | null {
  const [, d, m, y] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? []
  return y === undefined ? readPlainDate(text.trim()) : dayOf(Number(y), Number(m), Number(d))
}

/** Tax may be given back; nothing else may be below nought. */
const mayBeNegative = (name: SumName): boolean => name === 'tax' || name === 'other_deductions'

type CellOf = (name: Name) => string

function sumsOf(cell: CellOf, problems: RowProblem[]): Readonly<Record<SumName, Pence>> | null {
  const read = sums.map(name => [name, readMoney(cell(name) === '' ? '0' : cell(name))] as const)
  if (read.some(([, sum]) => sum === null)) problems.push('sum-unreadable')
  if (read.some(([name, sum]) => sum !== null && sum < 0n && !mayBeNegative(name)))
    problems.push('sum-below-nought')
  return read.every(([, sum]) => sum !== null) ? (Object.fromEntries(read) as Record<SumName, Pence>) : null
}

function slipOf(cell: CellOf): Payslip | readonly RowProblem[] {
  const problems: RowProblem[] = []
  const [from, until, paidOn] = [
    readDay(cell('period_from')),
    readDay(cell('period_until')),
    readDay(cell('pay_day')),
  ]
  if (from === null || until === null) problems.push('period-unreadable')
  if (paidOn === null) problems.push('pay-day-unreadable')
  if (from !== null && until !== null && until < from) problems.push('ends-before-it-begins')
  const of = sumsOf(cell, problems)
  if (of !== null) {
    const taken = plus(of.tax, of.employee_ni, of.employee_pension, of.other_deductions)
    if (minus(of.gross, taken) !== of.net) problems.push('does-not-add-up')
  }
  if (problems.length > 0 || of === null || from === null || until === null || paidOn === null)
    return problems
  return {
    from,
    until,
    paidOn,
    gross: of.gross,
    tax: of.tax,
    employeeNi: of.employee_ni,
    employerNi: of.employer_ni,
    employeePension: of.employee_pension,
    employerPension: of.employer_pension,
    other: of.other_deductions,
    net: of.net,
    fee: of.fee,
  }
}

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
const delimiterOf = (text: string): string => {
  const line = text.slice(0, text.search(/[\r\n]|$/))
  return line.includes(';') && !line.includes(',') ? ';' : line.includes('\t') ? '\t' : ','
}

/**
 * Reads a payroll firm's file: what is right is kept, each row that is not is set apart with every reason.
 * Refuses a file without rows or without the columns. Never throws on anything typed.
 */
export function readPayslips(file: string): PayslipsRead {
  const text = file.replace(/^\uFEFF/, '')
  const [heading, ...records] = [...recordsOf(text, delimiterOf(text))].filter(one => !isBlank(one))
  if (heading === undefined) return { ok: false, because: 'empty', missing: [] }
  const names = heading.cells.map(plain)
  const missing = needed.filter(name => !names.includes(name))
  if (missing.length > 0) return { ok: false, because: 'columns-missing', missing }
  const rows: PayslipRow[] = []
  const refused: RefusedRow[] = []
  for (const { cells, line, broken } of records) {
    const cell: CellOf = name => (cells[names.indexOf(name)] ?? '').trim()
    const slip = broken || cells.length < names.length ? (['too-few-cells'] as const) : slipOf(cell)
    const code = cell('reference').toUpperCase()
    if ('gross' in slip) rows.push({ line, code, slip, correction: plain(cell('correction')) === 'yes' })
    else refused.push({ line, cells: cells.join(' | ').slice(0, 500), because: [...slip] })
  }
  return { ok: true, rows, refused }
}
