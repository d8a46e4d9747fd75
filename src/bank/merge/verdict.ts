import type { Shown } from './evidence.ts'

/** A payment and the rows that show it, the surest first. */
export type Payment = { readonly rows: Shown[]; lastSource: string }

/** What rows must share to be compared at all. */
export const dayKey = ({ line }: Shown): string => `${line.date}|${line.amount}`
/** The bank's id, of one kind and for one sum. */
export const idKey = ({ line, format }: Shown): string => `${format}|${line.bankId}|${line.amount}`

type Verdict = 'same' | 'different' | 'by-count'

/**
 * Import points 1 to 3, in this order. The bank's id decides where both have one of the same kind; then the
 * running balance where both have one; then day and amount, and within one layout the text, make rows equal,
 * and the count decides how many of them there are. A repeated id with another amount is a slip of the bank,
 * not one payment.
 */
export function verdict(row: Shown, payment: Payment): Verdict {
  const sameKind = payment.rows.filter(({ format }) => format === row.format)
  if (row.line.bankId !== null && sameKind.some(({ line }) => line.bankId !== null)) {
    return sameKind.some(one => idKey(one) === idKey(row)) ? 'same' : 'different'
  }
  const onDay = payment.rows.filter(one => dayKey(one) === dayKey(row))
  if (onDay.length === 0) return 'different'
  if (row.line.balance !== null && payment.rows.some(({ line }) => line.balance !== null)) {
    return onDay.some(({ line }) => line.balance === row.line.balance) ? 'same' : 'different'
  }
  const alike = payment.rows.filter(({ layout }) => layout === row.layout)
  return alike.length === 0 || alike.some(({ text }) => text === row.text) ? 'by-count' : 'different'
}
