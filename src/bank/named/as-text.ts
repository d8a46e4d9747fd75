import type { PlainDate } from '../../kernel/days.ts'
import type { Pence } from '../../kernel/money.ts'
import type { Statement, StatementLine } from '../read/types.ts'

type Row = readonly [PlainDate, string, string, string, string, string | null, string | null]

const said = (sum: bigint | null): string | null => (sum === null ? null : sum.toString())
const sum = (text: string | null): Pence | null => (text === null ? null : (BigInt(text) as Pence))

const rowOf = (line: StatementLine): Row => [
  line.date,
  line.amount.toString(),
  line.payee,
  line.memo,
  line.reference,
  line.bankId,
  said(line.balance),
]

const lineOf = ([date, amount, payee, memo, reference, bankId, balance]: Row): StatementLine => ({
  date,
  amount: BigInt(amount) as Pence,
  payee,
  memo,
  reference,
  bankId,
  balance: sum(balance),
})

/** A statement as it is kept in the database: one text, rows as lists, sums as whole pence. */
export const statementAsText = ({ lines, opening, closing, outBy, ...rest }: Statement): string =>
  JSON.stringify({
    ...rest,
    opening: said(opening),
    closing: said(closing),
    outBy: said(outBy),
    rows: lines.map(rowOf),
  })

type Kept = Omit<Statement, 'lines' | 'opening' | 'closing' | 'outBy'> & {
  readonly opening: string | null
  readonly closing: string | null
  readonly outBy: string | null
  readonly rows: readonly Row[]
}

/** The statement again, from the text that was kept of it. */
export function statementFromText(text: string): Statement {
  const { rows, opening, closing, outBy, ...rest } = JSON.parse(text) as Kept
  return {
    ...rest,
    opening: sum(opening),
    closing: sum(closing),
    outBy: sum(outBy),
    lines: rows.map(lineOf),
  }
}
