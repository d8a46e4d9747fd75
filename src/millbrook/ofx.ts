import type { PlainDate } from '../kernel/days.ts'
import { plainMoney } from '../kernel/money.ts'
import type { SentFile } from '../platform/route.ts'

/** A line of a bank statement: its day, pence with the sign, and what the bank writes. */
export type BankRow = readonly [day: PlainDate, pence: bigint, says: string]

type About = {
  readonly rows: readonly BankRow[]
  /** What was in the account before the first line. */
  readonly opening: bigint
  readonly sortCode: string
  readonly accountNumber: string
  readonly name: string
  readonly from: string
  readonly until: string
}

const compact = (day: string): string => day.replaceAll('-', '')
const shown = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A statement as a bank's download in OFX: the account, the period, the lines and what is left. */
export function ofxFile({ rows, opening, sortCode, accountNumber, name, from, until }: About): SentFile {
  const closing = rows.reduce((sum, [, pence]) => sum + pence, opening)
  const lines = rows.map(
    ([day, pence, says], place) =>
      `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>${compact(day)}<TRNAMT>${plainMoney(pence)}` +
      `<FITID>${compact(day)}-${place}<NAME>${shown(says)}</STMTTRN>`,
  )
  const text = [
    'OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:UTF-8\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS>',
    `<CURDEF>GBP<BANKACCTFROM><BANKID>${sortCode}<ACCTID>${accountNumber}</BANKACCTFROM>`,
    `<BANKTRANLIST><DTSTART>${compact(from)}<DTEND>${compact(until)}`,
    ...lines,
    '</BANKTRANLIST>',
    `<LEDGERBAL><BALAMT>${plainMoney(closing)}<DTASOF>${compact(until)}</LEDGERBAL>`,
    '</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>',
  ]
  return { field: 'files', name, kind: 'application/x-ofx', bytes: Buffer.from(text.join('\n'), 'utf8') }
}
