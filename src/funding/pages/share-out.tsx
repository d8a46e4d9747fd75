import { sayMoney } from '../../kernel/money.ts'
import { strandNames, strands } from '../../needs/public.ts'
import {
  DayField,
  EmptyState,
  Form,
  Reading,
  Select,
  SubmitButton,
  TextArea,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { LineToSplit } from '../forms.ts'

export type ShareOutShown = {
  readonly reference: string
  readonly person: NonNullable<Page['person']>
  readonly lines: readonly LineToSplit[]
  readonly councils: readonly { readonly id: string; readonly name: string }[]
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  /** Where the form goes, and what its button says, where it is not simply sent to the other bodies. */
  readonly sends?: { readonly to: string; readonly says: string; readonly title: string }
}

const ways = [
  { value: 'health', label: 'All of it health' },
  { value: 'social-care', label: 'All of it social care' },
  { value: 'education', label: 'All of it education' },
  { value: 'percentage', label: 'By percentage' },
  { value: 'amount', label: 'By pounds a week' },
]

const Line = ({ line, place }: { line: LineToSplit; place: number }) => (
  <fieldset className="nhsuk-fieldset">
    <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">
      {line.says}: {sayMoney(line.weekly)} a week
    </legend>
    <Select name={`way-${place}`} label="How is it shared?" options={ways} />
    {strands.map(strand => (
      <TextField
        key={strand}
        name={`${strand}-${place}`}
        label={`${strandNames[strand]}, if it is shared`}
        width={10}
      />
    ))}
  </fieldset>
)

/** Who carries which share of each line, from a day. */
export const shareOutPage = (shows: ShareOutShown): Page => {
  const { reference, person, lines, councils, typed, errors } = shows
  const { to, says, title } = shows.sends ?? {
    to: `/funding/${reference}/splits`,
    says: 'Send it to the other bodies',
    title: 'Share the budget out',
  }
  const options = councils.map(({ id, name }) => ({ value: id, label: name }))
  return {
    title: `${title}, ${reference}`,
    back: `/funding/${reference}`,
    person,
    errors,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <Reading>
        <h1>
          <span className="nhsuk-caption-l">{reference}</span> {title}
        </h1>
        {lines.length === 0 ? (
          <EmptyState says="There is no line to share yet." next="Work the sum out first." />
        ) : (
          <Form action={to} typed={typed} errors={errors}>
            <p>
              For each line choose one part that carries all of it, or share it. Percentages must add up to
              100. Pounds a week must add up to the line.
            </p>
            {lines.map((line, place) => (
              <Line key={line.key} line={line} place={place} />
            ))}
            <Select
              name="social-care-body"
              label="Which council pays for social care?"
              options={options}
              none="Nobody"
            />
            <Select
              name="education-body"
              label="Which council pays for education?"
              options={options}
              none="Nobody"
            />
            <DayField name="from" label="From which day?" />
            <TextArea name="because" label="What do the shares rest on?" rows={2} />
            <SubmitButton>{says}</SubmitButton>
          </Form>
        )}
      </Reading>
    ),
  }
}
