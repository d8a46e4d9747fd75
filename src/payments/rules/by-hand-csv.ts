import type { PlainDate } from '../../kernel/days.ts'
import { type Pence, plainMoney } from '../../kernel/money.ts'
import type { Transfer } from './pain.ts'

type Line = Pick<Transfer, 'endToEndId' | 'amount' | 'to' | 'leavesOn' | 'says'> & {
  readonly byHand: { readonly on: PlainDate; readonly by: string; readonly reference: string } | null
}

/** A text that a spreadsheet takes as a text, never as a formula. */
function field(text: string): string {
  const tame = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame
}

const head = [
  'pay_to',
  'sort_code',
  'account_number',
  'amount_gbp',
  'pay_on',
  'reference',
  'for',
  'paid_on',
  'paid_by',
  'bank_reference',
]

/**
 * The list to pay by hand as CSV (UTF-8, one heading line, CRLF): all that is needed for each payment, then
 * its paid day, who and the bank's reference where it was noted. Its last line adds up what is unpaid.
 */
export function byHandCsv(lines: readonly Line[]): string {
  const rows = lines.map(({ to, amount, leavesOn, endToEndId, says, byHand }) => [
    to.name,
    to.sortCode.replace(/\D/g, ''),
    to.accountNumber,
    plainMoney(amount),
    leavesOn,
    endToEndId,
    says,
    byHand?.on ?? '',
    byHand?.by ?? '',
    byHand?.reference ?? '',
  ])
  const unpaid = lines.filter(({ byHand }) => byHand === null)
  const left = unpaid.reduce((sum, { amount }) => sum + amount, 0n) as Pence
  const total = [`Total to pay: ${unpaid.length}`, '', '', plainMoney(left), '', '', '', '', '', '']
  return `${[head, ...rows, total].map(row => row.map(field).join(',')).join('\r\n')}\r\n`
}
