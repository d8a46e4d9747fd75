import {
  Choice,
  DayField,
  Form,
  MoneyTable,
  SubmitButton,
  TextArea,
  WarningCallout,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { WorkedOut } from '../rules/sum.ts'

export type PreviewShown = { readonly sum: WorkedOut } | { readonly because: readonly string[] }

export const Preview = ({ preview }: { preview: PreviewShown }) =>
  'because' in preview ? (
    <WarningCallout heading="The sum cannot be worked out yet">
      <ul>
        {preview.because.map(one => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </WarningCallout>
  ) : (
    <MoneyTable
      caption="What this comes to, with today’s rates, for a week"
      what="For"
      columns={['A week']}
      total="Together"
      empty=""
      rows={preview.sum.lines.map(line => ({
        key: line.key,
        says: line.says,
        about: line.working,
        sums: [line.weekly],
      }))}
    />
  )

type KeepShows = {
  readonly reference: string
  readonly person: Page['person']
  readonly warnings: readonly string[]
  readonly typed: Typed
  readonly errors: readonly FieldError[]
} & {
  readonly preview: WorkedOut
}

/**
 * The sum before it is kept: its lines, its warnings, the day of its rates, and the reason where one is
 * needed.
 */
export const keepSumPage = ({ reference, person, preview, warnings, typed, errors }: KeepShows): Page => ({
  title: 'Keep the sum',
  back: `/needs/${reference}/support`,
  errors,
  status: errors.length > 0 ? 422 : 200,
  ...(person ? { person } : {}),
  body: (
    <>
      <h1>Keep the sum</h1>
      <Preview preview={{ sum: preview }} />
      {warnings.length > 0 ? (
        <WarningCallout heading="Look at this again">
          <ul>
            {warnings.map(one => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </WarningCallout>
      ) : null}
      <Form action={`/needs/${reference}/sums`} typed={typed} errors={errors}>
        <Choice
          name="kind"
          label="Which sum is this?"
          ways={[
            { value: 'indicative', label: 'Indicative', hint: 'Before planning: the family sees it first' },
            { value: 'final', label: 'Final', hint: 'After planning: what the plan is agreed on' },
          ]}
        />
        <DayField name="ratesOn" label="Rates of which day?" />
        <DayField name="from" label="From which day is it for?" />
        <TextArea
          name="because"
          label="Reason"
          hint={
            warnings.length > 0
              ? 'Needed: say why it stands in spite of what is above'
              : 'Not needed for a first sum'
          }
          most={1000}
        />
        <SubmitButton>Keep this sum</SubmitButton>
      </Form>
    </>
  ),
})
