import { sayShortDay } from '../../kernel/days.ts'
import { nothing, sayMoney } from '../../kernel/money.ts'
import { Choice, Form, MoneyField, SubmitButton, SummaryList, TextArea, TextField } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { outcomeSays } from '../rules/say.ts'
import type { Line } from '../types.ts'
import { type OnInvoice, pageOnInvoice, sayWhen, sayWorking } from './parts.tsx'

type Shows = OnInvoice & {
  readonly line: Line
}

const CreditNote = () => (
  <>
    <TextField name="credit-number" label="Number of the credit note" width={20} />
    <MoneyField name="credit" label="How much does it take off?" />
  </>
)

const Facts = ({ line }: { line: Line }) => (
  <SummaryList
    facts={[
      { says: 'Line', is: <bdi>{line.says}</bdi> },
      { says: 'When', is: sayWhen(line) },
      { says: 'Charged', is: `${sayWorking(line)} = ${sayMoney(line.amount)}` },
      { says: 'In dispute', is: sayMoney(line.decided?.disputed ?? nothing) },
      {
        says: 'Since',
        is: line.decided === null ? '' : `${sayShortDay(line.decided.on)}, ${line.decided.by}`,
      },
      { says: 'Why', is: <bdi>{line.decided?.because}</bdi> },
    ]}
  />
)

/** How the dispute about one line ends, to the penny. */
export const settlePage = (shows: Shows): Page => {
  const { invoice, line, typed, errors } = shows
  return pageOnInvoice(
    shows,
    { title: 'Settle a dispute', heading: 'Settle the dispute' },
    <>
      <Facts line={line} />
      <Form
        action={`/invoices/${invoice.reference}/${invoice.number}/lines/${line.place}/settlement`}
        typed={typed}
        errors={errors}
      >
        <Choice
          name="outcome"
          label="How is it settled?"
          ways={[
            ...(line.lineKey === null
              ? []
              : [
                  { value: 'in-full', label: outcomeSays['in-full'] },
                  {
                    value: 'in-part',
                    label: outcomeSays['in-part'],
                    also: <MoneyField name="part" label="How much is paid?" />,
                  },
                ]),
            { value: 'nothing', label: outcomeSays.nothing },
            { value: 'credit-note', label: outcomeSays['credit-note'], also: <CreditNote /> },
          ]}
        />
        <TextArea
          name="because"
          label="How was it settled, and with whom?"
          hint="The supplier reads it."
          rows={3}
          most={500}
        />
        <SubmitButton>Settle it</SubmitButton>
      </Form>
    </>,
  )
}
