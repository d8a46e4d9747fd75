import { lettersAbout } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { Invoice } from '../types.ts'

/** The entries of the ledger that an invoice made, as far as this actor may see them. */
export async function entriesFor(doing: Doing, { lines, payments, creditNotes }: Invoice) {
  const credits = creditNotes.flatMap(note => note.lines.map(({ id }) => `credit:${id}`))
  const keys = [
    ...credits,
    ...lines.flatMap(({ id }) => [`invoice-dispute:${id}`, `invoice-settled:${id}`]),
    ...payments.flatMap(({ instruction }) => [
      ...[`payment:${instruction}`, `returned:${instruction}`],
      ...[`credit-taken:${instruction}`, `credit-open:${instruction}`],
    ]),
  ]
  const rows = await here(doing)
    .db.selectFrom('ledger.entry_shown')
    .select(['id', 'key', 'because', 'effective_on', 'actor_name'])
    .where('key', 'in', keys)
    .orderBy('recorded_at')
    .execute()
  return rows.map(row => ({
    id: row.id,
    key: row.key,
    says: row.because,
    on: row.effective_on,
    by: row.actor_name,
  }))
}

/** The letters that went to the supplier about an invoice, the newest first. */
export const lettersFor = async (doing: Doing, { id }: Invoice) =>
  (await lettersAbout(doing, id)).map(one => ({ id: one.id, title: one.title, on: one.sent_on }))
