import { isBlank, recordsOf } from '../../kernel/csv-records.ts'
import { dayOf, type PlainDate, readPlainDate } from '../../kernel/days.ts'
import { type Pence, readMoney } from '../../kernel/money.ts'

/** Why one row of a list that was paid by hand was not taken, in words for whoever sent it. */
export const markSays = {
  'too-few-cells': 'The row has fewer cells than the heading',
  'no-such-payment': 'No payment of this run has this reference',
  'twice-in-this-file': 'There is another row for this payment in the file',
  'day-missing': 'It has the bank’s reference but not the day on which it was paid',
  'day-unreadable': 'The day on which it was paid is not a day, like 2026-11-30 or 30/11/2026',
  'before-it-was-released': 'It cannot have been paid before the run was released',
  'in-the-future': 'The day on which it was paid is in the future',
  'bank-reference-missing': 'It has a day but not the reference that the bank gave',
  'bank-reference-too-long': 'The bank’s reference has more than 60 letters',
  'amount-unreadable': 'The amount is not a sum in pounds and pence, like 412.60',
  'amount-differs': 'The amount is not the amount of this payment',
  'in-a-file': 'This payment is in a file for the bank. Give that file up first, or it could be paid twice',
  'paid-otherwise': 'It was noted before as paid by hand, on another day or with another reference',
  'came-back': 'This payment came back: it is in the next run',
} as const
export type MarkProblem = keyof typeof markSays

/** What is known of a payment of the run that a row may be about. */
export type Markable = {
  readonly endToEndId: string
  readonly amount: Pence
  readonly inFile: boolean
  readonly returned: boolean
  /** How it was paid by hand; null where it was not. */
  readonly byHand: { readonly on: PlainDate; readonly reference: string } | null
}
export type Mark = { readonly endToEndId: string; readonly on: PlainDate; readonly bankReference: string }
export type RefusedMark = {
  readonly line: number
  readonly cells: string
  readonly because: readonly MarkProblem[]
}
export type MarksRead =
  | {
      readonly ok: true
      readonly marks: readonly Mark[]
      readonly refused: readonly RefusedMark[]
      /** Rows about what was noted before, in the same words. */
      readonly already: number
      /** Rows without a day and without the bank's reference: not paid yet. */
      readonly open: number
    }
  | { readonly ok: false; readonly because: 'empty' | 'columns-missing'; readonly missing: readonly string[] }

const needed = ['reference', 'paid_on', 'bank_reference'] as const
type Name = (typeof needed)[number] | 'amount_gbp'
type CellOf = (name: Name) => string

/** A day as it is typed into a table: `2026-11-30` or `30/11/2026`. */
function readDay(text: string): PlainDate | null {
  const [, d, m, y] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  return y === undefined ? readPlainDate(text) : dayOf(Number(y), Number(m), Number(d))
}

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')

function delimiterOf(text: string): string {
  const line = text.slice(0, text.search(/[\r\n]|$/))
  return line.includes(';') && !line.includes(',') ? ';' : line.includes('\t') ? '\t' : ','
}

export type MarkDays = { readonly releasedOn: PlainDate; readonly today: PlainDate }

function aboutDay(text: string, { releasedOn, today }: MarkDays): readonly MarkProblem[] {
  if (text === '') return ['day-missing']
  const on = readDay(text)
  if (on === null) return ['day-unreadable']
  if (on < releasedOn) return ['before-it-was-released']
  return on > today ? ['in-the-future'] : []
}

function aboutReference(text: string): readonly MarkProblem[] {
  if (text === '') return ['bank-reference-missing']
  return text.length > 60 ? ['bank-reference-too-long'] : []
}

function aboutAmount(text: string, payment: Markable): readonly MarkProblem[] {
  if (text === '') return []
  const amount = readMoney(text)
  if (amount === null) return ['amount-unreadable']
  return amount === payment.amount ? [] : ['amount-differs']
}

const sameMark = ({ byHand }: Markable, cell: CellOf): boolean =>
  byHand !== null && byHand.on === readDay(cell('paid_on')) && byHand.reference === cell('bank_reference')

function problemsOf(cell: CellOf, payment: Markable | undefined, days: MarkDays): readonly MarkProblem[] {
  const own = [...aboutDay(cell('paid_on'), days), ...aboutReference(cell('bank_reference'))]
  if (payment === undefined) return ['no-such-payment', ...own]
  return [
    ...own,
    ...aboutAmount(cell('amount_gbp'), payment),
    ...(payment.inFile ? (['in-a-file'] as const) : []),
    ...(payment.byHand === null ? [] : (['paid-otherwise'] as const)),
    ...(payment.returned ? (['came-back'] as const) : []),
  ]
}

/** A spreadsheet's text mark is taken off, as our own list puts one before what looks like a formula. */
const bare = (text: string): string => text.trim().replace(/^'/, '')
const keyOf = (text: string): string => text.toUpperCase().replaceAll(/\s+/g, '')

/**
 * Reads the list of a run to pay by hand as it comes back, with the day and the bank's reference of each
 * payment: what is right is taken, each row that is not is set apart with every reason, rows without a day
 * and reference are not paid yet, the total's row is nobody's. A table of three columns (reference, paid_on,
 * bank_reference) will do. Refuses a file without rows or columns. Never throws on anything typed.
 */
export function readMarks(file: string, payments: readonly Markable[], days: MarkDays): MarksRead {
  const text = file.replace(/^\uFEFF/, '')
  const [heading, ...records] = [...recordsOf(text, delimiterOf(text))].filter(one => !isBlank(one))
  if (heading === undefined) return { ok: false, because: 'empty', missing: [] }
  const names = heading.cells.map(plain)
  const missing = needed.filter(name => !names.includes(name))
  if (missing.length > 0) return { ok: false, because: 'columns-missing', missing }
  const known = new Map(payments.map(one => [keyOf(one.endToEndId), one]))
  const [marks, refused] = [new Map<string, Mark>(), [] as RefusedMark[]]
  let [already, open] = [0, 0]
  for (const { cells, line, broken } of records) {
    const cell: CellOf = name => bare(cells[names.indexOf(name)] ?? '')
    const refuse = (because: readonly MarkProblem[]) =>
      refused.push({ line, cells: cells.join(' | ').slice(0, 300), because })
    const key = keyOf(cell('reference'))
    const payment = known.get(key)
    if (broken || cells.length < names.length) refuse(['too-few-cells'])
    else if (key === '' && /^total to pay/i.test(cells[0] ?? '')) continue
    else if (payment !== undefined && sameMark(payment, cell)) already += 1
    else if (cell('paid_on') === '' && cell('bank_reference') === '' && payment !== undefined) open += 1
    else {
      const because = [
        ...problemsOf(cell, payment, days),
        ...(marks.has(key) ? (['twice-in-this-file'] as const) : []),
      ]
      const on = readDay(cell('paid_on'))
      if (because.length > 0 || on === null || payment === undefined) refuse(because)
      else marks.set(key, { endToEndId: payment.endToEndId, on, bankReference: cell('bank_reference') })
    }
  }
  return { ok: true, marks: [...marks.values()], refused, already, open }
}

/** The same as a line of a report. */
export const sayMark = ({ because }: Pick<RefusedMark, 'because'>): string =>
  because.map(one => markSays[one]).join('. ')
