import { sayDay, sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import {
  Choice,
  FileField,
  Form,
  InsetText,
  MoneyField,
  Reading,
  SubmitButton,
  TextArea,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { Terms } from '../rules/standing.ts'
import { howSays } from '../say.ts'
import { hows, type Recovery } from '../types.ts'
import { OwedFields } from './propose.tsx'
import { WorkingShown } from './working.tsx'

type Shows = {
  readonly one: Recovery
  readonly terms: Terms
  readonly staff: boolean
  readonly person?: Page['person']
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const pageOf = (title: string, { one, errors, person }: Shows, body: Page['body']): Page => ({
  title,
  back: `/recoveries/${one.reference}/${one.number}`,
  errors,
  ...(errors.length > 0 ? { status: 422 } : {}),
  ...(person ? { person } : {}),
  body: <Reading>{body}</Reading>,
})

const ForSomebody = () => (
  <>
    <TextField name="saidBy" label="Who objects?" />
    <Choice
      name="how"
      label="How did it reach you?"
      ways={hows
        .filter(how => how !== 'online')
        .map(value => ({ value, label: howSays[value].replace(/^./, first => first.toUpperCase()) }))}
    />
  </>
)

/** Objecting, in words and perhaps with a paper: one box is enough. */
export const objectionPage = (shows: Shows): Page =>
  pageOf(
    'Object to this',
    shows,
    <>
      <h1>Object to paying {sayMoney(shows.terms.amount)} back</h1>
      <InsetText>
        <p>
          As soon as you send this, nothing moves until somebody who had no part in it has looked again and
          answered you in writing.
        </p>
      </InsetText>
      <Form
        action={`/recoveries/${shows.one.reference}/${shows.one.number}/objection`}
        typed={shows.typed}
        errors={shows.errors}
        files
      >
        {shows.staff ? <ForSomebody /> : null}
        <TextArea
          name="words"
          label="What is wrong, and what should we know?"
          hint="In your own words. For example: bills that we did not count, or what the money is for."
          rows={8}
          most={5000}
        />
        <FileField
          name="file"
          label="A paper that you want us to see (optional)"
          hint="A photo, PDF or text file, up to 20 MB"
        />
        <SubmitButton>Send</SubmitButton>
      </Form>
    </>,
  )

/** The second decision: what was said, what was found, the answer with its reasons. */
export const answerPage = (shows: Shows): Page =>
  pageOf(
    'Look at it again',
    shows,
    <>
      <h1>Look again at {sayMoney(shows.one.amount)} to be paid back</h1>
      {shows.one.objection === null ? null : (
        <>
          <h2>
            What <bdi>{shows.one.objection.saidBy}</bdi> says
          </h2>
          <p dir="auto">{shows.one.objection.words}</p>
          {shows.one.objection.file === null ? null : (
            <p>
              <a href={`/recoveries/${shows.one.reference}/${shows.one.number}/file`}>
                Open the paper that was sent with it
              </a>
            </p>
          )}
          <p>
            Sent {sayShortDay(shows.one.objection.saidOn)}. We promised an answer by{' '}
            {sayDay(shows.one.objection.answerBy)}.
          </p>
        </>
      )}
      <WorkingShown working={shows.one.working} ground={shows.one.ground} />
      <h2>The reasons given</h2>
      <p>{shows.one.because}</p>
      <Form
        action={`/recoveries/${shows.one.reference}/${shows.one.number}/answer`}
        typed={shows.typed}
        errors={shows.errors}
      >
        <Choice
          name="outcome"
          label="Your answer"
          ways={[
            { value: 'dropped', label: 'Nothing is asked for any more' },
            {
              value: 'less',
              label: 'Less is asked for',
              also: (
                <>
                  <MoneyField name="amount" label="The new amount" />
                  <p>What is protected now, too, because of what was said:</p>
                  <OwedFields />
                </>
              ),
            },
            { value: 'stays', label: 'It stays as it was' },
          ]}
        />
        <TextArea name="because" label="The reasons, as they will stand in the letter" rows={6} most={3000} />
        <SubmitButton>Answer and send the letter</SubmitButton>
      </Form>
    </>,
  )
