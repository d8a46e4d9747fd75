import type { Moment, PlainDate } from '../../kernel/days.ts'
import { type Pence, plainMoney, plus } from '../../kernel/money.ts'
import { bankText } from './characters.ts'

/** An account in the United Kingdom: six digits of a sort code and eight of an account. */
export type BankAccount = { readonly name: string; readonly sortCode: string; readonly accountNumber: string }

/** One payment as the bank is told of it. */
export type Transfer = {
  readonly endToEndId: string
  readonly amount: Pence
  readonly to: BankAccount
  readonly leavesOn: PlainDate
  /** What the holder's statement says. */
  readonly says: string
}

export const painVersions = ['pain.001.001.09', 'pain.001.001.03'] as const
export type PainVersion = (typeof painVersions)[number]

export type PaymentFile = {
  /** At most 35 characters; the same run has the same, so that a bank can tell a file sent twice. */
  readonly messageId: string
  /** Which version of the message the payer's bank takes. */
  readonly version?: PainVersion
  readonly madeAt: Moment
  readonly payer: BankAccount
  readonly transfers: readonly Transfer[]
}

const digits = (text: string): string => text.replace(/\D/g, '')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const tag = (name: string, ...inside: readonly string[]): string => `<${name}>${inside.join('')}</${name}>`

/** Sort codes as banks in the United Kingdom are told apart in ISO 20022. */
const bank = (name: string, { sortCode }: BankAccount): string =>
  tag(
    name,
    tag(
      'FinInstnId',
      tag('ClrSysMmbId', tag('ClrSysId', tag('Cd', 'GBDSC')), tag('MmbId', digits(sortCode))),
    ),
  )
const account = (name: string, { accountNumber }: BankAccount): string =>
  tag(
    name,
    tag('Id', tag('Othr', tag('Id', digits(accountNumber)))),
    ...(name === 'DbtrAcct' ? [tag('Ccy', 'GBP')] : []),
  )
const party = (name: string, of: BankAccount, otherwise: string): string =>
  tag(name, tag('Nm', escaped(bankText(of.name, { most: 70, otherwise }))))

const transfer = (one: Transfer): string =>
  tag(
    'CdtTrfTxInf',
    tag('PmtId', tag('InstrId', one.endToEndId), tag('EndToEndId', one.endToEndId)),
    tag('Amt', `<InstdAmt Ccy="GBP">${plainMoney(one.amount)}</InstdAmt>`),
    bank('CdtrAgt', one.to),
    party('Cdtr', one.to, one.endToEndId),
    account('CdtrAcct', one.to),
    tag('RmtInf', tag('Ustrd', escaped(bankText(one.says, { most: 140, otherwise: one.endToEndId })))),
  )

const sumOf = (transfers: readonly Transfer[]): string =>
  plainMoney(plus(...transfers.map(({ amount }) => amount)))
const counted = (transfers: readonly Transfer[]): string =>
  tag('NbOfTxs', String(transfers.length)) + tag('CtrlSum', sumOf(transfers))

/** All payments that leave on one day. */
function batch(
  { messageId, payer, version }: PaymentFile,
  leaves: PlainDate,
  transfers: readonly Transfer[],
): string {
  return tag(
    'PmtInf',
    tag('PmtInfId', `${messageId}-${leaves.replaceAll('-', '')}`),
    tag('PmtMtd', 'TRF'),
    tag('BtchBookg', 'true'),
    counted(transfers),
    tag('PmtTpInf', tag('SvcLvl', tag('Cd', 'NURG'))),
    tag('ReqdExctnDt', version === 'pain.001.001.03' ? leaves : tag('Dt', leaves)),
    party('Dbtr', payer, 'PAYER'),
    account('DbtrAcct', payer),
    bank('DbtrAgt', payer),
    ...transfers.map(one => `\n${transfer(one)}`),
  )
}

/**
 * The bank's file: ISO 20022 pain.001.001.09 unless said, or .03 for banks that take it; one batch for each
 * day of leaving, ordinary (non-urgent)
 * transfers in pounds between UK accounts. The same input gives the same bytes.
 */
export function painFile(file: PaymentFile): string {
  const days = [...new Set(file.transfers.map(({ leavesOn }) => leavesOn))].sort()
  const head = tag(
    'GrpHdr',
    tag('MsgId', file.messageId),
    tag('CreDtTm', file.madeAt.slice(0, 19)),
    counted(file.transfers),
    party('InitgPty', file.payer, 'PAYER'),
  )
  const batches = days.map(day =>
    batch(
      file,
      day,
      file.transfers.filter(({ leavesOn }) => leavesOn === day),
    ),
  )
  const inside = tag('CstmrCdtTrfInitn', head, ...batches)
  const space = `urn:iso:std:iso:20022:tech:xsd:${file.version ?? 'pain.001.001.09'}`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${space}">${inside}</Document>\n`
}
