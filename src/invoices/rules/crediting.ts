import type { PlainDate } from '../../kernel/days.ts'
import { minus, nothing, type Pence, plus } from '../../kernel/money.ts'
import { supplierKey } from '../../payments/public.ts'
import type { Invoice, Line } from '../types.ts'
import { payable } from './standing.ts'

export const creditSays = {
  'role-may-not': 'Only staff of the ICB enter a credit note',
  'invoice-not-found': 'There is no such invoice',
  'number-missing': 'Enter the number of the credit note, with letters or figures',
  'same-number': 'A credit note of this number was entered for this supplier before',
  'another-supplier': 'The credit note is of another supplier than the invoice',
  'before-the-invoice': 'The credit note cannot be older than the invoice',
  'in-the-future': 'The date cannot be in the future',
  'nothing-credited': 'Enter how much it takes off at least one line',
  'not-accepted': 'Nothing of this line was accepted. Settle its dispute with the credit note',
  'not-paid-by-us':
    'This line is paid from the budget’s own account. The money comes back there, as the statement shows',
  'more-than-the-line': 'It takes off more than we pay of this line',
  'does-not-add-up': 'The lines do not come to the total of the credit note',
  'say-why': 'Say what the credit note is for',
  'not-posted': 'The ledger did not take it. Nothing was entered: try again',
} as const
export type CreditProblem = keyof typeof creditSays
/** A problem of one line, by its place; of none where the place is null. */
export type CreditProblemAt = { readonly place: number | null; readonly problem: CreditProblem }

/** A credit note as it stands on the supplier's paper. */
export type NewCreditNote = {
  readonly supplier: string
  readonly theirs: string
  readonly datedOn: PlainDate
  readonly total: Pence
  readonly because: string
  readonly lines: readonly { readonly place: number; readonly amount: Pence }[]
}

/** What of a line can still be credited: what we pay of it, less its credit notes. */
export const creditable = (line: Pick<Line, 'decided' | 'settled' | 'credited'>): Pence =>
  line.decided?.pays === 'nhs' ? minus(payable(line), line.credited) : nothing

/** `C 7/26` and `c-7-26` are one number. */
export const creditKey = (typed: string): string => typed.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

type Facts = {
  readonly invoice: Pick<Invoice, 'lines' | 'supplierKey' | 'datedOn'>
  /** Numbers of this supplier's credit notes for this budget, as `creditKey` writes them. */
  readonly known: readonly string[]
  readonly today: PlainDate
}

function whyNotLine(line: Line | undefined, amount: Pence): CreditProblem | null {
  if (line?.decided == null || payable(line) === nothing) return 'not-accepted'
  if (line.decided.pays !== 'nhs') return 'not-paid-by-us'
  return amount > creditable(line) ? 'more-than-the-line' : null
}

/** Every reason why a credit note cannot be entered so, with its line; empty where it can. */
export function whyNotCredit(asked: NewCreditNote, facts: Facts): readonly CreditProblemAt[] {
  const { invoice, known, today } = facts
  const key = creditKey(asked.theirs)
  const lines = asked.lines.filter(({ amount }) => amount > nothing)
  const total = plus(nothing, ...lines.map(({ amount }) => amount))
  const checks: readonly (readonly [boolean, CreditProblem])[] = [
    [supplierKey(asked.supplier) !== invoice.supplierKey, 'another-supplier'],
    [key === '', 'number-missing'],
    [key !== '' && known.includes(key), 'same-number'],
    [asked.datedOn < invoice.datedOn, 'before-the-invoice'],
    [asked.datedOn > today, 'in-the-future'],
    [lines.length === 0, 'nothing-credited'],
    [lines.length > 0 && total !== asked.total, 'does-not-add-up'],
    [asked.because.trim() === '', 'say-why'],
  ]
  return [
    ...checks.filter(([so]) => so).map(([, problem]) => ({ place: null, problem })),
    ...lines.flatMap(({ place, amount }) => {
      const problem = whyNotLine(
        invoice.lines.find(line => line.place === place),
        amount,
      )
      return problem === null ? [] : [{ place, problem }]
    }),
  ]
}
