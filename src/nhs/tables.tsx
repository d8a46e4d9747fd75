import { classes, type Html } from './model.ts'

export type Column = {
  readonly says: string
  /** Figures: to the right, digits below each other. */
  readonly numeric?: boolean | undefined
  /** For the screen reader only: a column of links or buttons. */
  readonly unseen?: boolean | undefined
}

export type Row = {
  readonly key: string
  readonly cells: readonly Html[]
  /** `overdue` and `needs-you` mark the row at its edge; a tag in the row must say so too. */
  readonly marked?: 'overdue' | 'needs-you' | undefined
}

const heading = (column: Column): Html =>
  column.unseen ? <span className="nhsuk-u-visually-hidden">{column.says}</span> : column.says

const Head = ({ columns }: { columns: readonly Column[] }) => (
  <thead className="nhsuk-table__head" role="rowgroup">
    <tr className="nhsuk-table__row" role="row">
      {columns.map(column => (
        <th
          key={column.says}
          className={classes('nhsuk-table__header', column.numeric && 'nhsuk-table__header--numeric')}
          scope="col"
          role="columnheader"
        >
          {heading(column)}
        </th>
      ))}
    </tr>
  </thead>
)

/** More rows than a screen shows at once: the headings stay in view. */
const isLong = (rows: readonly Row[]): boolean => rows.length > 10

/** Two columns fit a phone as they are. */
const cardsFor = (columns: readonly Column[]): boolean => columns.length > 2

/** On a phone each cell says its own heading, for the eye; screen readers have the real one. */
const Said = ({ column, cards }: { column: Column; cards: boolean }) =>
  column.unseen || !cards ? null : (
    <span className="nhsuk-table__heading" aria-hidden="true">
      {column.says}{' '}
    </span>
  )

const value = (cell: Html): Html => (typeof cell === 'string' ? cell : <span>{cell}</span>)

type CellProps = { readonly column: Column; readonly cell: Html; readonly cards: boolean }

const FirstCell = ({ column, cell, cards }: CellProps) => (
  <th className="nhsuk-table__header" scope="row" role="rowheader">
    <Said column={column} cards={cards} />
    {value(cell)}
  </th>
)

const Cell = ({ column, cell, cards }: CellProps) => (
  <td className={classes('nhsuk-table__cell', column.numeric && 'nhsuk-table__cell--numeric')} role="cell">
    <Said column={column} cards={cards} />
    {value(cell)}
  </td>
)

type RowsProps = {
  readonly columns: readonly Column[]
  readonly row: Row
  readonly look?: string | undefined
}

export const TableRow = ({ columns, row, look }: RowsProps) => (
  <tr className={classes('nhsuk-table__row', row.marked && `app-row--${row.marked}`, look)} role="row">
    {row.cells.map((cell, place) => {
      const column = columns[place] ?? { says: '' }
      return place === 0 ? (
        <FirstCell key={place} column={column} cell={cell} cards={cardsFor(columns)} />
      ) : (
        <Cell key={place} column={column} cell={cell} cards={cardsFor(columns)} />
      )
    })}
  </tr>
)

type TableProps = {
  /** What the table shows, with the period and the unit where it is of money. */
  readonly caption: Html
  readonly captionSize?: 's' | 'm' | 'l' | undefined
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** Rows below the line, such as a total. */
  readonly foot?: readonly Row[] | undefined
  /** The sentence in place of the table when it has no rows. */
  readonly empty: Html
  readonly look?: string | undefined
}

/**
 * A table. Where it is long its headings stay in view; on a phone its rows turn into cards, unless it has two
 * columns, which fit. The first cell of a row names the row. Without rows it says `empty`, under its caption.
 */
export const DataTable = ({
  caption,
  captionSize = 'm',
  columns,
  rows,
  foot = [],
  empty,
  look,
}: TableProps) =>
  rows.length === 0 ? (
    <div className="app-empty-table">
      <p className={`nhsuk-heading-${captionSize} app-empty-table__caption`}>{caption}</p>
      <p>{empty}</p>
    </div>
  ) : (
    <table
      className={classes(
        'nhsuk-table',
        cardsFor(columns) && 'nhsuk-table--responsive app-cards',
        'app-table',
        isLong(rows) && 'app-table--long',
        look,
      )}
      role="table"
    >
      <caption className={`nhsuk-table__caption nhsuk-table__caption--${captionSize}`}>{caption}</caption>
      <Head columns={columns} />
      <tbody className="nhsuk-table__body" role="rowgroup">
        {rows.map(row => (
          <TableRow key={row.key} columns={columns} row={row} />
        ))}
      </tbody>
      {foot.length === 0 ? null : (
        <tfoot className="app-table__foot nhsuk-table__body" role="rowgroup">
          {foot.map(row => (
            <TableRow key={row.key} columns={columns} row={row} look="app-row--total" />
          ))}
        </tfoot>
      )}
    </table>
  )
