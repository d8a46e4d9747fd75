import { record } from '../../access/public.ts'
import { newId, type Reference } from '../../kernel/ids.ts'
import { nothing } from '../../kernel/money.ts'
import { sendLetter } from '../../notices/public.ts'
import { creditFromSupplier } from '../../payments/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { creditLetter } from '../letters/credit.ts'
import { creditNumbers } from '../queries/credits.ts'
import { invoiceOf } from '../queries/invoices.ts'
import {
  type CreditProblem,
  type CreditProblemAt,
  creditKey,
  type NewCreditNote,
  whyNotCredit,
} from '../rules/crediting.ts'
import { here } from '../tables.ts'
import type { Invoice } from '../types.ts'
import { lockInvoices, mayDecide } from './kept.ts'

export type Crediting = NewCreditNote & { readonly reference: string; readonly number: number }
type Answer = { readonly done: true } | { readonly done: false; readonly at: readonly CreditProblemAt[] }

const refusedAs = (problem: CreditProblem): Answer => ({ done: false, at: [{ place: null, problem }] })

/**
 * Takes a supplier's credit note for lines that were accepted or paid. In one transaction: the supplier owes
 * it to those lines in the ledger, the next payment to it for the same lines is made smaller, and it is told
 * by letter.
 */
export async function enterCreditNote(doing: Doing, asked: Crediting): Promise<Answer> {
  await lockInvoices(doing, asked.reference)
  const invoice = await invoiceOf(doing, asked.reference, asked.number)
  if (invoice === null) return refusedAs('invoice-not-found')
  if (!mayDecide(doing, invoice)) return refusedAs('role-may-not')
  const known = await creditNumbers(doing, invoice)
  const at = whyNotCredit(asked, { invoice, known, today: doing.today })
  if (at.length > 0) return { done: false, at }
  const parts = await write(doing, invoice, asked)
  const credited = await creditFromSupplier(doing, {
    reference: invoice.reference as Reference,
    organisation: invoice.organisation,
    person: invoice.person,
    supplier: invoice.supplier,
    because: `Credit note ${asked.theirs.trim()} of ${invoice.supplier} for invoice ${invoice.theirs}`,
    parts,
    of: 'invoices',
  })
  if (!credited.done) throw new Error(`A credit note is not owed: ${credited.because.join(', ')}`)
  await record(doing, {
    happened: 'credit-note-entered',
    organisation: invoice.organisation,
    person: invoice.person,
    to: invoice.id,
    because: asked.because.trim(),
    details: { reference: invoice.reference, invoice: invoice.number, total: asked.total },
  })
  await sendLetter(doing, await creditLetter(doing, invoice, asked))
  return { done: true }
}

async function write(doing: Doing, invoice: Invoice, asked: Crediting) {
  const id = newId()
  const whose = { organisation_id: invoice.organisation, person_id: invoice.person, invoice_id: invoice.id }
  await here(doing)
    .db.insertInto('invoices.credit_note')
    .values({
      id,
      ...whose,
      reference: invoice.reference,
      supplier_key: invoice.supplierKey,
      theirs: asked.theirs.trim(),
      theirs_key: creditKey(asked.theirs),
      dated_on: asked.datedOn,
      total: asked.total,
      because: asked.because.trim(),
      entered_by: doing.actor.id,
      entered_by_name: doing.actor.name,
      entered_on: doing.today,
      entered_at: doing.now,
    })
    .execute()
  const parts = asked.lines.flatMap(({ place, amount }) => {
    const line = invoice.lines.find(one => one.place === place)
    if (line === undefined || amount <= nothing) return []
    return [{ id: newId(), line: line.id, lineKey: line.lineKey ?? '', amount }]
  })
  await here(doing)
    .db.insertInto('invoices.credit_line')
    .values(
      parts.map(({ id: own, line, amount }) => ({
        id: own,
        credit_note_id: id,
        line_id: line,
        ...whose,
        amount,
      })),
    )
    .execute()
  return parts
}
