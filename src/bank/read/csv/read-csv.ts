import { type CsvRecord, isBlank, recordsOf } from '../../../kernel/csv-records.ts'
import { readWritten } from '../amounts.ts'
import { dayReader } from '../dates.ts'
import { clean, visibleEnd } from '../texts.ts'
import type { AccountNumbers, Draft, Drafts } from '../types.ts'
import { shownBy } from './balances.ts'
import type { Columns } from './columns.ts'
import { headerlessLayoutOf, isCardTable, type Layout, layoutOf } from './layouts.ts'
import { isMark } from './moved.ts'
import { type Row, readRow, textCell } from './rows.ts'
import { isKeyAndValue, tableOfKeys } from './santander-text.ts'
import type { Table } from './table.ts'

/** Preambles are short: a heading is looked for in the first twenty lines that are not blank. */
const searched = 20
const delimiters = [',', ';', '\t', '|'] as const

type Part = { readonly layout: Layout; readonly records: CsvRecord[] }
type Group = { readonly account: AccountNumbers | null; readonly currency: string; readonly rows: Row[] }

function headOf(text: string, delimiter: string): readonly CsvRecord[] {
  const head: CsvRecord[] = []
  for (const record of recordsOf(text.slice(0, 65_536), delimiter)) {
    if (!isBlank(record)) head.push(record)
    if (head.length >= searched) break
  }
  return head
}

/** How the table is divided and laid out: by a heading, else by the look of its rows. */
function recognise(text: string): { delimiter: string; layout: Layout; heading: CsvRecord | null } | null {
  for (const find of [layoutOf, headerlessLayoutOf]) {
    for (const delimiter of delimiters) {
      for (const record of headOf(text, delimiter)) {
        const layout = find(record)
        if (layout) return { delimiter, layout, heading: find === layoutOf ? record : null }
      }
    }
  }
  return null
}

/** What stands above the heading: the account's number, perhaps only its visible end. */
function accountAbove(records: readonly CsvRecord[]): AccountNumbers | null {
  for (const { cells } of records) {
    const filled = cells.filter(cell => cell.trim() !== '')
    const pair = filled.length === 1 ? (filled[0] ?? '').split(/:\s*/) : cells
    const [key = '', value = ''] = pair.map(cell => textCell(cell).replace(/^:\s*/, ''))
    if (!/^account( number| name| no\.?)?\s*:?$/i.test(key)) continue
    const number = /name/i.test(key) ? (/[*xX]{2,}\s*\d+/.exec(value)?.[0] ?? '') : value
    const accountNumber = visibleEnd(number)
    if (accountNumber !== null && /\d/.test(accountNumber))
      return { sortCode: null, accountNumber, iban: null }
  }
  return null
}

/** An overdraft limit under the table is neither a line nor a row to refuse. */
const isFooter = ({ cells }: CsvRecord): boolean => /overdraft limit/i.test(cells[0] ?? '')

/** Cuts a file into what stands above and the tables below; a heading may come again for the next account. */
function partsOf(text: string, found: NonNullable<ReturnType<typeof recognise>>, most: number) {
  let left = most
  const above: CsvRecord[] = []
  const parts: Part[] = found.heading === null ? [{ layout: found.layout, records: [] }] : []
  for (const record of recordsOf(text, found.delimiter)) {
    if (isBlank(record) || isFooter(record)) continue
    if (left-- <= 0) break
    const first = found.heading?.line ?? Number.POSITIVE_INFINITY
    const isHeading = record.line === first || (record.line > first && couldBeHeading(record))
    const layout = isHeading ? layoutOf(record) : null
    if (layout) parts.push({ layout, records: [] })
    else (parts.at(-1)?.records ?? above).push(record)
  }
  return { above, parts }
}

/** A heading that comes again holds no figures, so that rows of data are not searched for one. */
const couldBeHeading = ({ cells }: CsvRecord): boolean => !cells.some(cell => /\d/.test(cell))

/**
 * A column, perhaps headed `Type`, in which every row says debit or credit while no amount has a sign, says
 * which way the money went.
 */
function markAmong(columns: Columns, records: readonly CsvRecord[]): number | undefined {
  const { amount } = columns
  if (amount === undefined || records.some(({ cells }) => readWritten(cells[amount] ?? '')?.way === 'out')) {
    return undefined
  }
  const says = (at: number): boolean => {
    const written = records.map(({ cells }) => clean(cells[at] ?? '')).filter(cell => cell !== '')
    return written.length > 0 && written.every(isMark)
  }
  return columns.about.find(says)
}

function tableOf({ layout, records }: Part, fileName: string): Table {
  const { columns, width } = layout
  const [named, all] = width
  const longer = records.filter(
    ({ cells }) => cells.length === all + 1 && (cells.at(-1) ?? '').trim() === '',
  ).length
  const plain = columns.date === 0 && named === 3 && columns.payee === 1 && columns.amount === 2
  const card =
    layout.spendingPositive ?? (plain && layout.bank !== 'HSBC' && isCardTable(records, columns, fileName))
  const mark = columns.mark ?? markAmong(columns, records)
  const out = columns.out
  const written =
    out === undefined
      ? []
      : records.map(({ cells }) => readWritten(cells[out] ?? '')).filter(sum => sum && sum.size > 0n)
  return {
    layout: {
      ...layout,
      spendingPositive: card,
      ...(mark === undefined ? {} : { columns: { ...columns, mark } }),
    },
    most: longer * 2 > records.length ? all + 1 : all,
    readDay: dayReader(),
    outIsNegative: written.length > 0 && written.every(sum => sum?.way === 'out'),
  }
}

