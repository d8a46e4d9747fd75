import { nothing, type Pence, plus } from '../../kernel/money.ts'
import { spanOf } from '../merge/evidence.ts'
import type { LeftOut } from '../merge/types.ts'
import type { Statement, StatementLine } from '../read/types.ts'

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

/**
 * What a line is known by when another statement shows it again, the surest first: the bank's id, the running
 * balance, and day, sum and text, of equal ones which. Whoever keeps these hashes them with a key first.
 */
export function marksOf({
  lines,
  format,
}: Pick<Statement, 'lines' | 'format'>): readonly (readonly string[])[] {
  const seen = new Map<string, number>()
  return lines.map(({ date, amount, payee, memo, reference, bankId, balance }) => {
    const text = `text|${date}|${amount}|${plain(`${payee}|${memo}|${reference}`)}`
    const which = (seen.get(text) ?? 0) + 1
    seen.set(text, which)
    return [
      ...(bankId === null ? [] : [`id|${format}|${bankId}|${amount}`]),
      ...(balance === null ? [] : [`balance|${date}|${amount}|${balance}`]),
      `${text}|${which}`,
    ]
  })
}

/** What was chosen of a line before, by its surest mark that is known; null where it must be asked. */
export const chosenBefore = (
  marks: readonly string[],
  chosen: ReadonlyMap<string, boolean>,
): boolean | null => {
  const known = marks.find(mark => chosen.has(mark))
  return known === undefined ? null : (chosen.get(known) ?? null)
}

/**
 * A statement with only the lines at these places (from 0), and what was left out between them. What it
 * says of
 * its days and balances stays, so that opening, kept lines and sums left out still come to the closing
 * balance.
 * Rows that could not be read keep their place and lose their words.
 */
export function keepOnly(
  statement: Statement,
  keep: ReadonlySet<number>,
): { readonly statement: Statement; readonly leftOut: readonly LeftOut[] } {
  const lines: StatementLine[] = []
  const leftOut: LeftOut[] = []
  for (const [place, line] of statement.lines.entries()) {
    if (keep.has(place)) {
      lines.push(line)
      continue
    }
    const last = leftOut.at(-1)
    if (last?.after === lines.length)
      leftOut.splice(-1, 1, { ...last, many: last.many + 1, sum: plus(last.sum, line.amount) })
    else leftOut.push({ after: lines.length, many: 1, sum: line.amount })
  }
  const speaks = statement.opening !== null || statement.closing !== null
  const period = statement.period ?? (speaks ? spanOf(statement) : null)
  const refused = statement.refused.map(({ line }) => ({ line, why: 'This row could not be read.' }))
  return { statement: { ...statement, lines, period, refused }, leftOut }
}

/** What the kept lines and those left out came to together: the closing balance less the opening one. */
export const sumWith = (lines: readonly { readonly amount: Pence }[], leftOut: readonly LeftOut[]): Pence =>
  plus(nothing, ...lines.map(({ amount }) => amount), ...leftOut.map(({ sum }) => sum))

/** How many lines were left out. */
export const manyIn = (leftOut: readonly Pick<LeftOut, 'many'>[]): number =>
  leftOut.reduce((sum, { many }) => sum + many, 0)
