import { sayMoney } from '../../kernel/money.ts'
import { DayField, Form, MoneyField, SubmitButton, TextArea, TextField } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { creditable } from '../rules/crediting.ts'
import type { Line } from '../types.ts'
import { type OnInvoice, pageOnInvoice, sayWhen } from './parts.tsx'

type Shows = OnInvoice & {
  /** The lines that can be credited. */
  readonly lines: readonly Line[]
}

/** A supplier's credit note for lines that were accepted, as it stands on its paper. */
export const creditPage = (shows: Shows): Page => {
  const { invoice, lines, typed, errors } = shows
  return pageOnInvoice(
    shows,
    { title: 'Enter a credit note', heading: 'Enter a credit note' },
    <>
      <p>
        It comes off what we pay this supplier next for the same lines of this budget, and off nothing else.
        The supplier and the ledger are told at once.
      </p>
      <Form
        action={`/invoices/${invoice.reference}/${invoice.number}/credit-notes`}
        typed={{ supplier: invoice.supplier, ...typed }}
        errors={errors}
      >
        <TextField name="supplier" label="Supplier on the credit note" />
        <TextField name="theirs" label="Number of the credit note" width={20} />
        <DayField name="dated" label="Date on it" />
        {lines.map(line => (
          <MoneyField
            key={line.id}
            name={`credit-${line.place}`}
            label={`Taken off line ${line.place}: ${line.says}, ${sayWhen(line)}`}
            hint={`At most ${sayMoney(creditable(line))}. Leave it empty where nothing is taken off.`}
          />
        ))}
        <MoneyField name="total" label="Total of the credit note" />
        <TextArea
          name="because"
          label="What is it for?"
          hint="The family and the supplier can read it."
          rows={3}
          most={500}
        />
        <SubmitButton>Enter the credit note</SubmitButton>
      </Form>
    </>,
  )
}
