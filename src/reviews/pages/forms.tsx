import { endGrounds, sayGround } from '../../agreements/public.ts'
import {
  Choice,
  DayField,
  Form,
  InsetText,
  MoneyField,
  Reading,
  RuleNote,
  Select,
  SubmitButton,
  TextArea,
  TextField,
  YesNo,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { AnyRule } from '../../rights/public.ts'
import { type Lane, laneNames, testsOf } from '../types.ts'

type Shows = {
  readonly reference: string
  readonly person: Page['person']
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const pageOf = (title: string, { reference, person, errors }: Shows, body: Page['body']): Page => ({
  title,
  back: `/reviews/${reference}`,
  errors,
  status: errors.length > 0 ? 422 : 200,
  ...(person ? { person } : {}),
  body: (
    <Reading>
      <h1>{title}</h1>
      {body}
    </Reading>
  ),
})

const laneWays = Object.entries(laneNames).map(([value, label]) => ({ value, label }))

export const bookingPage = (shows: Shows): Page =>
  pageOf(
    'Book a review',
    shows,
    <Form action={`/reviews/${shows.reference}/booking`} typed={shows.typed} errors={shows.errors}>
      <Choice name="lane" label="Which review?" ways={laneWays} />
      <DayField name="on" label="On which day?" />
      <TextField
        name="place"
        label="Where?"
        hint="At home, by telephone, or somewhere else that suits them"
      />
      <TextArea
        name="because"
        label="Reason"
        hint="Needed only where two different reviews are to be on one day"
        rows={2}
        most={500}
      />
      <SubmitButton>Book it</SubmitButton>
    </Form>,
  )

export const reviewFormPage = ({ lane, ...shows }: Shows & { readonly lane: Lane }): Page =>
  pageOf(
    `Review: ${laneNames[lane].toLowerCase()}`,
    shows,
    <Form action={`/reviews/${shows.reference}/${lane}`} typed={shows.typed} errors={shows.errors}>
      <DayField name="heldOn" label="When was it held?" />
      <Choice
        name="askedBy"
        label="Why was it held?"
        ways={[
          { value: 'schedule', label: 'It was due' },
          { value: 'person', label: 'The person asked for it' },
          { value: 'event', label: 'Something had changed' },
        ]}
      />
      {testsOf[lane].map(([test, asks]) => (
        <div key={test}>
          <Choice
            name={`answer-${test}`}
            label={asks}
            inline
            ways={[
              { value: 'yes', label: 'Yes' },
              { value: 'partly', label: 'Partly' },
              { value: 'no', label: 'No' },
            ]}
          />
          <TextField name={`note-${test}`} label={`Note on: ${asks}`} />
        </div>
      ))}
      <TextArea name="words" label="What you found" hint="The family reads this" most={5000} />
      <TextArea name="theirWords" label="What the person said, in their own words" most={5000} />
      <Choice
        name="follows"
        label="What follows?"
        ways={[
          { value: 'continue', label: 'It goes on as it is' },
          {
            value: 'change',
            label: 'The plan and the budget change',
            also: <DayField name="changeFrom" label="From which day?" />,
          },
          {
            value: 'stop',
            label: 'It should stop',
            hint: 'Nothing stops by this. The next page is the notice, with reasons',
          },
        ]}
      />
      <SubmitButton>Save the review</SubmitButton>
    </Form>,
  )

export const eventPage = (shows: Shows): Page =>
  pageOf(
    'Something has changed',
    shows,
    <Form action={`/reviews/${shows.reference}/event`} typed={shows.typed} errors={shows.errors}>
      <Choice
        name="kind"
        label="What has changed?"
        ways={[
          {
            value: 'health-change',
            label: 'Health',
            also: <YesNo name="significant" label="Is it a significant change?" />,
          },
          {
            value: 'cost-change',
            label: 'What the care costs',
            also: <MoneyField name="costWeekly" label="What does the plan cost now, a week?" />,
          },
          { value: 'other', label: 'Something else' },
        ]}
      />
      <DayField name="on" label="When?" />
      <TextArea name="words" label="What has changed?" most={3000} />
      <SubmitButton>Tell us</SubmitButton>
    </Form>,
  )

export const endingPage = ({
  rules,
  noticeDays,
  ...shows
}: Shows & { readonly rules: readonly AnyRule[]; readonly noticeDays: number | null }): Page =>
  pageOf(
    'End this budget',
    shows,
    <>
      <InsetText>
        <p>
          The person gets a letter with the reasons.{' '}
          {noticeDays === null ? '' : `The agreed notice is ${noticeDays} days. `}Nothing is taken back by
          this: what is left in the account is looked at afterwards, with wages, tax and bills paid first.
        </p>
      </InsetText>
      <Form action={`/reviews/${shows.reference}/ending`} typed={shows.typed} errors={shows.errors}>
        <Select
          name="ground"
          label="Ground"
          none="Choose the ground"
          options={endGrounds.map(value => ({ value, label: sayGround(value) }))}
        />
        <DayField name="on" label="Last day of the budget" />
        <TextArea name="because" label="Reasons, as the person will read them" most={3000} />
        <SubmitButton look="warning">End it and send the letter</SubmitButton>
      </Form>
      {rules.map(rule => (
        <RuleNote
          key={rule.id}
          says={rule.says}
          source={rule.source}
          confidence={rule.confidence}
          from={rule.from}
          until={rule.until}
        />
      ))}
    </>,
  )
