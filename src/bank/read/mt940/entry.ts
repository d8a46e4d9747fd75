import type { PlainDate } from '../../../kernel/days.ts'
import { negative, type Pence } from '../../../kernel/money.ts'
import { readMtAmount } from '../amounts.ts'
import { dayFrom } from '../dates.ts'
import { clean, joined, shown } from '../texts.ts'
import type { RefusedRow, StatementLine } from '../types.ts'
import { type Field, inOne } from './fields.ts'

const shape = /^(\d{6})(\d{4}|\s{4})?(EC|ED|RC|RD|C|D)([A-Z])?(\d[\d,]*)([NFS][A-Z0-9]{3})(.*?)(?:\/\/(.*))?$/

/** `yymmdd`; null where the calendar has no such day. */
export const readMtDay = (six: string): PlainDate | null =>
  /^\d{6}$/.test(six) ? dayFrom(`20${six.slice(0, 2)}`, six.slice(2, 4), six.slice(4)) : null

/**
 * The booking day. It is the entry date `mmdd`, in the year of the value date or, across New Year, the one
 * beside it; where no entry date is written, the value date. A value date that is not in the calendar does
 * not matter then.
 */
function bookedOn(value: string, entry: string): PlainDate | null {
  if (entry.trim() === '') return readMtDay(value)
  const apart = Number(entry.slice(0, 2)) - Number(value.slice(2, 4))
  const year = 2000 + Number(value.slice(0, 2)) + (apart > 6 ? -1 : apart < -6 ? 1 : 0)
  return dayFrom(String(year), entry.slice(0, 2), entry.slice(2))
}

/** Money in: a credit, or a debit taken back. Money out: a debit, or a credit taken back (RC). */
const isIn = (mark: string): boolean => mark === 'C' || mark === 'RD'

const nobody = (reference: string): string => (/^NONREF$/i.test(reference) ? '' : reference)

/** The name of the other side, where the text about the payment is divided into named parts. */
function nameIn(about: string): string {
  const slashed =
    /\/NAME\/(.+?)(?=\/(?:REMI|ADDR|ISDT|BENM|ORDP|IBAN|BIC|EREF|CSID|MARF|CNTP|PURP|TRTP)\/|\/\/|$)/.exec(
      about,
    )
  if (slashed) return clean(slashed[1] ?? '')
  const numbered = /\?32([^?]*)(?:\?33([^?]*))?/.exec(about)
  return numbered ? clean(`${numbered[1] ?? ''}${numbered[2] ?? ''}`) : ''
}

/** The text without the marks of its numbered parts. */
const readable = (about: string): string =>
  /\?\d{2}/.test(about) ? about.replace(/\?\d{2}/g, ' ').replace(/\s+/g, ' ') : about

function whyNot(written: string): string {
  if (/^\d{6}(\d{4}|\s{4})?E[CD]/.test(written))
    return 'The payment is only expected, so it is not a line yet.'
  if (!/^\d{6}/.test(written)) return `${shown(written)} does not begin with a date.`
  if (!/^\d{6}(\d{4}|\s{4})?(RC|RD|C|D)/.test(written))
    return `${shown(written)} does not say whether money came in or went out.`
  return `${shown(written)} has no amount that can be read.`
}

/** One line of the bank out of `:61:` and the `:86:` after it. */
export function readEntry(field: Field, about: readonly string[]): StatementLine | RefusedRow {
  const { line } = field
  const written = field.lines[0] ?? ''
  const found = shape.exec(written.trimEnd())
  if (!found || /^E/.test(found[3] ?? '')) return { line, why: whyNot(written) }
  const [, value = '', entry = '', mark = '', , sum = '', kind = '', customer = '', bank = ''] = found
  const size: Pence | null = readMtAmount(sum)
  if (size === null) return { line, why: `${shown(sum)} is not an amount.` }
  const date = bookedOn(value, entry)
  if (date === null) return { line, why: `${shown(`${value}${entry}`.trim())} is not a day of the calendar.` }
  const text = inOne(about)
  const more = clean(inOne(field.lines.slice(1)))
  return {
    date,
    amount: isIn(mark) ? size : negative(size),
    payee: nameIn(text) || clean(readable(text)) || more,
    memo: joined(nameIn(text) ? readable(text) : '', more, text === '' && more === '' ? kind : ''),
    reference: nobody(customer.trim()),
    bankId: clean(bank) === '' ? null : clean(bank),
    balance: null,
  }
}
