import { recordsOf } from '../../kernel/csv-records.ts'
import type { NewLine } from '../types.ts'
import { type Bounds, type CellName, type Cells, cellNames, isEmpty, readLine } from './lines.ts'

/** Other names that people give the columns. */
const called: Readonly<Record<string, CellName>> = {
  what: 'what',
  description: 'what',
  service: 'what',
  on: 'on',
  date: 'on',
  day: 'on',
  from: 'from',
  start: 'from',
  to: 'to',
  until: 'to',
  end: 'to',
  units: 'units',
  quantity: 'units',
  hours: 'units',
  unit: 'unit',
  rate: 'rate',
  price: 'rate',
  amount: 'amount',
  total: 'amount',
  line: 'line',
  'plan line': 'line',
}
const needed = ['what', 'on', 'units', 'unit', 'rate'] as const satisfies readonly CellName[]
const mostProblems = 20

type Read = { readonly lines: readonly NewLine[]; readonly problems: readonly string[] }

/**
 * The lines of a CSV, whose first row names the columns: date, from, to, what, units, unit, rate, amount,
 * line. All of them or none: every row that cannot be read is named with its line in the file.
 */
export function readLinesCsv(bytes: Uint8Array, bounds: Bounds): Read {
  const text = new TextDecoder().decode(bytes).replace(/^\uFEFF/, '')
  const delimiter = /^[^\r\n]*;/.test(text) && !/^[^\r\n]*,/.test(text) ? ';' : ','
  const [head, ...rows] = [...recordsOf(text, delimiter)].filter(row =>
    row.cells.some(cell => cell.trim() !== ''),
  )
  const columns = (head?.cells ?? []).map(cell => called[cell.trim().toLowerCase()])
  const missing = needed.filter(name => !columns.includes(name))
  if (missing.length > 0)
    return { lines: [], problems: [`The first row must name the columns. Missing: ${missing.join(', ')}`] }
  const read = rows.map(row => ({ row, cells: cellsOf(columns, row.cells) }))
  const all = read
    .filter(({ cells }) => !isEmpty(cells))
    .map(({ row, cells }) => ({ at: row.line, read: readLine(cells, bounds) }))
  const problems = all.flatMap(({ at, read: one }) =>
    'problems' in one ? one.problems.map(({ says }) => `Line ${at} of the file: ${says}`) : [],
  )
  if (all.length === 0) return { lines: [], problems: ['The file holds no lines under its first row'] }
  return {
    lines: all.flatMap(({ read: one }) => ('line' in one ? [one.line] : [])),
    problems:
      problems.length > mostProblems
        ? [...problems.slice(0, mostProblems), `And ${problems.length - mostProblems} more`]
        : problems,
  }
}

function cellsOf(columns: readonly (CellName | undefined)[], values: readonly string[]): Cells {
  const cells = Object.fromEntries(cellNames.map(name => [name, ''])) as Record<CellName, string>
  columns.forEach((name, place) => {
    if (name !== undefined && cells[name] === '') cells[name] = values[place] ?? ''
  })
  return { ...cells, line: cells.line.trim() || 'none' }
}
