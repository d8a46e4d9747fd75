import type { CsvRecord } from '../../../kernel/csv-records.ts'
import { readWritten } from '../amounts.ts'
import { readDay } from '../dates.ts'
import { type Columns, columnsOf, plainHeading } from './columns.ts'

/** How a bank lays out its table, where its headings alone do not say it. */
export type Layout = {
  readonly bank: string
  readonly columns: Columns
  /** How many values a row has, from the named headings to the headings with their empty ones. */
  readonly width: readonly [number, number]
  /** Cards that write spending without a sign and payments to the card with one: the sign is turned round. */
  readonly spendingPositive?: boolean
  /** A last column without heading that says CR where money came in. */
  readonly markInLast?: boolean
  /**
   * States that mean the payment was made; where a bank has none of its own, states that mean it was not are
   * known.
   */
  readonly madeStates?: ReadonlySet<string>
  /** The first words of the text, before its padding, are the payee; the rest is about the payment. */
  readonly padded?: boolean
}

type Known = Omit<Layout, 'columns' | 'width'> & { readonly headings: readonly string[] }

/** Banks recognised by their headings, beyond what the headings say. All headings named must be there. */
const banks: readonly Known[] = [
  {
    bank: 'American Express',
    headings: ['date', 'description', 'card member', 'account #', 'amount'],
    spendingPositive: true,
  },
  {
    bank: 'American Express',
    headings: ['date', 'description', 'amount', 'extended details'],
    spendingPositive: true,
  },
  {
    bank: 'American Express',
    headings: ['date', 'description', 'amount', 'appears on your statement as'],
    spendingPositive: true,
  },
  {
    bank: 'John Lewis card',
    headings: ['date processed', 'description', 'amount'],
    spendingPositive: true,
    markInLast: true,
  },
  {
    bank: 'Lloyds group card',
    headings: ['date', 'date entered', 'reference', 'description', 'amount'],
    spendingPositive: true,
  },
  {
    bank: 'Revolut',
    headings: ['type', 'product', 'completed date', 'fee', 'state'],
    madeStates: new Set(['completed']),
  },
  {
    bank: 'Barclays',
    headings: ['number', 'date', 'account', 'amount', 'subcategory', 'memo'],
    padded: true,
  },
]

const lastNamed = (cells: readonly string[]): number => cells.findLastIndex(cell => cell.trim() !== '') + 1

/** The layout that a heading row names; null where the row is no heading. */
export function layoutOf({ cells, broken }: CsvRecord): Layout | null {
  if (broken) return null
  const columns = columnsOf(cells)
  if (columns === null) return null
  const headings = cells.map(plainHeading)
  const found = banks.find(bank => bank.headings.every(heading => headings.includes(heading)))
  return { bank: 'unnamed', ...found, columns, width: [lastNamed(cells), cells.length] }
}

const none = { about: [], namedCurrency: null } as const
const hsbc: Layout = { bank: 'HSBC', columns: { ...none, date: 0, payee: 1, amount: 2 }, width: [3, 3] }
const barclaycard = (width: number): Layout => ({
  bank: 'Barclaycard',
  columns: { date: 0, payee: 1, in: 5, out: 6, about: [2, 3, 4], namedCurrency: null },
  width: [7, width],
})

const isSum = (cell: string | undefined): boolean => readWritten(cell ?? '') !== null

/**
 * The layout of a table without headings, by the look of a row: HSBC has a day, a text and a sum;
 * Barclaycard a day, five texts and the sum in the sixth (money in) or seventh column (spending).
 */
export function headerlessLayoutOf({ cells, broken }: CsvRecord): Layout | null {
  const text = (cells[1] ?? '').trim()
  if (broken || readDay(cells[0] ?? '') === null || text === '' || isSum(text)) return null
  if (cells.length === 3 && isSum(cells[2])) return hsbc
  const sums = [cells[5], cells[6]].filter(isSum).length
  return (cells.length === 7 || cells.length === 8) && sums === 1 ? barclaycard(cells.length) : null
}

const cardName = /amex|american.?express|john.?lewis|partnership.?card|credit.?card|^activity\b/i
const thanks = /payment\s+(received|- thank you|thank you)|thank you for your payment/i
const fieldThenPlace = /^.{23}[ \S]\S/

/**
 * American Express and John Lewis name the same three columns as HSBC, with the signs the other way. What
 * decides: a payment with thanks (below nought on a card), else the file's name, else texts padded to 24
 * letters before the place together with more rows above nought than below.
 */
export function isCardTable(rows: readonly CsvRecord[], columns: Columns, fileName: string): boolean {
  const texts = rows.map(({ cells }) => cells[columns.payee ?? 1] ?? '')
  const ways = rows.map(({ cells }) => readWritten(cells[columns.amount ?? 2] ?? '')?.way)
  const thanked = texts.findIndex(text => thanks.test(text))
  if (thanked >= 0) return ways[thanked] === 'out'
  if (cardName.test(fileName)) return true
  const padded = texts.filter(
    text => fieldThenPlace.test(text) && / {2,}\S/.test(text.slice(0, 26)) && /\S/.test(text[24] ?? ' '),
  )
  const below = ways.filter(way => way === 'out').length
  return padded.length * 2 > texts.length && below * 2 < texts.length
}
