import type { PlainDate } from '../../src/kernel/days.ts'
import type { Row, SetFile } from './set.ts'
import type { Payment } from './truth.ts'

/** The formats of the set: two tables, one with a running balance, and the four standard ones. */
export const kinds = ['csv-balance', 'csv', 'ofx', 'qif', 'camt', 'mt940'] as const
export type Kind = (typeof kinds)[number]

export const endings: Record<Kind, string> = {
  'csv-balance': 'csv',
  csv: 'csv',
  ofx: 'ofx',
  qif: 'qif',
  camt: 'xml',
  mt940: 'sta',
}

type Body = Omit<SetFile, 'text'>

const pounds = (pence: number): string => (pence / 100).toFixed(2)
const comma = (pence: number): string => pounds(Math.abs(pence)).replace('.', ',')
const british = (day: PlainDate): string => day.split('-').reverse().join('/')
const compact = (day: PlainDate): string => day.replaceAll('-', '')
const title = (text: string): string =>
  text.toLowerCase().replace(/(^|\s)\S/g, letter => letter.toUpperCase())

/** What a bank writes about a payment: each format shortens and adorns it in its own way. */
export function textOf(payment: Payment, kind: Kind, early: boolean): string {
  const name = early && payment.traps.includes('changed-text') ? 'CARD AUTHORISATION' : payment.payee
  const says: Record<Kind, string> = {
    'csv-balance': `CARD PAYMENT TO ${name}`,
    csv: name,
    ofx: name.slice(0, 32),
    qif: name.slice(0, 14).trim(),
    camt: title(name),
    mt940: `${name.slice(0, 27)} GB`,
  }
  return says[kind]
}

const csv = ({ rows }: Body): string =>
  [
    'Date,Description,Amount',
    ...rows.map(({ day, text, pence }) => [british(day), text, pounds(pence)].join()),
  ]
    .join('\r\n')
    .concat('\r\n')

const csvWithBalance = ({ rows }: Body): string =>
  [
    'Date,Description,Amount,Balance',
    ...rows.map(row => [british(row.day), row.text, pounds(row.pence), pounds(row.balance)].join()),
  ]
    .join('\r\n')
    .concat('\r\n')

const qif = ({ rows }: Body): string =>
  `!Type:Bank\n${rows
    .map(({ day, pence, text, payment }) =>
      [
        `D${british(day)}`,
        `T${pounds(pence)}`,
        `P${text}`,
        ...payment.parts.flatMap((part, at) => [`SPart ${at + 1}`, `$${pounds(part)}`]),
        '^\n',
      ].join('\n'),
    )
    .join('')}`

const closingOf = ({ rows, opening }: Body): number => rows.at(-1)?.balance ?? opening

const ofx = (file: Body): string =>
  [
    'OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:UTF-8\n',
    '<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>GBP',
    `<BANKACCTFROM><BANKID>200000<ACCTID>1234${file.account.replace('A', '00')}0</BANKACCTFROM>`,
    `<BANKTRANLIST><DTSTART>${compact(file.from)}<DTEND>${compact(file.until)}`,
    ...file.rows.map(
      row =>
        `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>${compact(row.day)}<TRNAMT>${pounds(row.pence)}` +
        `<FITID>${row.bankId}<NAME>${row.text}</STMTTRN>`,
    ),
    '</BANKTRANLIST>',
    `<LEDGERBAL><BALAMT>${pounds(closingOf(file))}<DTASOF>${compact(file.until)}</LEDGERBAL>`,
    '</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n',
  ].join('\n')

const way = (pence: number): string => (pence < 0 ? 'DBIT' : 'CRDT')

const camtEntry = ({ pence, day, bankId, text }: Row): string =>
  `<Ntry><Amt Ccy="GBP">${pounds(Math.abs(pence))}</Amt><CdtDbtInd>${way(pence)}</CdtDbtInd>` +
  `<Sts>BOOK</Sts><BookgDt><Dt>${day}</Dt></BookgDt><AcctSvcrRef>${bankId}</AcctSvcrRef>` +
  `<AddtlNtryInf>${text}</AddtlNtryInf></Ntry>`

const camtBalance = (kind: string, pence: number, day: PlainDate): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp><Amt Ccy="GBP">${pounds(Math.abs(pence))}</Amt>` +
  `<CdtDbtInd>${way(pence)}</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`

const camt = (file: Body): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>',
    `<FrToDt><FrDtTm>${file.from}T00:00:00</FrDtTm><ToDtTm>${file.until}T23:59:59</ToDtTm></FrToDt>`,
    `<Acct><Id><Othr><Id>2000001234${file.account.replace('A', '00')}0</Id></Othr></Id><Ccy>GBP</Ccy></Acct>`,
    camtBalance('OPBD', file.opening, file.from),
    camtBalance('CLBD', closingOf(file), file.until),
    ...file.rows.map(camtEntry),
    '</Stmt></BkToCstmrStmt></Document>\n',
  ].join('\n')

const mark = (pence: number): string => (pence < 0 ? 'D' : 'C')
const short = (day: PlainDate): string => compact(day).slice(2)

const mt940 = (file: Body): string =>
  [
    `:20:STATEMENT\n:25:200000/1234${file.account.replace('A', '00')}0\n:28C:1/1`,
    `:60F:${mark(file.opening)}${short(file.from)}GBP${comma(file.opening)}`,
    ...file.rows.map(({ day, pence, text }) => {
      const on = `${short(day)}${short(day).slice(2)}`
      return `:61:${on}${mark(pence)}${comma(pence)}NTRFNONREF\n:86:${text}`
    }),
    `:62F:${mark(closingOf(file))}${short(file.until)}GBP${comma(closingOf(file))}\n-\n`,
  ].join('\n')

const writers: Record<Kind, (file: Body) => string> = {
  'csv-balance': csvWithBalance,
  csv,
  ofx,
  qif,
  camt,
  mt940,
}

/** A file of the set as its bank would give it. */
export const fileText = (file: Body): string => writers[file.kind](file)
