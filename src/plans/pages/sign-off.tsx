import { type Pence, sayMoney } from '../../kernel/money.ts'
import { Choice, DayField, Form, InsetText, SubmitButton, SummaryList, TextArea } from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { Problem } from '../rules/problems.ts'
import type { Budget } from '../types.ts'
import { Problems } from './plan-parts.tsx'

export type SignOffShows = {
  readonly reference: string
  readonly number: number
  readonly person: Page['person']
  readonly cost: Pence
  readonly budget: Budget
  /** Up to how much a week this reader may approve: a sentence. */
  readonly limitSays: string
  readonly problems: readonly Problem[]
  /** Why this reader may not sign it, in sentences; empty where they may. */
  readonly against: readonly string[]
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  /** Which of the two forms was sent, so that its errors are shown there. */
  readonly sent: 'agree' | 'back' | null
}

const Against = ({ against }: { against: readonly string[] }) => (
  <InsetText>
    <p>
      <strong>You can’t agree this plan:</strong>
    </p>
    <ul>
      {against.map(says => (
        <li key={says}>{says}.</li>
      ))}
    </ul>
  </InsetText>
)

const Agree = (shows: SignOffShows) => (
  <Form
    action={`/plans/${shows.reference}/sign-off`}
    typed={shows.sent === 'back' ? {} : shows.typed}
    errors={shows.sent === 'back' ? [] : shows.errors}
    name="Agree the plan"
  >
    <h2>Agree it</h2>
    <DayField name="from" label="From which day does it hold?" />
    <TextArea
      name="because"
      label="Anything to remember about your decision"
      hint="You can leave this empty."
      most={1000}
    />
    <SubmitButton>Agree the plan</SubmitButton>
  </Form>
)

const SendBack = (shows: SignOffShows) => (
  <Form
    action={`/plans/${shows.reference}/handing`}
    typed={shows.sent === 'back' ? shows.typed : { to: 'case-worker' }}
    errors={shows.sent === 'back' ? shows.errors : []}
    name="Send it back"
  >
    <h2>Or send it back</h2>
    <Choice
      name="to"
      label="To whom?"
      ways={[
        { value: 'case-worker', label: 'The case worker' },
        { value: 'family', label: 'The family' },
      ]}
    />
    <TextArea name="words" label="What has to change?" most={2000} />
    <SubmitButton look="second">Send it back</SubmitButton>
  </Form>
)

/** For the approver: the sum against the limit, what the rules say, agreeing it or sending it back. */
export const signOffPage = (shows: SignOffShows): Page => ({
  title: 'Agree the plan',
  back: `/plans/${shows.reference}`,
  ...(shows.person ? { person: shows.person } : {}),
  errors: shows.errors,
  status: shows.errors.length > 0 ? 422 : 200,
  body: (
    <>
      <h1>
        <span className="nhsuk-caption-l">
          {shows.reference} · version {shows.number}
        </span>{' '}
        Agree the plan
      </h1>
      <SummaryList
        facts={[
          {
            says: 'The plan',
            is: <a href={`/plans/${shows.reference}`}>Read the whole plan before you agree it</a>,
          },
          { says: 'The plan costs', is: `${sayMoney(shows.cost)} a week` },
          {
            says: 'The budget',
            is: shows.budget === null ? 'You cannot see it' : `${sayMoney(shows.budget.weekly)} a week`,
          },
          { says: 'You may approve', is: shows.limitSays },
        ]}
      />
      <Problems problems={shows.problems} to={() => null} />
      {shows.against.length > 0 ? <Against against={shows.against} /> : <Agree {...shows} />}
      <SendBack {...shows} />
    </>
  ),
})
