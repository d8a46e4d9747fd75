import { sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import {
  Choice,
  DayField,
  Form,
  InsetText,
  Reading,
  SubmitButton,
  TextArea,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { PaymentsShown } from '../tables.ts'
import { type FileKind, fileKindList, fileKinds } from '../types.ts'

type Filled = { readonly typed: Typed; readonly errors: readonly FieldError[] }

/** Which account the organisation pays from, from a day. */
export const payerPage = ({
  typed,
  errors,
  now,
}: Filled & {
  readonly now: { readonly name: string; readonly ending: string; readonly fileKind: FileKind } | null
}): Page => ({
  title: 'The account that money leaves from',
  back: '/payments',
  errors,
  status: errors.length > 0 ? 422 : 200,
  body: (
    <Reading>
      <h1>The account that money leaves from</h1>
      {now === null ? null : (
        <InsetText>
          <p>
            Now it is <bdi>{now.name}</bdi>, account ending {now.ending}. Its bank takes{' '}
            {fileKinds[now.fileKind]}.
          </p>
        </InsetText>
      )}
      <Form action="/payments/payer" typed={typed} errors={errors}>
        <TextField name="name" label="Name on the account" />
        <TextField name="sortCode" label="Sort code" hint="Six digits, like 20-00-00" width={10} />
        <TextField name="accountNumber" label="Account number" hint="Eight digits" width={10} />
        <DayField name="from" label="From which day?" />
        <Choice
          name="fileKind"
          label="Which file does your bank take?"
          ways={fileKindList.map(value => ({ value, label: fileKinds[value] }))}
        />
        <TextField
          name="userNumber"
          label="Bacs user number (only for Bacs)"
          hint="Six digits. Bacs processes a file on the working day after it is made, at the earliest."
          width={10}
        />
        <SubmitButton>Save the account</SubmitButton>
      </Form>
    </Reading>
  ),
})

/** A payment came back: when, and what the bank says. */
export const returnPage = ({
  typed,
  errors,
  payment,
}: Filled & { readonly payment: PaymentsShown['payments.instruction_shown'] }): Page => ({
  title: 'A payment came back',
  back: `/payments/runs/${payment.run_id}`,
  errors,
  status: errors.length > 0 ? 422 : 200,
  body: (
    <Reading>
      <h1>A payment came back</h1>
      <p>
        {sayMoney(payment.amount)} to <bdi>{payment.paid_to}</bdi>
        {` for ${sayShortDay(payment.period_from)} to ${sayShortDay(payment.period_until)}.`} The money is set
        aside again, and the next run pays these days again. Check the account first.
      </p>
      <Form action={`/payments/returns/${payment.id}`} typed={typed} errors={errors}>
        <DayField name="on" label="On which day did it come back?" />
        <TextArea name="because" label="Why, as the bank says?" rows={2} />
        <SubmitButton>Note that it came back</SubmitButton>
      </Form>
    </Reading>
  ),
})
