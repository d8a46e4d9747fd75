import { type Pence, pence } from '../../kernel/money.ts'
import { clean } from './texts.ts'

/** A sum as written: its size, which way the writing itself says it goes, and the currency it names. */
export type Written = {
  readonly size: Pence
  readonly way: 'in' | 'out' | null
  /** How the way was said: a plus or minus sign (or brackets), or the letters CR and DR. */
  readonly by: 'sign' | 'letters' | null
  readonly currency: string | null
}

const symbols: Readonly<Record<string, string>> = { '£': 'GBP', '€': 'EUR', $: 'USD', '\ufffd': 'GBP' }
const codes =
  'GBP|EUR|USD|AUD|CAD|CHF|CZK|DKK|HKD|HUF|ILS|INR|JPY|NOK|NZD|PLN|RON|SEK|SGD|THB|TRY|ZAR|' +
  'AED|BGN|ISK|MXN|PKR|CNY'
const money = `£|€|\\$|\\ufffd|${codes}`
const shape = new RegExp(
  `^([+\\-\u2212\u2013])?\\s*(${money})?\\s*([+\\-\u2212\u2013])?\\s*` +
    `(\\d{1,3}(?:,\\d{3})+|\\d{1,13})?(?:\\.(\\d{1,2}))?\\s*(${money})?\\s*(-|\\+|[Cc][Rr]|[Dd][Rr]|OD)?$`,
)

/** Up to fifteen figures a number is exact, and far quicker than parts of a bigint. */
function toPence(whole: string, decimals: string): Pence {
  const figures = `${whole.includes(',') ? whole.replaceAll(',', '') : whole}${decimals.padEnd(2, '0')}`
  return pence(figures.length <= 15 ? BigInt(Number(figures)) : BigInt(figures))
}

const noSign = { way: null, by: null } as const
const minusSign = { way: 'out', by: 'sign' } as const

function wayOf(mark: string): 'in' | 'out' {
  return mark === '+' || mark.toUpperCase() === 'CR' ? 'in' : 'out'
}

/**
 * Reads a sum out of a table's cell: `1204.10`, `£1,204.10`, `+ £5.00`, `-£2`, `£-2.00`, `12.00-`, `12.00
 * CR`, `12.00 DR`, `(12.00)` (which is money out), `12.00 GBP`. Null where any part of the cell is something
 * else, so that `12abc`, `1,23`, `5O.00`, `12..5`, `12.` and a sum with two signs are no sums.
 */
export function readWritten(cell: string): Written | null {
  const plain = /^(-?)(\d{1,13})\.(\d{2})$/.exec(cell)
  if (plain)
    return {
      ...(plain[1] ? minusSign : noSign),
      size: toPence(plain[2] ?? '', plain[3] ?? ''),
      currency: null,
    }
  const bare = clean(cell).replace(/^'/, '')
  const brackets = /^\(([^+\-()]*)\)$/.exec(bare)
  const found = shape.exec(brackets ? (brackets[1] ?? '').trim() : bare)
  if (!found || (found[4] === undefined && found[5] === undefined)) return null
  const marks = [found[1], found[3], found[7], brackets ? '-' : undefined].filter(mark => mark !== undefined)
  if (marks.length > 1 || (found[2] && found[6])) return null
  const money = found[2] ?? found[6]
  const mark = marks[0]
  return {
    size: toPence(found[4] ?? '', found[5] ?? ''),
    way: mark === undefined ? null : wayOf(mark),
    by: mark === undefined ? null : /[A-Za-z]/.test(mark) ? 'letters' : 'sign',
    currency: money === undefined ? null : (symbols[money] ?? money),
  }
}

/** A written sum as a signed one; without a sign it is money in. */
export const signed = (of: Written): Pence => (of.way === 'out' ? pence(-of.size) : of.size)

/** Reads a signed sum out of a cell; null as {@link readWritten}. */
export function readSigned(cell: string): Pence | null {
  const written = readWritten(cell)
  return written === null ? null : signed(written)
}

/**
 * Reads an amount of OFX: an optional sign, digits, a point and decimals. A decimal comma is read only where
 * the whole file writes commas (`commas`). Decimals past the second must be noughts.
 */
export function readOfxAmount(text: string, commas: boolean): Pence | null {
  const found = commas
    ? /^([+-]?)(\d{1,13})(?:,(\d{1,2})0*)?$/.exec(text.trim())
    : /^([+-]?)(\d{1,3}(?:,\d{3})+(?=\.)|\d{0,13})(?:\.(\d{1,2})0*)?$/.exec(text.trim())
  if (!found || (!found[2] && !found[3])) return null
  const size = toPence(found[2] ?? '', found[3] ?? '')
  return found[1] === '-' ? pence(-size) : size
}

/** Reads an amount of CAMT, which has no sign: `8.85`, `27`, `8.85000`. */
export function readCamtAmount(text: string): Pence | null {
  const found = /^(\d{1,15})(?:\.(\d{1,2})0*)?$/.exec(text.trim())
  return found ? toPence(found[1] ?? '', found[2] ?? '') : null
}

/**
 * Reads an amount of MT940, which has a decimal comma and maybe nothing after it: `25,00`, `500,`, `12,5`.
 */
export function readMtAmount(text: string): Pence | null {
  const found = /^(\d{1,15})(?:,(\d{0,2}))?$/.exec(text)
  return found ? toPence(found[1] ?? '', found[2] ?? '') : null
}
