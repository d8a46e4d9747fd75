import { daysBetween, sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import type { Facts, Paid, ToMatch } from './facts.ts'
import { wordsOf } from './words.ts'

type Arrived = Pick<ToMatch, 'on' | 'amount'>

/** Is it within the days between leaving and arriving? Three before are for a bank's own way of dating. */
const inTime = (payment: Paid, line: Arrived, most: number): boolean => {
  const days = daysBetween(payment.on, line.on)
  return days >= -3 && days <= most
}

const bare = (text: string): string => wordsOf(text).replaceAll(' ', '')

/** The payment of the same sum that left nearest to the day, and takes it off the list. */
function take(open: Paid[], line: Arrived, fits: (payment: Paid) => boolean): Paid | null {
  const away = (one: Paid): number => Math.abs(daysBetween(one.on, line.on))
  const [best] = open
    .filter(one => one.amount === line.amount && fits(one))
    .toSorted((a, b) => away(a) - away(b))
  if (best === undefined) return null
  open.splice(open.indexOf(best), 1)
  return best
}

/** Which lines are our own payments coming in, each payment once, with the reason; by the line's place. */
export function paidIn(lines: readonly ToMatch[], facts: Facts): ReadonlyMap<number, string> {
  const open = [...facts.payments]
  for (const before of facts.paidBefore)
    take(open, before, one => inTime(one, before, facts.arrives(one.on).named))
  const found = new Map<number, string>()
  const budget = bare(facts.budget)
  for (const [place, line] of lines.entries()) {
    if (open.length === 0) break
    if (line.amount <= 0n) continue
    const text = bare(`${line.payee} ${line.memo} ${line.reference}`)
    const named = (one: Paid): boolean => text.includes(bare(one.name)) || text.includes(budget)
    const payment =
      take(open, line, one => inTime(one, line, facts.arrives(one.on).named) && named(one)) ??
      take(open, line, one => inTime(one, line, facts.arrives(one.on).otherwise))
    if (payment !== null)
      found.set(place, `Our payment of ${sayMoney(payment.amount)} of ${sayShortDay(payment.on)}.`)
  }
  return found
}
