import { addDays, type PlainDate, plainDate } from '../kernel/days.ts'
import { minus, nothing, type Pence, readMoney, sayMoney } from '../kernel/money.ts'
import {
  choice,
  day,
  form,
  money,
  one,
  optionalDay,
  optionalText,
  type Read,
  text,
} from '../platform/forms.ts'
import type { FieldError, Typed } from '../platform/route.ts'
import type { LineDecision } from './actions/decide.ts'
import { mostLines, type Settling } from './rules/deciding.ts'
import { type Bounds, type CellName, type Cells, cellNames, isEmpty, readLine } from './rules/lines.ts'
import { readLinesCsv } from './rules/lines-csv.ts'
import { totalOf } from './rules/sums.ts'
import { type NewLine, outcomes } from './types.ts'

export const earliest = plainDate('2013-04-01')

const headForm = (today: PlainDate) =>
  form({
    supplier: text({ missing: 'Enter the supplier’s name', most: 120, called: 'The name' }),
    theirs: text({ missing: 'Enter the number on the invoice', most: 60, called: 'The number' }),
    dated: day({
      missing: 'Enter the date of the invoice',
      called: 'The date',
      from: earliest,
      until: today,
      tooLate: 'The date of the invoice cannot be in the future',
    }),
    from: day({
      missing: 'Enter the first day that it is for',
      called: 'The first day',
      from: earliest,
      until: addDays(today, 92),
    }),
    until: day({
      missing: 'Enter the last day that it is for',
      called: 'The last day',
      from: earliest,
      until: addDays(today, 92),
    }),
    total: money({ missing: 'Enter the total of the invoice' }),
    due: optionalDay({ called: 'The day it is to be paid by', from: earliest, until: addDays(today, 366) }),
    address: optionalText({ most: 400, called: 'The address' }),
  })

/** How many rows of lines a form shows: as many as were asked for, at least one. */
export const rowsAsked = (typed: Typed): number =>
  Math.min(mostLines, Math.max(1, Number(/^\d{1,3}$/.exec(one(typed, 'rows'))?.[0] ?? 1)))

export const cellField = (cell: CellName, row: number): string => `${cell}-${row}`

const cellsAt = (typed: Typed, row: number): Cells =>
  Object.fromEntries(cellNames.map(cell => [cell, one(typed, cellField(cell, row))])) as Cells

type TypedLines = { readonly lines: readonly NewLine[]; readonly errors: readonly FieldError[] }

function typedLines(typed: Typed, bounds: Bounds): TypedLines {
  const rows = Array.from({ length: rowsAsked(typed) }, (_, place) => place + 1)
  const read = rows
    .map(row => ({ row, cells: cellsAt(typed, row) }))
    .filter(({ cells }) => !isEmpty(cells))
    .map(({ row, cells }) => ({ row, read: readLine(cells, bounds) }))
  return {
    lines: read.flatMap(({ read: found }) => ('line' in found ? [found.line] : [])),
    errors: read.flatMap(({ row, read: found }) =>
      'line' in found
        ? []
        : found.problems.map(({ cell, says }) => ({
            field: cellField(cell, row),
            says: read.length > 1 ? `Line ${row}: ${says}` : says,
          })),
    ),
  }
}

const apartBy = (total: Pence, lines: Pence): string => {
  const apart = minus(total, lines)
  return (
    `The lines come to ${sayMoney(lines)} and the total says ${sayMoney(total)}: ` +
    `${sayMoney(apart < nothing ? minus(nothing, apart) : apart)} apart. Check both on the paper`
  )
}

export type Asked = {
  readonly today: PlainDate
  readonly keys: ReadonlyMap<string, string>
  /** A file of lines; null where none came. */
  readonly csv: Uint8Array | null
}

/** An invoice as typed, with the lines of a file added, and every problem at its field. */
export function readInvoice(typed: Typed, { today, keys, csv }: Asked) {
  const head = headForm(today).read(typed)
  const bounds: Bounds = { earliest, latest: addDays(today, 92), keys }
  const own = typedLines(typed, bounds)
  const file = csv === null ? { lines: [], problems: [] } : readLinesCsv(csv, bounds)
  const errors: FieldError[] = [
    ...(head.ok ? [] : head.errors),
    ...own.errors,
    ...file.problems.map(says => ({ field: 'csv', says })),
  ]
  const lines = [...own.lines, ...file.lines]
  if (lines.length === 0 && own.errors.length === 0 && file.problems.length === 0)
    errors.push({ field: 'what-1', says: 'Enter at least one line of the invoice' })
  if (!head.ok || errors.length > 0) return { ok: false as const, errors }
  const { total, from, until } = head.value
  const sum = totalOf(lines)
  if (sum !== total) errors.push({ field: 'total', says: apartBy(total, sum) })
  if (until < from) errors.push({ field: 'until-day', says: 'The last day must be on or after the first' })
  return errors.length > 0
    ? { ok: false as const, errors }
    : { ok: true as const, value: { ...head.value, lines } }
}

export const decisionField = (name: 'decision' | 'sum' | 'because', place: number): string =>
  `${name}-${place}`

type ToDecide = { readonly place: number; readonly amount: Pence }

/** What was chosen for each line that is open; lines of which nothing was chosen are left. */
export function readDecisions(typed: Typed, open: readonly ToDecide[]): Read<readonly LineDecision[]> {
  const errors: FieldError[] = []
  const lines: LineDecision[] = []
  for (const { place, amount } of open) {
    const decision = one(typed, decisionField('decision', place))
    const because = one(typed, decisionField('because', place)).slice(0, 500)
    if (decision === 'accept') lines.push({ place, disputed: nothing, because })
    if (decision !== 'dispute') continue
    const typedSum = one(typed, decisionField('sum', place))
    const disputed = typedSum === '' ? amount : readMoney(typedSum)
    if (disputed === null || disputed <= nothing || disputed > amount)
      errors.push({
        field: decisionField('sum', place),
        says: `Enter how much of ${sayMoney(amount)} is disputed, or leave it empty for all of it`,
      })
    else lines.push({ place, disputed, because })
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: lines }
}

const settlementFields = form({
  outcome: choice(outcomes, 'Choose how it is settled'),
  because: text({
    missing: 'Say how it was settled, and with whom',
    most: 500,
    called: 'How it was settled',
  }),
})

/** How a dispute is settled; the sum is asked only where the answer needs one. */
export function readSettlement(typed: Typed): Read<Settling> {
  const read = settlementFields.read(typed)
  const outcome = one(typed, 'outcome')
  const field = outcome === 'in-part' ? 'part' : outcome === 'credit-note' ? 'credit' : null
  const sum = field === null ? nothing : readMoney(one(typed, field))
  const creditNote = one(typed, 'credit-number').slice(0, 60)
  const errors: FieldError[] = read.ok ? [] : [...read.errors]
  if (sum === null && field !== null)
    errors.push({ field, says: 'Enter an amount in pounds and pence, like 12.50' })
  if (!read.ok || errors.length > 0 || sum === null) return { ok: false, errors }
  return { ok: true, value: { ...read.value, sum, creditNote } }
}

export const paidForm = (today: PlainDate) =>
  form({
    amount: money({ missing: 'Enter how much was paid' }),
    on: day({
      missing: 'Enter the day on which it was paid',
      called: 'The day',
      from: earliest,
      until: today,
      tooLate: 'The day cannot be in the future',
    }),
  })
