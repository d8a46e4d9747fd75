import type { PlainDate } from '../../../kernel/days.ts'
import type { Pence } from '../../../kernel/money.ts'
import { readOfxAmount } from '../amounts.ts'
import { readWrittenDay } from '../dates.ts'
import { clean, joined, lineCounter, shown, visibleEnd } from '../texts.ts'
import type { AccountNumbers, Draft, Drafts, RefusedRow, StatementLine } from '../types.ts'
import { tokensOf } from './tokens.ts'

type Values = Map<string, string>
type Payment = { readonly at: number; readonly values: Values; whole: boolean; readonly pending: boolean }
type Found = { readonly values: Values; readonly payments: Payment[] }

/** An old header, or the OFX element after an XML declaration. */
export const isOfx = (text: string): boolean =>
  /^\s*OFXHEADER\s*[:=]/i.test(text) ||
  (/^\s*</.test(text) && /<OFX[\s>]/i.test(text.replace(/"[^"]*"/g, '')))

/**
 * Values are kept under the group they stand in, so that the other side's account is never taken for ours.
 */
const keyIn = (group: string, name: string): string =>
  /^(CC)?STMTRS$|^STMTTRNP?$/.test(group) ? name : `${group}/${name}`

class Gatherer {
  readonly found: Found[] = []
  readonly #groups: string[] = []
  #payment: Payment | null = null

  open(name: string, at: number): void {
    if (/^(CC)?STMTRS$/.test(name)) this.found.push({ values: new Map(), payments: [] })
    if (/^STMTTRNP?$/.test(name)) {
      if (this.#payment) this.#payment.whole = true
      this.#payment = { at, values: new Map(), whole: false, pending: name === 'STMTTRNP' }
      this.found.at(-1)?.payments.push(this.#payment)
    }
    this.#groups.push(name)
  }

  close(name: string): void {
    const at = this.#groups.lastIndexOf(name)
    if (at >= 0) this.#groups.length = at
    if (/^(STMTTRNP?|BANKTRANLISTP?)$/.test(name)) {
      if (this.#payment) this.#payment.whole = true
      this.#payment = null
    }
  }

  value(name: string, text: string): void {
    const values = this.#payment?.values ?? this.found.at(-1)?.values
    const key = keyIn(this.#groups.at(-1) ?? '', name)
    if (values && !values.has(key)) values.set(key, text)
  }
}

function gather(text: string): readonly Found[] {
  const gatherer = new Gatherer()
  for (const token of tokensOf(text)) {
    if (token.kind === 'value') gatherer.value(token.name, token.text)
    else if (token.kind === 'open') gatherer.open(token.name, token.at)
    else gatherer.close(token.name)
  }
  return gatherer.found
}

/** Sums have a decimal comma where some sum of the file has one and none has a point. */
function writesCommas(found: readonly Found[]): boolean {
  const sums = found.flatMap(one => [
    one.values.get('LEDGERBAL/BALAMT') ?? '',
    ...one.payments.map(payment => payment.values.get('TRNAMT') ?? ''),
  ])
  return sums.some(sum => /^[+-]?\d+,\d{2}$/.test(sum)) && !sums.some(sum => sum.includes('.'))
}

type Setting = {
  readonly commas: boolean
  readonly lineAt: (at: number) => number
  readonly currency: string
}

function whyNotLine(payment: Payment, setting: Setting): string | null {
  const { values } = payment
  if (payment.pending) return 'The payment is pending, so it is not a line yet.'
  if (!payment.whole) return 'The file breaks off in the middle of this payment.'
  const posted = values.get('DTPOSTED') ?? ''
  if (readWrittenDay(posted) === null)
    return posted === '' ? 'The payment has no date.' : `${shown(posted)} is not a day of the calendar.`
  const sum = values.get('TRNAMT') ?? ''
  if (readOfxAmount(sum, setting.commas) === null)
    return sum === '' ? 'The payment has no amount.' : `${shown(sum)} is not an amount.`
  const other = values.get('CURRENCY/CURSYM')
  return other && other !== setting.currency ? `The amount is in another currency (${other}).` : null
}

function lineOf(payment: Payment, setting: Setting): StatementLine | RefusedRow {
  const why = whyNotLine(payment, setting)
  if (why !== null) return { line: setting.lineAt(payment.at), why }
  const text = (key: string): string => clean(payment.values.get(key) ?? '')
  const name = text('NAME') || text('PAYEE/NAME')
  return {
    date: readWrittenDay(text('DTPOSTED')) as PlainDate,
    amount: readOfxAmount(text('TRNAMT'), setting.commas) as Pence,
    payee: name || text('MEMO'),
    memo: joined(name ? text('MEMO') : '', text('EXTDNAME')),
    reference: joined(text('CHECKNUM'), text('REFNUM')),
    bankId: text('FITID') || null,
    balance: null,
  }
}

function accountOf(values: Values): AccountNumbers | null {
  const number = values.get('BANKACCTFROM/ACCTID') ?? values.get('CCACCTFROM/ACCTID') ?? ''
  const bank = clean(values.get('BANKACCTFROM/BANKID') ?? '')
  if (number === '' && bank === '') return null
  const iban = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(number) ? number : null
  return { sortCode: /^[\d -]+$/.test(bank) ? bank : null, accountNumber: visibleEnd(number), iban }
}

function draftOf(found: Found, commas: boolean, lineAt: (at: number) => number): Draft {
  const { values } = found
  const currency = clean(values.get('CURDEF') ?? '').toUpperCase() || 'GBP'
  const read = found.payments.map(payment => lineOf(payment, { commas, lineAt, currency }))
  const from = readWrittenDay(values.get('BANKTRANLIST/DTSTART') ?? '')
  const to = readWrittenDay(values.get('BANKTRANLIST/DTEND') ?? '')
  return {
    account: accountOf(values),
    currency,
    opening: null,
    closing: readOfxAmount(values.get('LEDGERBAL/BALAMT') ?? '', commas),
    lines: read.filter(one => 'date' in one),
    refused: read.filter(one => 'why' in one),
    period: from && to && from <= to ? { from, to } : null,
  }
}

/** Reads OFX 1 and 2: one statement for each account. The opening balance is not stated, so it is null. */
export function readOfx(text: string): Drafts {
  const found = /<(CC)?STMTRS/i.test(text) ? gather(text) : []
  if (found.length === 0) return 'The file is OFX, but there is no statement of a bank account or card in it.'
  const lineAt = lineCounter(text)
  const commas = writesCommas(found)
  return found.map(one => draftOf(one, commas, lineAt))
}
