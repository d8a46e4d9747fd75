import type { Pence } from '../../kernel/money.ts'
import { sayMoney } from '../../kernel/money.ts'
import {
  Choice,
  Choices,
  DayField,
  Form,
  HiddenFields,
  InsetText,
  MoneyField,
  type Option,
  Reading,
  Select,
  SubmitButton,
  TextArea,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'

type Filled = {
  readonly reference: string
  readonly person: NonNullable<Page['person']>
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const page = (shows: Filled, heading: string, inside: Page['body']): Page => ({
  title: `${heading}, ${shows.reference}`,
  back: `/funding/${shows.reference}`,
  person: shows.person,
  errors: shows.errors,
  status: shows.errors.length > 0 ? 422 : 200,
  body: (
    <Reading>
      <h1>
        <span className="nhsuk-caption-l">{shows.reference}</span> {heading}
      </h1>
      {inside}
    </Reading>
  ),
})

/** A part of a line is disputed: which, for which days, and who pays meanwhile. */
export const disputePage = (shows: Filled & { readonly parts: readonly Option[] }): Page =>
  page(
    shows,
    'Put a part of a line in dispute',
    <Form action={`/funding/${shows.reference}/disputes`} typed={shows.typed} errors={shows.errors}>
      <p>Only this part waits, for these days. The person and the providers are paid as ever.</p>
      <Select name="part" label="Which part of which line?" options={shows.parts} none="Choose" />
      <DayField name="from" label="From which day?" />
      <DayField name="until" label="Up to which day?" />
      <Choice
        name="interim"
        label="Who pays it meanwhile, without prejudice?"
        ways={[
          { value: 'board', label: 'The board' },
          { value: 'body', label: 'The body whose part it is' },
        ]}
      />
      <TextArea name="because" label="What is the dispute about?" rows={3} />
      <SubmitButton>Put it in dispute</SubmitButton>
    </Form>,
  )

type Settling = Filled & {
  readonly dispute: string
  readonly says: string
  readonly body: string
  readonly lead: string
  readonly sum: Pence
}

/** How a dispute is settled: what the body carries, the board the rest. */
export const settlementPage = (shows: Settling): Page =>
  page(
    shows,
    'Settle the dispute',
    <>
      <InsetText>
        <p>{shows.says}</p>
        <p>In dispute so far: {sayMoney(shows.sum)}.</p>
      </InsetText>
      <Form
        action={`/funding/${shows.reference}/disputes/${shows.dispute}/settlement`}
        typed={shows.typed}
        errors={shows.errors}
      >
        <TextField
          name="percentage"
          label={`How much of it does ${shows.body} carry?`}
          hint={`${shows.lead} carries the rest.`}
          suffix="%"
          width={5}
        />
        <TextArea name="because" label="How was it settled, and by whom?" rows={3} />
        <SubmitButton>Settle it</SubmitButton>
      </Form>
    </>,
  )

/** What the person pays towards social care. */
export const contributionPage = (shows: Filled & { readonly lines: readonly Option[] }): Page =>
  page(
    shows,
    'What the person pays',
    <Form action={`/funding/${shows.reference}/contributions`} typed={shows.typed} errors={shows.errors}>
      <p>The health part is free, and so is education. A person can only pay towards social care.</p>
      <HiddenFields values={{ strand: 'social-care' }} />
      <Choice
        name="kind"
        label="What is it?"
        ways={[
          { value: 'contribution', label: 'A contribution, by the council’s means test' },
          { value: 'top-up', label: 'A top-up of one line, which the person chose' },
        ]}
      />
      <Select name="line" label="Which line, for a top-up?" options={shows.lines} none="None" />
      <MoneyField name="weekly" label="How much a week?" />
      <Choices
        name="allowed"
        label="For a top-up"
        ways={[{ value: 'yes', label: 'The council allows it for this line' }]}
      />
      <DayField name="from" label="From which day?" />
      <TextArea name="because" label="What does it rest on?" rows={2} />
      <SubmitButton>Save it</SubmitButton>
    </Form>,
  )