const codeShape = /^[A-Z]{3}$/

/** Whether a sum names a currency of its own. */
const names = (sum: string): boolean => /[^\d.,\s+-]/.test(sum)

function currencyIn(cells: readonly string[], { columns }: Layout): string {
  const cell = clean(cells[columns.currency ?? -1] ?? '').toUpperCase()
  if (codeShape.test(cell)) return cell
  const written = [columns.amount, columns.out, columns.in].map(at => cells[at ?? -1] ?? '').filter(names)
  const sums = written.map(sum => readWritten(sum)?.currency)
  return sums.find(code => code) ?? columns.namedCurrency ?? 'GBP'
}

/** `20-00-00 12345678` and `600000-12345678` hold both numbers. */
function bothNumbers(cell: string): AccountNumbers | null {
  const found = /^(\d{2}-\d{2}-\d{2}|\d{6})[\s-]+(\d{6,10})$/.exec(cell)
  if (found) return { sortCode: found[1] ?? null, accountNumber: found[2] ?? null, iban: null }
  const number = /\d/.test(cell) ? visibleEnd(cell) : null
  return number === null ? null : { sortCode: null, accountNumber: number, iban: null }
}

function accountIn(cells: readonly string[], { columns }: Layout): AccountNumbers | null {
  const sortCode = textCell(cells[columns.sortCode ?? -1]) || null
  const iban = textCell(cells[columns.iban ?? -1]) || null
  const number = bothNumbers(textCell(cells[columns.accountNumber ?? columns.account ?? -1]))
  if (sortCode === null && iban === null && number === null) return null
  return {
    sortCode: sortCode ?? number?.sortCode ?? null,
    accountNumber: number?.accountNumber ?? null,
    iban,
  }
}

/**
 * Puts each row with its account, currency and product; a row that cannot say goes with the one before it.
 */
function grouped(parts: readonly Part[], above: AccountNumbers | null, fileName: string): readonly Group[] {
  const groups = new Map<string, Group>()
  const early: Row[] = []
  let now: Group | undefined
  for (const part of parts) {
    const table = tableOf(part, fileName)
    for (const record of part.records) {
      const row = readRow(record, table)
      const account = accountIn(record.cells, table.layout) ?? above
      const currency = currencyIn(record.cells, table.layout)
      const product = textCell(record.cells[table.layout.columns.product ?? -1])
      const key = JSON.stringify([account, currency, product])
      if (row.entry !== null) {
        now = groups.get(key) ?? { account, currency, rows: groups.size === 0 ? early : [] }
        groups.set(key, now)
      }
      const group = row.entry === null ? (groups.get(key) ?? now) : now
      if (group) group.rows.push(row)
      else early.push(row)
    }
  }
  const onlyRefused = { account: above, currency: 'GBP', rows: early }
  return groups.size > 0 || early.length === 0 ? [...groups.values()] : [onlyRefused]
}

function draftOf({ account, currency, rows }: Group): Draft {
  const { opening, closing, newestFirst } = shownBy(rows)
  return {
    account,
    currency,
    opening,
    closing,
    newestFirst,
    lines: rows.flatMap(row => (row.entry ? [row.entry] : [])),
    refused: rows.flatMap(({ line, why }) => (why === null ? [] : [{ line, why }])),
  }
}

const unknown =
  'The file is not a statement that can be read: ' +
  'no row of headings with a date and an amount was found in its first lines.'

/** Where none of so many rows reads, the file is no statement, however long it goes on. */
const firstRows = 1000
const nothingReads =
  'The file has headings like a statement, but none of its first rows can be read as a payment.'

/**
 * Reads a table (whatever divides its columns) or a text of keys and values. Banks whose headings are not
 * known read too, where the headings name a date and either one amount or money in and money out.
 */
export function readCsv(text: string, fileName: string): Drafts {
  const found = recognise(text)
  if (found === null && isKeyAndValue(text)) {
    const { above, part } = tableOfKeys(text)
    const account = accountAbove(above)
    const groups = grouped([part], account, fileName)
    return groups.length > 0 ? groups.map(draftOf) : [draftOf({ account, currency: 'GBP', rows: [] })]
  }
  if (found === null) return unknown
  const tried = grouped(partsOf(text, found, firstRows).parts, null, fileName).flatMap(({ rows }) => rows)
  if (tried.length > firstRows / 2 && !tried.some(({ entry }) => entry)) return nothingReads
  const { above, parts } = partsOf(text, found, Number.POSITIVE_INFINITY)
  const account = accountAbove(above)
  const groups = grouped(parts, account, fileName)
  const empty: Group = { account, currency: found.layout.columns.namedCurrency ?? 'GBP', rows: [] }
  return (groups.length > 0 ? groups : [empty]).map(draftOf)
}
