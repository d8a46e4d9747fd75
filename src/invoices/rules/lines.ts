import { dayOf, type PlainDate, sayShortDay } from '../../kernel/days.ts'
import {
  costOf,
  nothing,
  type Pence,
  readMoney,
  readThousandths,
  sayMoney,
  sayThousandths,
  type Thousandths,
} from '../../kernel/money.ts'
import { type InvoiceUnit, invoiceUnits, type NewLine } from '../types.ts'
import { readTime } from './spans.ts'

/** The cells of a line, as somebody typed them or as a file of lines holds them. */
export const cellNames = ['what', 'on', 'from', 'to', 'units', 'unit', 'rate', 'amount', 'line'] as const
export type CellName = (typeof cellNames)[number]
export type Cells = Readonly<Record<CellName, string>>
export type CellProblem = { readonly cell: CellName; readonly says: string }
type Read = { readonly line: NewLine } | { readonly problems: readonly CellProblem[] }

/** A day as people write it: `04/05/2026`, `4.5.2026`, `4 5 2026` or `2026-05-04`; null for anything else. */
export function readDay(typed: string): PlainDate | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed.trim())
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const said = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(typed.trim())
  return said ? dayOf(Number(said[3]), Number(said[2]), Number(said[1])) : null
}

export type Bounds = {
  readonly earliest: PlainDate
  readonly latest: PlainDate
  readonly keys: ReadonlyMap<string, string>
}

const none = 'none'
/** The key of a line of the plan, by its key or its name; null for `none`, undefined for anything else. */
function keyOf(typed: string, keys: Bounds['keys']): string | null | undefined {
  const sought = typed.trim().toLowerCase()
  if (sought === none) return null
  for (const [key, says] of keys) if (key === sought || says.toLowerCase() === sought) return key
  return undefined
}

const unitOf = (typed: string): InvoiceUnit | undefined => {
  const sought = typed.trim().toLowerCase()
  return invoiceUnits.find(unit => unit === sought || `${unit}s` === sought)
}

const most = 100_000_000n
const inside = (value: bigint | null): boolean => value !== null && value > 0n && value <= most

function problemsOf(
  cells: Cells,
  found: ReturnType<typeof valuesOf>,
  { earliest, latest }: Bounds,
): readonly CellProblem[] {
  const { on, begins, ends, units, unit, rate, amount, key } = found
  const half = (cells.from.trim() === '') !== (cells.to.trim() === '')
  const worth = inside(units) && inside(rate) ? costOf(units as Thousandths, rate as Pence) : null
  const checks: readonly (readonly [boolean, CellName, string])[] = [
    [cells.what.trim() === '', 'what', 'Say what it is for'],
    [[...cells.what.trim()].length > 200, 'what', 'What it is for must be 200 characters or fewer'],
    [
      /[\u0000-\u0008\u000b-\u001f\u007f]/.test(cells.what) || !cells.what.isWellFormed(),
      'what',
      'What it is for holds a character that cannot be shown',
    ],
    [on === null, 'on', 'Enter the day, like 04/05/2026'],
    [
      on !== null && (on < earliest || on > latest),
      'on',
      `Enter a day from ${sayShortDay(earliest)} to ${sayShortDay(latest)}`,
    ],
    [half, cells.from.trim() === '' ? 'from' : 'to', 'Enter both times, or leave both out'],
    [cells.from.trim() !== '' && begins === null, 'from', 'Enter the time as hours and minutes, like 09:30'],
    [cells.to.trim() !== '' && ends === null, 'to', 'Enter the time as hours and minutes, like 11:00'],
    [!inside(units), 'units', 'Enter how many, as a number above nought, like 3 or 7.5'],
    [unit === undefined, 'unit', `Choose what is counted: ${invoiceUnits.join(', ')}`],
    [!inside(rate), 'rate', 'Enter the rate for one in pounds and pence, like 21.50'],
    [
      cells.amount.trim() !== '' && amount === null,
      'amount',
      'Enter the amount in pounds and pence, like 64.50',
    ],
    [worth === nothing, 'amount', 'The line comes to nothing'],
    [worth !== null && amount !== null && worth !== amount, 'amount', wrongSum(found, worth)],
    [key === undefined, 'line', 'Choose the line of the plan that it belongs to, or none'],
  ]
  return checks.filter(([so]) => so).map(([, cell, says]) => ({ cell, says }))
}

const wrongSum = ({ units, rate, amount }: ReturnType<typeof valuesOf>, worth: Pence | null): string =>
  `${sayThousandths(units ?? 0n)} x ${sayMoney(rate ?? nothing)} comes to ${sayMoney(worth ?? nothing)}, ` +
  `not ${sayMoney(amount ?? nothing)}. Check all three on the paper`

const valuesOf = (cells: Cells, { keys }: Bounds) => ({
  on: readDay(cells.on),
  begins: readTime(cells.from),
  ends: readTime(cells.to),
  units: readThousandths(cells.units),
  unit: unitOf(cells.unit),
  rate: readMoney(cells.rate),
  amount: readMoney(cells.amount),
  key: keyOf(cells.line, keys),
})

/** A line out of its cells, or every problem at its cell. An amount that is left out is units x rate. */
export function readLine(cells: Cells, bounds: Bounds): Read {
  const found = valuesOf(cells, bounds)
  const problems = problemsOf(cells, found, bounds)
  const { on, units, unit, rate, key } = found
  if (problems.length > 0 || on === null || units === null || unit === undefined || rate === null)
    return { problems }
  return {
    line: {
      says: cells.what.trim(),
      on,
      begins: found.begins,
      ends: found.ends,
      units,
      unit,
      rate,
      amount: costOf(units, rate),
      lineKey: key ?? null,
    },
  }
}

export const isEmpty = (cells: Cells): boolean =>
  cellNames.every(name => name === 'unit' || name === 'line' || cells[name].trim() === '')
