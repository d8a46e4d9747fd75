import type { CsvRecord } from '../../../kernel/csv-records.ts'
import { negative, nothing, type Pence, pence, plus } from '../../../kernel/money.ts'
import { readSigned, readWritten, signed } from '../amounts.ts'
import { whyNoDay } from '../dates.ts'
import { clean, joined, shown, unescapedInTable } from '../texts.ts'
import type { StatementLine } from '../types.ts'
import type { Layout } from './layouts.ts'
import { type Moved, movedIn } from './moved.ts'
import type { Table } from './table.ts'

/** What one row of a table came to. `own` says whether the bank booked it, so that its balance counts. */
export type Row = {
  readonly line: number
  readonly entry: StatementLine | null
  readonly why: string | null
  readonly own: boolean
  readonly amount: Pence | null
  readonly balance: Pence | null
}

const notMade = new RegExp(
  '^(pending|revert(ed)?|declined?|fail(ed)?|cancel(l?ed)?|reject(ed)?|authori[sz](ed|ation)|processing|' +
    'blocked|void(ed)?|scheduled|upcoming|expired|not settled|unsettled)$',
  'i',
)

/** The words of a row that has not happened, or not yet; null where it has. */
function notHappened(cell: (at: number | undefined) => string, layout: Layout): string | null {
  const { columns } = layout
  if (/^pending\b/i.test(cell(columns.date))) return 'The payment is pending, so it is not a line yet.'
  const state = cell(columns.state)
  const made = layout.madeStates
  const isOut = made ? !made.has(state.toLowerCase()) : notMade.test(state)
  if (columns.state !== undefined && isOut)
    return `The payment is marked ${shown(state)}, so no money has moved.`
  const declined = cell(columns.declined)
  if (declined !== '' && !/^(no|false|0)$/i.test(declined))
    return `The payment was declined (${shown(declined)}).`
  return null
}

function whyNotWidth({ cells }: CsvRecord, { layout: { width, markInLast }, most }: Table): string | null {
  const [named, all] = width
  if (cells.length < named) return `The row has ${cells.length} values where the heading has ${named}.`
  const beyond = cells.slice(markInLast ? all : named)
  if (cells.length > most || beyond.some(cell => cell.trim() !== '')) {
    return `The row has ${cells.length} values where the heading has ${named}.`
  }
  return null
}

/**
 * A text cell: one apostrophe before a word, a number or a formula, put there against spreadsheets, is taken
 * off. Before anything else it is the bank's own.
 */
export const textCell = (cell: string | undefined): string =>
  unescapedInTable(clean(cell ?? ''))
    .replace(/^'(?='?[\p{L}\p{N}=+@-])/u, '')
    .trim()

function textsOf(
  cells: readonly string[],
  { columns, padded }: Layout,
): Pick<StatementLine, 'payee' | 'memo' | 'reference'> {
  const payee = textCell(cells[columns.payee ?? -1])
  const about = joined(...columns.about.map(at => textCell(cells[at])))
  const reference = textCell(cells[columns.reference ?? -1])
  const cut = padded ? /^(.+?)(?:\s{2,}|\t)(.*)$/s.exec(payee) : null
  if (cut) return { payee: (cut[1] ?? '').trim(), memo: joined(about, cut[2] ?? ''), reference }
  return payee ? { payee, memo: about, reference } : { payee: about, memo: '', reference }
}

/** The balance after the row; null where the cell is empty or cannot be read. */
function balanceIn(cell: string): Pence | null {
  const written = cell === '' ? null : readWritten(cell)
  return written === null ? null : signed(written)
}

/** A fee in a column of its own left the account too, whichever sign it is written with. */
function withFee(moved: Moved, cell: string): Moved {
  if (typeof moved === 'string' || cell === '') return moved
  const fee = readSigned(cell)
  if (fee === null) return `The fee ${shown(cell)} is not an amount.`
  return plus(moved, fee < 0n ? fee : negative(fee))
}

const carried = /^(opening|closing|start(ing)?|end(ing)?) balance\b|\bbalance (brought|carried) forward\b/i

/** A row that only states a balance is neither a line nor refused: nothing moved. */
function statesBalance(cells: readonly string[], { columns }: Layout): boolean {
  const sums = [columns.amount, columns.out, columns.in].map(at => clean(cells[at ?? -1] ?? ''))
  return sums.every(sum => sum === '') && carried.test(textCell(cells[columns.payee ?? -1]))
}

/** Reads one row: a line of the bank, or why it is none. The other rows are not touched by it. */
export function readRow(record: CsvRecord, table: Table): Row {
  const { layout } = table
  const { columns } = layout
  const { line, cells } = record
  const none = { line, entry: null, amount: null, balance: null }
  if (record.broken) return { ...none, own: true, why: 'The row has a quotation mark that is never closed.' }
  const cell = (at: number | undefined): string => (at === undefined ? '' : clean(cells[at] ?? ''))
  const aside = notHappened(cell, layout)
  if (aside !== null) return { ...none, own: false, why: aside }
  const date = table.readDay(cell(columns.date))
  const width = whyNotWidth(record, table)
  if (width !== null) return { ...none, own: date !== null, why: width }
  if (statesBalance(cells, layout)) {
    const balance = balanceIn(cell(columns.balance))
    return { ...none, own: true, why: null, amount: nothing, balance }
  }
  const moved = withFee(movedIn(cells, table), cell(columns.fee))
  const balance = balanceIn(cell(columns.balance))
  const amount = typeof moved === 'string' ? null : pence(moved)
  if (date === null || amount === null) {
    const reasons = [
      date === null ? whyNoDay(cell(columns.date)) : '',
      typeof moved === 'string' ? moved : '',
    ]
    const own = date !== null || amount !== null || balance !== null
    return { line, entry: null, own, amount, balance, why: reasons.filter(Boolean).join(' ') }
  }
  const bankId = textCell(cells[columns.id ?? -1]) || null
  return {
    line,
    why: null,
    own: true,
    amount,
    balance,
    entry: { date, amount, ...textsOf(cells, layout), bankId, balance },
  }
}
