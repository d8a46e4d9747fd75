import { plainMoney } from '../kernel/money.ts'
import type { SentFile } from '../platform/route.ts'

/** A row of an invented statement: `2026-05-04`, pence with the sign, and what the bank writes. */
export type ExampleRow = readonly [day: string, pence: bigint, says: string]

type About = {
  readonly rows: readonly ExampleRow[]
  readonly opening?: bigint
  /** An invented account; its last four digits are those of `anAccount` of agreements unless said. */
  readonly accountNumber?: string
  readonly sortCode?: string
  readonly currency?: string
  readonly name?: string
  readonly from?: string
  readonly until?: string
}

const compact = (day: string): string => day.replaceAll('-', '')
const shown = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const sent = (name: string, text: string): SentFile => ({
  field: 'files',
  name,
  kind: 'application/octet-stream',
  bytes: Buffer.from(text, 'utf8'),
})

/** A statement as a bank's OFX download, built in code, with account, period and closing balance. */
export function anOfxFile({
  rows,
  opening = 0n,
  accountNumber = '12341234',
  sortCode = '000001',
  currency = 'GBP',
  name = 'statement.ofx',
  from = rows[0]?.[0] ?? '2026-05-01',
  until = rows.at(-1)?.[0] ?? from,
}: About): SentFile {
  const closing = rows.reduce((sum, [, pence]) => sum + pence, opening)
  const lines = rows.map(
    ([day, pence, says], place) =>
      `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>${compact(day)}<TRNAMT>${plainMoney(pence)}` +
      `<FITID>${compact(day)}-${place}<NAME>${shown(says)}</STMTTRN>`,
  )
  const text = [
    'OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:UTF-8\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS>',
    `<CURDEF>${currency}<BANKACCTFROM><BANKID>${sortCode}<ACCTID>${accountNumber}</BANKACCTFROM>`,
    `<BANKTRANLIST><DTSTART>${compact(from)}<DTEND>${compact(until)}`,
    ...lines,
    '</BANKTRANLIST>',
    `<LEDGERBAL><BALAMT>${plainMoney(closing)}<DTASOF>${compact(until)}</LEDGERBAL>`,
    '</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>',
  ]
  return sent(name, text.join('\n'))
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
const slashed = (day: string): string => day.split('-').reverse().join('/')

/** A statement as a table with a running balance, oldest first, built in code. It names no account. */
export function aStatementFile({ rows, opening = 0n, name = 'statement.csv' }: About): SentFile {
  let balance = opening
  const lines = rows.map(([day, pence, says]) => {
    balance += pence
    return [slashed(day), quoted(says), plainMoney(pence), plainMoney(balance)].join(',')
  })
  return sent(name, `${['Date,Description,Amount,Balance', ...lines].join('\r\n')}\r\n`)
}
