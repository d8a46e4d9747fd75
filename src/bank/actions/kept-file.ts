import { plainMoney } from '../../kernel/money.ts'
import type { SentFile } from '../../platform/route.ts'
import type { LeftOut } from '../merge/types.ts'
import type { Statement } from '../read/types.ts'

type Part = { readonly statement: Statement; readonly leftOut: readonly LeftOut[] }

// A spreadsheet takes a text that begins so for a formula and runs it: an apostrophe makes it a text again.
const cell = (text: string): string => {
  const harmless = /^[=+@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

function rowsOf({ statement, leftOut }: Part): readonly string[] {
  const rows: string[] = []
  for (let at = 0; at <= statement.lines.length; at += 1) {
    const gap = leftOut.find(({ after }) => after === at)
    if (gap !== undefined)
      rows.push(['', `${gap.many} lines left out`, '', '', plainMoney(gap.sum)].map(cell).join(','))
    const line = statement.lines[at]
    if (line !== undefined)
      rows.push(
        [line.date, line.payee, line.memo, line.reference, plainMoney(line.amount)].map(cell).join(','),
      )
  }
  return rows
}

/** What is kept in place of the bank’s file: the chosen lines, and between them how many were left out. */
export function keptFile(name: string, parts: readonly Part[]): SentFile {
  const head = 'Day,Payee,Memo,Reference,Amount'
  const text = [head, ...parts.flatMap(rowsOf)].map(row => `${row}\r\n`).join('')
  return { field: 'files', name, kind: 'text/csv', bytes: Buffer.from(text, 'utf8') }
}
