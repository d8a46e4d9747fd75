import { sql } from 'kysely'
import type { Doing } from '../../platform/doing.ts'
import { creditKey } from '../rules/crediting.ts'
import { here } from '../tables.ts'
import type { CreditNote, Invoice, InvoiceId } from '../types.ts'

type OfInvoice = { readonly invoice: InvoiceId; readonly note: CreditNote }

/** The credit notes of some invoices, the oldest first, each with what of it was taken off payments. */
export async function creditNotesOf(doing: Doing, ids: readonly InvoiceId[]): Promise<readonly OfInvoice[]> {
  const { db, transaction } = here(doing)
  const notes = await db
    .selectFrom('invoices.credit_note')
    .selectAll()
    .where('invoice_id', 'in', [...ids])
    .orderBy('entered_at')
    .orderBy('id')
    .execute()
  if (notes.length === 0) return []
  const { rows } = await sql<CreditNote['lines'][number] & { note: string }>`
    select c.id, c.credit_note_id as note, c.line_id as line, c.amount, coalesce(t.taken, 0)::bigint as taken
    from invoices.credit_line c
      left join invoices.credits_taken(${[...ids]}::uuid[]) t on t.credit_line_id = c.id
    where c.invoice_id = any (${[...ids]}::uuid[]) order by c.id`.execute(transaction)
  return notes.map(row => ({
    invoice: row.invoice_id,
    note: {
      id: row.id,
      theirs: row.theirs,
      datedOn: row.dated_on,
      total: row.total,
      because: row.because,
      by: row.entered_by_name,
      on: row.entered_on,
      lines: rows.filter(({ note }) => note === row.id).map(({ note: _, ...line }) => line),
    },
  }))
}

/** The numbers of a supplier's credit notes for a budget: those entered, and those that settled a dispute. */
export async function creditNumbers(
  doing: Doing,
  { reference, supplierKey }: Pick<Invoice, 'reference' | 'supplierKey'>,
): Promise<readonly string[]> {
  const { rows } = await sql<{ theirs: string }>`
    select c.theirs from invoices.credit_note c
      where c.reference = ${reference} and c.supplier_key = ${supplierKey}
    union all
    select s.credit_note from invoices.settlement s join invoices.invoice i on i.id = s.invoice_id
      where i.reference = ${reference} and i.supplier_key = ${supplierKey} and s.credit_note is not null
    `.execute(doing.transaction)
  return rows.map(({ theirs }) => creditKey(theirs))
}
