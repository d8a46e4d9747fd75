import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { nothing } from '../../kernel/money.ts'
import { post } from '../../ledger/public.ts'
import { sendLetter } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { settledLetter } from '../letters/supplier.ts'
import { invoiceOf } from '../queries/invoices.ts'
import { type SettleProblem, type Settling, whyNotSettle } from '../rules/deciding.ts'
import { settle } from '../rules/sums.ts'
import { here } from '../tables.ts'
import type { Settled } from '../types.ts'
import { apart, lockInvoices, mayDecide, oweSupplier } from './kept.ts'

export type NewSettlement = Settling & {
  readonly reference: string
  readonly number: number
  readonly place: number
}
type Split = Pick<Settled, 'paid' | 'credited' | 'refused'>

/**
 * Settles the dispute about a line: paid in full, in part or not at all, or a credit note took off a part.
 * What was set apart is free again; what we pay becomes an obligation; the supplier is told by letter.
 */
export async function settleLine(doing: Doing, asked: NewSettlement): Promise<Done<Split, SettleProblem>> {
  await lockInvoices(doing, asked.reference)
  const invoice = await invoiceOf(doing, asked.reference, asked.number)
  const line = invoice?.lines.find(({ place }) => place === asked.place)
  if (!invoice || !line) return refused('line-not-found')
  if (!mayDecide(doing, invoice)) return refused('role-may-not')
  const reasons = whyNotSettle(line, asked)
  if (reasons.length > 0 || line.decided === null) return refused(...reasons)
  const { disputed, setApart, pays } = line.decided
  const split = settle(asked.outcome, disputed, asked.sum)
  if (setApart > nothing) {
    const posted = await post(doing, [apart(doing, invoice, { line, sum: setApart, back: true })])
    if (!posted.done) return refused('not-posted')
  }
  const parts = pays === 'nhs' ? [{ key: line.lineKey ?? '', amount: split.paid }] : []
  const because = asked.because.trim()
  await here(doing)
    .db.insertInto('invoices.settlement')
    .values({
      line_id: line.id,
      invoice_id: invoice.id,
      organisation_id: invoice.organisation,
      person_id: invoice.person,
      outcome: asked.outcome,
      ...split,
      credit_note: asked.outcome === 'credit-note' ? asked.creditNote.trim() : null,
      because,
      obligation_id: await oweSupplier(doing, invoice, parts),
      settled_by: doing.actor.id,
      settled_by_name: doing.actor.name,
      settled_on: doing.today,
      settled_at: doing.now,
    })
    .execute()
  await record(doing, {
    happened: 'invoice-dispute-settled',
    organisation: invoice.organisation,
    person: invoice.person,
    to: line.id,
    because,
    details: { reference: invoice.reference, invoice: invoice.number, disputed, ...split },
  })
  const told = { line, outcome: asked.outcome, because, disputed, ...split }
  await sendLetter(doing, await settledLetter(doing, invoice, told))
  return done(split)
}
