import { sql } from 'kysely'
import { mayFor } from '../../access/public.ts'
import { later, sayShortDay } from '../../kernel/days.ts'
import type { Reference } from '../../kernel/ids.ts'
import { larger, nothing, type Pence, plus, smaller } from '../../kernel/money.ts'
import { allocatedTo, balanceOf, disputedWithSupplier, type NewEntry } from '../../ledger/public.ts'
import { type ObligationId, owe } from '../../payments/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Invoice, Line } from '../types.ts'

/** May the one who asks decide for the ICB whose budget it is? A role counts where it is held. */
export const mayDecide = (doing: Doing, { organisation }: Pick<Invoice, 'organisation'>): boolean =>
  mayFor(doing, 'invoices.decide', organisation)

/** What an invoice is called on a statement, in the ledger and in letters. */
export const sayInvoice = ({ theirs, supplier, from, until }: Invoice): string =>
  `Invoice ${theirs} of ${supplier}, ${sayShortDay(from)} to ${sayShortDay(until)}`

/** Pence for a line of the plan. */
export type ForKey = { readonly key: string; readonly amount: Pence }

/**
 * Writes down that we owe a supplier for some lines of the plan: the next payment run picks it up. Throws
 * where it is refused, which is a mistake of the programmer.
 */
export async function oweSupplier(
  doing: Doing,
  invoice: Invoice,
  parts: readonly ForKey[],
): Promise<ObligationId | null> {
  const sums = new Map<string, Pence>()
  for (const { key, amount } of parts) sums.set(key, plus(sums.get(key) ?? nothing, amount))
  const lines = [...sums]
    .filter(([, amount]) => amount > nothing)
    .map(([line_key, amount]) => ({ line_key, amount }))
  if (lines.length === 0) return null
  const owed = await owe(doing, {
    agreement: invoice.agreement,
    part: 'notional',
    kind: 'invoice',
    amount: plus(...lines.map(one => one.amount)),
    dueOn: later(invoice.dueOn, doing.today),
    from: invoice.from,
    until: invoice.until,
    because: sayInvoice(invoice).slice(0, 300),
    theirReference: invoice.theirs,
    to: { supplier: invoice.supplier, lines },
  })
  if (!owed.done) throw new Error(`An accepted invoice is not owed: ${owed.because.join(', ')}`)
  return owed.value
}

type Apart = { readonly line: Line; readonly sum: Pence; readonly back?: true }

/** Sets a disputed sum apart, or frees it again when the dispute is settled. */
export function apart(doing: Doing, invoice: Invoice, { line, sum, back }: Apart): NewEntry {
  const budget = invoice.reference as Reference
  const [from, to] = [allocatedTo(budget), disputedWithSupplier(budget, line.lineKey ?? 'no-line')]
  const sign = back ? -1n : 1n
  return {
    key: `invoice-${back ? 'settled' : 'dispute'}:${line.id}`,
    effectiveOn: doing.today,
    because: `${back ? 'Dispute settled' : 'In dispute'}: ${line.says} (${sayInvoice(invoice)})`.slice(
      0,
      500,
    ),
    organisation: invoice.organisation,
    person: invoice.person,
    postings: [
      { account: from, pence: (-sum * sign) as Pence },
      { account: to, pence: (sum * sign) as Pence },
    ],
  }
}

/** How much of some disputed sums can be set apart: as far as money is set aside for the budget at all. */
export async function canSetApart(doing: Doing, invoice: Invoice, sums: readonly Pence[]) {
  let free = await balanceOf(doing, allocatedTo(invoice.reference as Reference))
  return sums.map(sum => {
    const part = smaller(sum, larger(free, nothing))
    free = (free - part) as Pence
    return part
  })
}

/** Two who write about one invoice, or enter one for the same budget, wait for each other. */
export const lockInvoices = (doing: Doing, reference: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`invoices ${reference}`}, 0))`.execute(
    doing.transaction,
  )
