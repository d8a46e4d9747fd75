import { daysBetween, type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { type Pence, sayMoney } from '../../kernel/money.ts'
import { comesBackIn, usualFigures, type WindowOn } from './settings.ts'
import { wordsOf } from './words.ts'

/** Money in on the account that payments leave from. */
export type Credit = { readonly on: PlainDate; readonly amount: Pence; readonly words: string }
/** A payment that left and has not come back. */
export type Left = {
  readonly id: string
  readonly reference: string
  readonly endToEndId: string
  readonly amount: Pence
  readonly leftOn: PlainDate
  readonly paidTo: string
}

export type Proposal = {
  readonly payment: Left
  /** `named`: its own reference stands there; `case`: the budget's; `words`: only the bank's words. */
  readonly sure: 'named' | 'case' | 'words'
  readonly why: string
}
export type NoProposal = 'no-payment-of-this-sum' | 'too-late' | 'several-alike' | 'nothing-says-so'

export const noProposalSays: Readonly<Record<NoProposal, string>> = {
  'no-payment-of-this-sum': 'No payment of this sum has left and stayed away.',
  'too-late': 'A payment of this sum left, but too long before, or after it.',
  'several-alike': 'Several payments of this sum left, and the statement names none of them.',
  'nothing-says-so':
    'A payment of this sum left, but the bank says nothing of a return and names no payment.',
}

const usualWindow: WindowOn = () => comesBackIn(usualFigures)

// What banks write where money comes back.
const back =
  /\b(RETURN(ED)?|RTN|RTD|UNPAID|REJECT(ED)?|REVERS(AL|ED)|RECALL|REFUSED|NO ACCOUNT|ACCOUNT CLOSED)\b/

const bare = (text: string): string => wordsOf(text).replaceAll(' ', '')

const within = (payment: Left, credit: Credit, most: number): boolean => {
  const days = daysBetween(payment.leftOn, credit.on)
  return days >= 0 && days <= most
}

/**
 * Which payment a credit is the return of, with the reason; or why it is taken for none. Asked in this order:
 * the payment's own reference and sum, the budget's reference and sum where only one fits, and words of a
 * return with the only payment of that sum, each within the days that held when the payment left (local
 * settings). Nothing is noted by it: somebody says so.
 */
export function cameBack(
  credit: Credit,
  left: readonly Left[],
  windowOn = usualWindow,
): Proposal | NoProposal {
  const text = bare(credit.words)
  const same = left.filter(({ amount }) => amount === credit.amount)
  if (same.length === 0) return 'no-payment-of-this-sum'
  const open = same.filter(one => within(one, credit, windowOn(one.leftOn).named))
  if (open.length === 0) return 'too-late'
  const said = `${sayMoney(credit.amount)} came in on ${sayShortDay(credit.on)}`
  const [named] = open.filter(({ endToEndId }) => text.includes(bare(endToEndId)))
  if (named !== undefined)
    return { payment: named, sure: 'named', why: `${said} with the payment’s own reference.` }
  const ofCase = open.filter(({ reference }) => text.includes(bare(reference)))
  const [onlyOne, another] = ofCase
  if (onlyOne !== undefined && another === undefined)
    return { payment: onlyOne, sure: 'case', why: `${said} with the budget’s reference.` }
  const near = open.filter(one => within(one, credit, windowOn(one.leftOn).otherwise))
  if (!back.test(wordsOf(credit.words))) return near.length > 0 ? 'nothing-says-so' : 'too-late'
  const [only, more] = near
  if (more !== undefined) return 'several-alike'
  if (only === undefined) return 'too-late'
  return {
    payment: only,
    sure: 'words',
    why: `${said}, the bank calls it a return, and only this payment fits.`,
  }
}

export const isProposal = (found: Proposal | NoProposal): found is Proposal => typeof found !== 'string'

/** The same for many credits, the surest first: no payment is proposed for two of them. */
export function allCameBack(
  credits: readonly (Credit & { readonly id: string })[],
  left: readonly Left[],
  windowOn = usualWindow,
): ReadonlyMap<string, Proposal | NoProposal> {
  const found = new Map<string, Proposal | NoProposal>()
  let open = left
  for (const sure of ['named', 'case', 'words'] as const)
    for (const credit of credits) {
      if (found.has(credit.id)) continue
      const one = cameBack(credit, open, windowOn)
      if (!isProposal(one) || one.sure !== sure) continue
      found.set(credit.id, one)
      open = open.filter(({ id }) => id !== one.payment.id)
    }
  for (const credit of credits)
    if (!found.has(credit.id)) {
      const one = cameBack(credit, open, windowOn)
      found.set(credit.id, isProposal(one) ? 'several-alike' : one)
    }
  return found
}
