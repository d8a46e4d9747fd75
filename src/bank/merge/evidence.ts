import type { PlainDate } from '../../kernel/days.ts'
import type { Format, Statement, StatementLine } from '../read/types.ts'

/** A row of a statement as evidence of a payment. */
export type Shown = {
  readonly line: StatementLine
  readonly format: Format
  /** The format, and for tables whether it has balances: two tables of one bank may word a payment apart. */
  readonly layout: string
  /** Day, amount and text in one, as rows of one format are compared. */
  readonly text: string
  /** The file it stands in: rows of one file are never the same payment. */
  readonly source: string
  readonly name: string
  /** What sorts later is newer. */
  readonly age: string
}

/** All rows of one file, oldest first. */
export type EvidenceFile = {
  readonly source: string
  readonly order: string
  readonly rows: readonly Shown[]
}

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

/** The first and last day a statement speaks for: those it states, else those of its lines. */
export function spanOf({
  period,
  lines,
}: Statement): { readonly from: PlainDate; readonly to: PlainDate } | null {
  let from = period?.from
  let to = period?.to
  for (const { date } of lines) {
    if (from === undefined || date < from) from = date
    if (to === undefined || date > to) to = date
  }
  return from && to ? { from, to } : null
}

function rowsOf(statement: Statement): readonly Shown[] {
  const { format, source, place } = statement
  const span = spanOf(statement)
  const age = `${span?.to ?? ''}|${span?.from ?? ''}|${source}`
  const layout = statement.lines.some(({ balance }) => balance !== null) ? `${format} with balances` : format
  const rows = statement.lines.map((line, index) => ({
    line,
    format,
    layout,
    source,
    age,
    text: plain(`${line.payee}|${line.memo}|${line.reference}`),
    name: `${source}:${place}:${index}`,
  }))
  return statement.newestFirst ? rows.toReversed() : rows
}

/** The surest evidence comes first: rows with the bank's id, then rows with a running balance. */
function strength(rows: readonly Shown[]): number {
  if (rows.some(({ line }) => line.bankId !== null)) return 0
  return rows.some(({ line }) => line.balance !== null) ? 1 : 2
}

/** The statements as files in an order of their own, so that the order in which they came cannot matter. */
export function filesOf(statements: readonly Statement[]): readonly EvidenceFile[] {
  const bySource = Map.groupBy(statements, ({ source }) => source)
  const files = [...bySource].map(([source, parts]) => {
    const rows = parts.toSorted((a, b) => a.place - b.place).flatMap(rowsOf)
    const first = rows.reduce(
      (day, { line }) => (day === '' || line.date < day ? line.date : day),
      '' as string,
    )
    return { source, rows, order: `${strength(rows)}|${first}|${source}` }
  })
  return files.toSorted((a, b) => (a.order < b.order ? -1 : 1))
}
