import { type Pence, plus, sayMoney } from '../kernel/money.ts'
import type { Html } from './model.ts'
import { type Column, DataTable, type Row } from './tables.tsx'

export type MoneyRow = {
  readonly key: string
  readonly says: Html
  /** A second line: what it is for, or where the figure comes from. */
  readonly about?: Html | undefined
  /** One sum for each column; null where the column does not apply to the row. */
  readonly sums: readonly (Pence | null)[]
}

type MoneyTableProps = {
  /** What it shows, with its period and unit: `What was agreed, pounds a week from 6 April 2026`. */
  readonly caption: string
  /** What the rows are, such as `For`. */
  readonly what: string
  readonly columns: readonly string[]
  readonly rows: readonly MoneyRow[]
  /** The name of the last row, which adds the columns up. Without it nothing is added up. */
  readonly total?: string | undefined
  readonly empty: Html
  readonly captionSize?: 's' | 'm' | 'l' | undefined
}

/** A sum of money in digits of one width. Below nought it says so in a sign, never by colour alone. */
export const Money = ({ sum }: { sum: Pence }) => <span className="app-money">{sayMoney(sum)}</span>

const shown = (sum: Pence | null): Html => (sum === null ? <NotGiven /> : <Money sum={sum} />)

const NotGiven = () => (
  <>
    <span aria-hidden="true">–</span>
    <span className="nhsuk-u-visually-hidden">Not applicable</span>
  </>
)

const named = ({ says, about }: MoneyRow): Html =>
  about === undefined ? (
    says
  ) : (
    <>
      {says}
      <span className="app-table__about">{about}</span>
    </>
  )

const rowOf = (row: MoneyRow): Row => ({ key: row.key, cells: [named(row), ...row.sums.map(shown)] })

function totalOf(says: string, rows: readonly MoneyRow[], columns: readonly string[]): Row {
  const sums = columns.map((_, place) => plus(...rows.flatMap(row => row.sums[place] ?? [])))
  return { key: 'total', cells: [says, ...sums.map(shown)] }
}

/** Sums of money by line, right-aligned, added up to the penny by itself where a total is asked for. */
export function MoneyTable({ what, columns, rows, total, ...said }: MoneyTableProps) {
  const heads: readonly Column[] = [{ says: what }, ...columns.map(says => ({ says, numeric: true }))]
  const foot = total === undefined ? [] : [totalOf(total, rows, columns)]
  return <DataTable {...said} columns={heads} rows={rows.map(rowOf)} foot={foot} look="app-money-table" />
}
