import { sayShortDay } from '../../kernel/days.ts'
import { nothing, plus, sayMoney } from '../../kernel/money.ts'
import { DataTable, Money } from '../../nhs/public.ts'
import { creditable } from '../rules/crediting.ts'
import { moneyOf } from '../rules/standing.ts'
import type { CreditNote, Invoice } from '../types.ts'

const taken = ({ lines }: CreditNote) => plus(nothing, ...lines.map(one => one.taken))

/** The supplier's credit notes that came after lines were accepted, and what still comes off. */
export const CreditNotes = ({ invoice, mayDecide }: { invoice: Invoice; mayDecide: boolean }) => {
  const { owedBack } = moneyOf(invoice)
  const more = mayDecide && invoice.lines.some(line => creditable(line) > nothing)
  return (
    <>
      {invoice.creditNotes.length === 0 ? null : (
        <>
          <DataTable
            caption="Credit notes of the supplier"
            columns={[
              { says: 'Number' },
              { says: 'Date' },
              { says: 'Why' },
              { says: 'Entered' },
              { says: 'Amount', numeric: true },
              { says: 'Taken off so far', numeric: true },
            ]}
            rows={invoice.creditNotes.map(note => ({
              key: note.id,
              cells: [
                note.theirs,
                sayShortDay(note.datedOn),
                <bdi key="why">{note.because}</bdi>,
                `${sayShortDay(note.on)}, ${note.by}`,
                <Money key="sum" sum={note.total} />,
                <Money key="taken" sum={taken(note)} />,
              ],
            }))}
            empty=""
          />
          {owedBack > nothing ? (
            <p>
              The supplier owes <strong>{sayMoney(owedBack)}</strong>. It comes off the next payment to it for
              the same lines of this budget.
            </p>
          ) : null}
        </>
      )}
      {more ? (
        <p>
          <a href={`/invoices/${invoice.reference}/${invoice.number}/credit-notes`}>
            Enter a credit note of the supplier
          </a>
        </p>
      ) : null}
    </>
  )
}
