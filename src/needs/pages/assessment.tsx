import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import {
  DataTable,
  DayField,
  EmptyState,
  Form,
  InsetText,
  Select,
  SubmitButton,
  TextArea,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { levels } from '../rules/consistency.ts'
import type { Domain } from '../types.ts'

type Shows = {
  readonly reference: string
  readonly person: Page['person']
  readonly newest: {
    readonly number: number
    readonly assessedOn: PlainDate
    readonly inTheirWords: string
    readonly domains: readonly Domain[]
  } | null
  /** The domains of the pathway, where the reader may assess; null for the family, who only read. */
  readonly domains: readonly string[] | null
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const Newest = ({ newest }: { newest: NonNullable<Shows['newest']> }) => (
  <>
    <p>
      Assessment number {newest.number}, of {sayShortDay(newest.assessedOn)}.
    </p>
    {newest.inTheirWords === '' ? null : (
      <InsetText>
        <h2>In their own words</h2>
        <p>{newest.inTheirWords}</p>
      </InsetText>
    )}
    <DataTable
      caption="Care domains"
      empty="No domain was assessed."
      columns={[{ says: 'Domain' }, { says: 'Level' }, { says: 'What was found' }]}
      rows={newest.domains.map(one => ({ key: one.name, cells: [one.name, one.level, one.note] }))}
    />
  </>
)

const Write = ({ reference, domains, typed, errors }: Shows) => (
  <Form action={`/needs/${reference}/assessment`} typed={typed} errors={errors}>
    <h2>Write a new assessment</h2>
    <p>
      It does not replace the one before: both are kept. The tool that decides eligibility is not an
      assessment of needs.
    </p>
    <DayField name="assessedOn" label="Day of the assessment" />
    <TextArea name="inTheirWords" label="What the person said, in their own words" most={5000} />
    {(domains ?? []).map((name, place) => (
      <fieldset key={name} className="nhsuk-fieldset">
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{name}</legend>
        <Select
          name={`level-${place}`}
          label="Level"
          none="Choose a level"
          options={levels.map(value => ({ value, label: value }))}
        />
        <TextArea name={`note-${place}`} label="What was found" rows={2} most={2000} />
      </fieldset>
    ))}
    <SubmitButton>Save the assessment</SubmitButton>
  </Form>
)

/** What was assessed, domain by domain, in the assessor's words and the person's own. */
export const assessmentPage = (shows: Shows): Page => ({
  title: 'Assessment of needs',
  back: `/needs/${shows.reference}`,
  errors: shows.errors,
  status: shows.errors.length > 0 ? 422 : 200,
  wide: shows.domains !== null,
  ...(shows.person ? { person: shows.person } : {}),
  body: (
    <>
      <h1>
        <span className="nhsuk-caption-l">{shows.reference}</span> Assessment of needs
      </h1>
      {shows.newest === null ? (
        <EmptyState
          says="Needs have not been assessed yet."
          next="Somebody will talk with you about what you need, for health and for daily life."
        />
      ) : (
        <Newest newest={shows.newest} />
      )}
      {shows.domains === null ? null : <Write {...shows} />}
    </>
  ),
})
