import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { negative, type Pence, sayMoney } from '../../kernel/money.ts'

const plainly = /^\p{ASCII}*$/u

/** The words of a text as they are compared: capitals, letters and figures only, one space between. */
export function wordsOf(text: string): string {
  // Nearly every line is in plain letters, and ten thousand of them are compared.
  if (plainly.test(text))
    return text
      .toUpperCase()
      .replaceAll("'", '')
      .replace(/[^A-Z0-9]+/g, ' ')
      .trim()
  return text
    .toUpperCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}

// What banks put round the name of a payee: how it was paid, and when.
const around = new Set(
  (
    'CARD PAYMENT PAYMENTS TO FROM ON VIS VISA DD DDR SO STO BGC BP FPO FPI FP CR DR REF REFERENCE ' +
    'PURCHASE CONTACTLESS DIRECT DEBIT STANDING ORDER FASTER BILL TRANSFER ONLINE MOBILE BANKING POS DEB ' +
    'TFR BCC CLP JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC GBP GB LTD LIMITED THE VIA AT'
  ).split(' '),
)

/**
 * What stays the same of a payee from one payment to the next: without days, numbers and the bank's own
 * words. Empty where nothing is left that could be known again.
 */
export function payeeIn(text: string): string {
  const kept = wordsOf(text)
    .split(' ')
    .filter(word => word !== '' && !around.has(word) && !/\p{N}/u.test(word))
    .join(' ')
  return [...kept].length < 3 ? '' : kept
}

/** Does a text hold words as whole words? Both as `wordsOf` writes them. */
export const holds = (text: string, words: string): boolean =>
  words !== '' && ` ${text} `.includes(` ${words} `)

const named = (says: string): string => (says.trim() === '' ? 'somebody the bank does not name' : says)

/** The one plain question about a line: `You paid £45.00 to SWIM CENTRE on 4 May 2026. What was it for?` */
export const sayQuestion = ({ on, amount, says }: { on: PlainDate; amount: Pence; says: string }): string =>
  amount < 0n
    ? `You paid ${sayMoney(negative(amount))} to ${named(says)} on ${sayShortDay(on)}. What was it for?`
    : `${sayMoney(amount)} came in from ${named(says)} on ${sayShortDay(on)}. What was it?`

/** A line as a sentence of a list: `You paid £45.00 to SWIM CENTRE`. */
export const sayLine = ({ amount, says }: { amount: Pence; says: string }): string =>
  amount < 0n
    ? `You paid ${sayMoney(negative(amount))} to ${named(says)}`
    : `${sayMoney(amount)} came in from ${named(says)}`
