import { sayMoney } from '../../kernel/money.ts'
import { Choice, Form, MoneyField, SubmitButton, TextArea } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { decisionField } from '../forms.ts'
import { payerSays } from '../rules/say.ts'
import type { Figures } from '../rules/settings.ts'
import type { Found, Line, Payer } from '../types.ts'
import { AboutChecks, Findings, type OnInvoice, pageOnInvoice, sayWhen, sayWorking } from './parts.tsx'

export type ToDecide = {
  readonly line: Line
  readonly findings: readonly Found[]
  readonly planLine: string | null
  readonly pays: Payer
}
type Shows = OnInvoice & {
  readonly open: readonly ToDecide[]
  readonly figures: Figures
}

const Dispute = ({ line }: { line: Line }) => (
  <MoneyField
    name={decisionField('sum', line.place)}
    label="How much of it?"
    hint={`Leave it empty for all of it, ${sayMoney(line.amount)}. The rest of the line is paid.`}
  />
)

const OneLine = ({ line, findings, planLine, pays }: ToDecide) => {
  const stopped = findings.some(({ grade }) => grade === 'stop')
  return (
    <section>
      <h2 className="nhsuk-heading-m">
        {line.place}. <bdi>{line.says}</bdi>, {sayMoney(line.amount)}
      </h2>
      <p>
        {sayWhen(line)}. {sayWorking(line)}.{' '}
        {planLine === null ? 'No line of the plan is named.' : `Plan: ${planLine}.`} {payerSays[pays]}.
      </p>
      <h3 className="nhsuk-heading-s">What was found</h3>
      <Findings findings={findings} />
      <Choice
        name={decisionField('decision', line.place)}
        label={`What do you decide about line ${line.place}?`}
        ways={[
          ...(stopped ? [] : [{ value: 'accept', label: 'Accept it' }]),
          { value: 'dispute', label: 'Dispute it', also: <Dispute line={line} /> },
          { value: 'leave', label: 'Leave it for now' },
        ]}
      />
      <TextArea
        name={decisionField('because', line.place)}
        label={`Why, about line ${line.place}`}
        hint="Needed for a dispute, which the supplier reads, and where something has to be looked at."
        rows={2}
      />
    </section>
  )
}

/** The lines that nobody has decided about, each with what was found and what may be done. */
export const decidePage = (shows: Shows): Page => {
  const { invoice, open, figures, typed, errors } = shows
  return pageOnInvoice(
    shows,
    { title: 'Decide about an invoice', heading: 'Decide about its lines' },
    <>
      <p>
        Accepted lines are paid by the next run, whatever becomes of the others. The supplier is told by
        letter of what is disputed.
      </p>
      <Form
        action={`/invoices/${invoice.reference}/${invoice.number}/decisions`}
        typed={typed}
        errors={errors}
      >
        {open.map(one => (
          <OneLine key={one.line.id} {...one} />
        ))}
        <SubmitButton>Decide</SubmitButton>
      </Form>
      <AboutChecks figures={figures} />
    </>,
  )
}
