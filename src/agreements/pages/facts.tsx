import { Choice, DayField, Form, Select, SubmitButton, TextArea, TextField } from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { exclusions } from '../../rights/public.ts'
import type { Notable } from '../rules/note.ts'
import { factSays, howSays } from '../rules/say.ts'
import { type Fact, hows } from '../types.ts'
import { Facts } from './parts.tsx'

type Shows = {
  readonly reference: string
  readonly strip: NonNullable<Page['person']>
  readonly kinds: readonly Notable[]
  readonly facts: readonly Fact[]
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

/** What has changed since the agreement was prepared: one fact at a time, with its day. */
export const factsPage = (shows: Shows): Page => ({
  title: 'What has changed',
  back: `/agreements/${shows.reference}`,
  person: shows.strip,
  errors: shows.errors,
  ...(shows.errors.length > 0 ? { status: 422 } : {}),
  body: (
    <>
      <h1>
        <span className="nhsuk-caption-l">{shows.reference}</span> What has changed
      </h1>
      <p>
        You can take consent back at any time. The direct payment then stops, and the care is arranged another
        way.
      </p>
      <Form action={`/agreements/${shows.reference}/facts`} typed={shows.typed} errors={shows.errors}>
        <Choice
          name="what"
          label="What do you want to write down?"
          ways={shows.kinds.map(value => ({ value, label: factSays[value] }))}
        />
        <DayField name="on" label="On which day, or from which day" />
        {shows.kinds.includes('employer-insurance') ? (
          <DayField name="until" label="Last day, for insurance or a court order, if it has one" />
        ) : null}
        <TextField
          name="by"
          label="Who it comes from"
          hint="Who consents, agrees or withdraws, or the insurer."
        />
        <Select
          name="how"
          label="How you know"
          none="Choose"
          options={hows.map(value => ({ value, label: howSays[value] }))}
        />
        {shows.kinds.includes('exclusion') ? (
          <Select
            name="order"
            label="Which court order, if it is one"
            none="None"
            options={exclusions.map(value => ({ value, label: value.replaceAll('-', ' ') }))}
          />
        ) : null}
        <TextArea name="words" label="Anything else that should be known" rows={3} most={500} />
        <SubmitButton>Write it down</SubmitButton>
      </Form>
      <Facts facts={shows.facts} />
    </>
  ),
})
