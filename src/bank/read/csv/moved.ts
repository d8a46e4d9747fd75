import { negative, type Pence } from '../../../kernel/money.ts'
import { readWritten, signed, type Written } from '../amounts.ts'
import { clean, shown } from '../texts.ts'
import type { Table } from './table.ts'

/** What a row moved, or in words why that cannot be said. */
export type Moved = Pence | string

const notSum = (cell: string): string => `${shown(cell)} is not an amount.`

const isNought = (cell: string): boolean => readWritten(cell)?.size === 0n

/**
 * Two columns, of which exactly one is filled. A nought beside a sum counts as empty, as some banks fill
 * every cell. A minus sign in the column of money out is passed over where the whole column has it, and
 * refused where only some rows do: such a row may be a payment taken back.
 */
function fromTwo(outCell: string, inCell: string, outIsNegative: boolean): Moved {
  if (outCell === '' && inCell === '') return 'The row has no amount, neither in nor out.'
  const useOut = outCell !== '' && !(isNought(outCell) && inCell !== '')
  const useIn = inCell !== '' && !(isNought(inCell) && outCell !== '')
  if (useOut && useIn) return `The row has two amounts, ${shown(outCell)} out and ${shown(inCell)} in.`
  if (!useOut && !useIn) return 'The row has no amount, neither in nor out.'
  const cell = useOut ? outCell : inCell
  const written = readWritten(cell)
  if (written === null) return notSum(cell)
  if (useIn)
    return written.way === 'out' ? `${shown(cell)} is below nought in the column of money in.` : written.size
  if (written.way === 'out' && written.by === 'sign' && !outIsNegative) {
    return `${shown(cell)} is below nought in the column of money out.`
  }
  return written.way === 'in' && written.by === 'letters'
    ? `${shown(cell)} says money in, in the column of money out.`
    : negative(written.size)
}

const outWords = /^(d|dr|debit|debits|dbit|out|paid out|money out|outgoing|withdrawal|-)$/i
const inWords = /^(c|cr|credit|credits|crdt|in|paid in|money in|incoming|deposit|\+)$/i

/** Whether a cell does nothing but say which way the money went. */
export const isMark = (cell: string): boolean => outWords.test(cell) || inWords.test(cell)

/** One column of sums without sign, and another that says which way. */
function byMark(written: Written, mark: string): Moved {
  if (outWords.test(mark))
    return written.by !== null && written.way === 'in' ? notSum(mark) : negative(written.size)
  if (inWords.test(mark))
    return written.way === 'out'
      ? `The row says ${shown(mark)} but its amount is below nought.`
      : written.size
  return mark === ''
    ? 'The row does not say whether money came in or went out.'
    : `${shown(mark)} does not say whether money came in or went out.`
}

/** Cards: spending has no sign. Money in has a minus or plus sign, or CR beside it. */
function onCard(written: Written, beside: string): Pence {
  const isIn = /^cr$/i.test(beside) || written.way === 'in' || written.way === 'out'
  return isIn ? written.size : negative(written.size)
}

/** What a row moved, by its table's layout: money in above nought, money out below. */
export function movedIn(cells: readonly string[], { layout, outIsNegative }: Table): Moved {
  const { columns } = layout
  const cell = (at: number | undefined): string => (at === undefined ? '' : clean(cells[at] ?? ''))
  if (columns.amount === undefined) return fromTwo(cell(columns.out), cell(columns.in), outIsNegative)
  const text = cell(columns.amount)
  const written = readWritten(text)
  if (written === null) return text === '' ? 'The row has no amount.' : notSum(text)
  if (layout.spendingPositive) return onCard(written, layout.markInLast ? cell(layout.width[0]) : '')
  return columns.mark === undefined ? signed(written) : byMark(written, cell(columns.mark))
}
