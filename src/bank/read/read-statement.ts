import { createHash } from 'node:crypto'
import { plainMoney } from '../../kernel/money.ts'
import { addUp } from './arithmetic.ts'
import { isCamt, readCamt } from './camt/read-camt.ts'
import { readCsv } from './csv/read-csv.ts'
import { decode } from './decode.ts'
import { documentTypeRefused, hasDocumentType, whyNotBytes, whyNotText } from './looks-like.ts'
import { isMt940, readMt940 } from './mt940/read-mt940.ts'
import { isOfx, readOfx } from './ofx/read-ofx.ts'
import { isQif, readQif } from './qif/read-qif.ts'
import type { Draft, Drafts, Format, Statement, StatementFile, StatementLine, WholeRefused } from './types.ts'

type Reader = {
  readonly format: Format
  /** Says by the beginning of the text, without the blank space before it, whether it is of this format. */
  readonly is: (beginning: string) => boolean
  readonly read: (text: string, name: string) => Drafts
}

/** Asked in this order; a table is what is left. */
const readers: readonly Reader[] = [
  { format: 'ofx', is: isOfx, read: readOfx },
  { format: 'camt.053', is: isCamt, read: readCamt },
  { format: 'mt940', is: isMt940, read: readMt940 },
  { format: 'qif', is: isQif, read: readQif },
  { format: 'csv', is: () => true, read: readCsv },
]

function finished(draft: Draft, rest: Pick<Statement, 'format' | 'source' | 'place' | 'remarks'>): Statement {
  return {
    account: draft.account,
    currency: draft.currency,
    opening: draft.opening,
    closing: draft.closing,
    lines: draft.lines,
    refused: draft.refused,
    period: draft.period ?? null,
    comparable: draft.comparable ?? true,
    newestFirst: draft.newestFirst ?? false,
    ...addUp(draft),
    ...rest,
    remarks: [...rest.remarks, ...(draft.remarks ?? [])],
  }
}

const damaged =
  'Some letters of the file were lost before it came to us, perhaps because it was saved by another program.'

function readText(text: string, bytes: Uint8Array, file: string): StatementFile | WholeRefused {
  const whole = (why: string): WholeRefused => ({ refusedWhole: true, file, why })
  const why = whyNotText(text)
  if (why !== null) return whole(why)
  if (text.trimStart().startsWith('<') && hasDocumentType(text)) return whole(documentTypeRefused)
  const beginning = text.trimStart().slice(0, 8192)
  const reader = readers.find(one => one.is(beginning))
  const drafts = reader?.read(text, file) ?? 'The file is not a statement that can be read.'
  if (typeof drafts === 'string' || reader === undefined) return whole(String(drafts))
  const source = createHash('sha256').update(bytes).digest('hex')
  const remarks = text.includes('\ufffd') ? [damaged] : []
  const statements = drafts.map((draft, place) =>
    finished(draft, { format: reader.format, source, place, remarks }),
  )
  return { file, format: reader.format, statements }
}

/**
 * Reads a bank's statement file of any kept format, found out by its content, never by its name. Never
 * throws: a file that is no statement is refused whole with one sentence, a row that cannot be read is named
 * in `refused` and the rest is read. Source of every rule: `README.md` beside this file.
 */
export function readStatement(bytes: Uint8Array, fileName: string): StatementFile | WholeRefused {
  const why = whyNotBytes(bytes)
  if (why !== null) return { refusedWhole: true, file: fileName, why }
  return readText(decode(bytes).replace(/^(\ufeff|\u00ef\u00bb\u00bf)/, ''), bytes, fileName)
}

const money = (sum: bigint | null): string | null => (sum === null ? null : plainMoney(sum))

/** A line as files and other programs get it: sums are texts with two decimals. */
export const lineAsJson = (line: StatementLine) => ({
  date: line.date,
  amount: plainMoney(line.amount),
  payee: line.payee,
  memo: line.memo,
  reference: line.reference,
  bankId: line.bankId,
  balance: money(line.balance),
})

const statementAsJson = (one: Statement) => ({
  account: one.account,
  currency: one.currency,
  opening: money(one.opening),
  closing: money(one.closing),
  lines: one.lines.map(lineAsJson),
  refused: one.refused.map(({ line, why }) => ({ line, why })),
  arithmetic: one.arithmetic,
  outBy: money(one.outBy),
})

/** The object that `statement read --json` prints. */
export const asJson = (read: StatementFile) => ({
  file: read.file,
  format: read.format,
  statements: read.statements.map(statementAsJson),
})
