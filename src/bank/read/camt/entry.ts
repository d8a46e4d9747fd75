import type { PlainDate } from '../../../kernel/days.ts'
import { negative, type Pence } from '../../../kernel/money.ts'
import { readCamtAmount } from '../amounts.ts'
import { readWrittenDay } from '../dates.ts'
import { clean, joined, shown } from '../texts.ts'
import type { StatementLine } from '../types.ts'
import { all, type Element, one, textAt, within } from './xml.ts'

/** `Sts` holds the code itself up to version 07 and in `Cd` from 08. */
const statusOf = (entry: Element): string => textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts')

/**
 * The booking day as written, with or without a time: a zone moves nothing. The value day counts only where
 * no other is written.
 */
function writtenDay(entry: Element): string {
  const day = (name: string): string => textAt(entry, name, 'Dt') || textAt(entry, name, 'DtTm')
  return one(entry, 'BookgDt') ? day('BookgDt') : day('ValDt')
}

/** Names are `Nm`, from version 08 `Pty/Nm`; of a bank or an agent `Agt/FinInstnId/Nm`. */
function nameOf(party: Element | undefined): string {
  return textAt(party, 'Pty', 'Nm') || textAt(party, 'Nm') || textAt(party, 'Agt', 'FinInstnId', 'Nm')
}

/** Who the payment came from (money in) or went to (money out); on a reversal the other one. */
function otherSide(details: Element, isIn: boolean): string {
  const parties = one(details, 'RltdPties')
  const from = nameOf(one(parties, 'Dbtr')) || nameOf(one(parties, 'UltmtDbtr'))
  const to = nameOf(one(parties, 'Cdtr')) || nameOf(one(parties, 'UltmtCdtr'))
  return isIn ? from || to : to || from
}

function textsOf(entry: Element, isIn: boolean): Pick<StatementLine, 'payee' | 'memo' | 'reference'> {
  const details = within(entry, 'TxDtls')
  const about = details.flatMap(one => within(one, 'Ustrd').map(({ text }) => text))
  const structured = details.flatMap(one => within(one, 'CdtrRefInf').map(ref => textAt(ref, 'Ref')))
  const more = [textAt(entry, 'AddtlNtryInf'), ...details.map(one => textAt(one, 'AddtlTxInf'))]
  const refs = details.map(one => textAt(one, 'Refs', 'EndToEndId')).filter(ref => ref !== 'NOTPROVIDED')
  const payee = joined(...details.map(one => otherSide(one, isIn !== isReversal(entry))))
  const memo = joined(...about, ...structured, ...more)
  return {
    payee: payee || memo,
    memo: payee ? memo : '',
    reference: joined(...refs, textAt(entry, 'NtryRef')),
  }
}

const isReversal = (entry: Element): boolean => /^(true|1)$/.test(textAt(entry, 'RvslInd'))

function bankIdOf(entry: Element): string | null {
  const details = within(entry, 'TxDtls')
  const own = textAt(entry, 'AcctSvcrRef')
  const ofOne = details.length === 1 ? textAt(details[0], 'Refs', 'AcctSvcrRef') : ''
  return clean(own || ofOne) || null
}

export type Money = { readonly sum: Pence; readonly currency: string }

/**
 * An amount with its currency and direction. `CdtDbtInd` says which way the money went, on a reversal too.
 */
export function moneyOf(of: Element): Money | string {
  const amount = all(of, 'Amt')[0]
  const size = readCamtAmount(amount?.text ?? '')
  if (size === null)
    return amount?.text ? `${shown(amount.text)} is not an amount.` : 'The entry has no amount.'
  const way = textAt(of, 'CdtDbtInd')
  if (way !== 'CRDT' && way !== 'DBIT') return 'The entry does not say whether money came in or went out.'
  return { sum: way === 'DBIT' ? negative(size) : size, currency: amount?.attributes['Ccy'] ?? '' }
}

/** One booked entry as a line of the bank, a batch of payments as one; or in words why it is none. */
export function readEntry(entry: Element, currency: string): StatementLine | string {
  const status = statusOf(entry)
  if (status !== '' && status !== 'BOOK')
    return `The entry is not booked yet (${status}), so it is not a line.`
  const money = moneyOf(entry)
  if (typeof money === 'string') return money
  if (money.currency !== '' && money.currency !== currency)
    return `The amount is in another currency (${money.currency}).`
  const written = writtenDay(entry)
  const date: PlainDate | null = readWrittenDay(written)
  if (date === null)
    return written === '' ? 'The entry has no date.' : `${shown(written)} is not a day of the calendar.`
  return {
    date,
    amount: money.sum,
    ...textsOf(entry, money.sum >= 0n),
    bankId: bankIdOf(entry),
    balance: null,
  }
}
