/** What a cell holds: a text, or a number as it is to be added up. */
export type Cell = string | number | null

// A spreadsheet runs a cell that begins like this as a formula: a name typed by a stranger must not.
const runs = /^[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/

function written(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = runs.test(cell.trimStart()) || runs.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * Rows as CSV that a spreadsheet opens as they are: marked as UTF-8, each line ended, no text taken for a
 * formula.
 */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map(row => `${row.map(written).join(',')}\r\n`).join('')}`
