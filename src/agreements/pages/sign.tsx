import { sayDay } from '../../kernel/days.ts'
import { Choice, Choices, DayField, Form, InsetText, SubmitButton, TextField } from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { Agreement } from '../queries/agreements.ts'
import { Conditions, Family, Rules, Ways } from './parts.tsx'

type Shows = {
  readonly reference: string
  readonly strip: NonNullable<Page['person']>
  readonly one: Agreement
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const What = ({ one }: { one: Agreement }) => (
  <>
    <p>
      It begins on {sayDay(one.from_on)}.
      {one.weekly_direct > 0n ? ` ${one.holder_name} receives the direct payment.` : ''}
      {one.third_party_id === null ? '' : ` ${one.third_party_name} holds the third-party budget.`}
    </p>
    <Ways one={one} />
    <Family one={one} />
  </>
)

const around = (shows: Shows, title: string): Omit<Page, 'body'> => ({
  title,
  back: `/agreements/${shows.reference}`,
  person: shows.strip,
  errors: shows.errors,
  ...(shows.errors.length > 0 ? { status: 422 } : {}),
})

/** The person, or who stands in for them, reads, ticks what they agree to and types their name. */
export const signPage = (shows: Shows): Page => ({
  ...around(shows, 'Read and sign your agreement'),
  body: (
    <>
      <h1>Read and sign your agreement</h1>
      <What one={shows.one} />
      <InsetText>
        <p>
          You do not have to sign. If something is not right, send us a message first: nothing you get now
          stops because you ask.
        </p>
      </InsetText>
      <Form action={`/agreements/${shows.reference}/signature`} typed={shows.typed} errors={shows.errors}>
        <input type="hidden" name="agreement" value={shows.one.id} />
        <Choices
          name="agreedTo"
          label="Tick everything that you agree to"
          ways={shows.one.conditions.map(one => ({ value: one.key, label: one.says }))}
        />
        <TextField
          name="name"
          label="Your full name"
          hint="It counts as your signature."
          autocomplete="name"
        />
        <SubmitButton>Sign the agreement</SubmitButton>
      </Form>
      <Rules missing={[]} conditions={shows.one.conditions} />
    </>
  ),
})

/** Staff write down who signed on paper, and when. */
export const paperPage = (shows: Shows): Page => ({
  ...around(shows, 'Write down a signature on paper'),
  body: (
    <>
      <h1>
        <span className="nhsuk-caption-l">{shows.reference}</span> Write down a signature on paper
      </h1>
      <What one={shows.one} />
      <h2>The paper says</h2>
      <Conditions conditions={shows.one.conditions} />
      <Form
        action={`/agreements/${shows.reference}/paper-signature`}
        typed={shows.typed}
        errors={shows.errors}
      >
        <input type="hidden" name="agreement" value={shows.one.id} />
        <TextField name="name" label="Who signed" />
        <Choice
          name="asWho"
          label="They signed as"
          ways={[
            ...(shows.one.own_consent ? [{ value: 'the-person', label: 'The person' }] : []),
            ...(shows.one.own_consent
              ? []
              : [
                  { value: 'parent', label: 'A parent, for a child under 16' },
                  { value: 'representative', label: 'A representative' },
                ]),
          ]}
        />
        <DayField name="on" label="Day on the paper" />
        <Choices
          name="all"
          label="The paper"
          ways={[{ value: 'yes', label: 'It holds every condition above, and none is struck out' }]}
        />
        <SubmitButton>Write it down</SubmitButton>
      </Form>
    </>
  ),
})
