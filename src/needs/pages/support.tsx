import { sayMoney } from '../../kernel/money.ts'
import {
  Choice,
  DataTable,
  Details,
  Form,
  HiddenFields,
  LinkButton,
  MoneyField,
  Select,
  SubmitButton,
  TextField,
  WarningCallout,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { type LineKind, lineKinds, type RateRow, type SupportLine, unitsOfSupport } from '../types.ts'
import { Preview, type PreviewShown } from './keep-sum.tsx'

const kindNames = {
  care: 'Care or support',
  'employer-cost': 'Cost of being an employer',
  training: 'Training',
  contingency: 'Contingency',
  equipment: 'Equipment',
  activity: 'Activity',
  other: 'Something else',
} as const satisfies Record<LineKind, string>

export type SupportShows = {
  readonly reference: string
  readonly person: Page['person']
  readonly lines: readonly SupportLine[]
  readonly seen: number
  readonly rates: readonly RateRow[]
  readonly editing: SupportLine | null
  /** What the lines would come to today, or in words why they would not. */
  readonly preview: PreviewShown
  readonly warnings: readonly string[]
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const rateOf = (line: SupportLine, rates: readonly RateRow[]): string => {
  const row = rates.find(one => one.name === line.rateName)
  if (row) return `${sayMoney(row.rate)} (${row.says})`
  return line.ownRate === null
    ? 'Not in the table of rates'
    : `£${line.ownRate} (its own: ${line.ownRateBecause})`
}

const Remove = ({ reference, line, seen }: { reference: string; line: SupportLine; seen: number }) => (
  <Form action={`/needs/${reference}/support/${line.key}/removal`} name={`Take out ${line.says}`}>
    <HiddenFields values={{ seen: String(seen) }} />
    <SubmitButton look="second" small>
      Take out
    </SubmitButton>
  </Form>
)

const Lines = ({ reference, lines, seen, rates }: SupportShows) => (
  <DataTable
    caption="Support needed"
    empty="No support has been written down yet. Add the first line below."
    columns={[
      { says: 'What' },
      { says: 'When' },
      { says: 'How much' },
      { says: 'Rate' },
      { says: 'Change', unseen: true },
    ]}
    rows={lines.map(line => ({
      key: line.key,
      cells: [
        line.says,
        line.when,
        `${line.units} ${line.unit}s a ${line.per}${line.employed ? ', employed' : ''}`,
        rateOf(line, rates),
        <>
          <a href={`/needs/${reference}/support?line=${line.key}`}>
            Change<span className="nhsuk-u-visually-hidden"> {line.says}</span>
          </a>
          <Remove reference={reference} line={line} seen={seen} />
        </>,
      ],
    }))}
  />
)

const typedOf = (line: SupportLine): Typed => ({
  says: line.says,
  group: line.group,
  when: line.when,
  kind: line.kind,
  unit: line.unit,
  units: line.units,
  per: line.per,
  rateName: line.rateName ?? '',
  ownRate: line.ownRate ?? '',
  ownRateBecause: line.ownRateBecause ?? '',
  employed: line.employed ? 'yes' : '',
})

const LineForm = ({ reference, editing, seen, rates, typed, errors }: SupportShows) => (
  <Form
    action={editing ? `/needs/${reference}/support/${editing.key}` : `/needs/${reference}/support`}
    errors={errors}
    name="A line of support"
    typed={Object.keys(typed).length > 0 ? typed : editing ? typedOf(editing) : { kind: 'care', per: 'week' }}
  >
    <h2>{editing ? `Change: ${editing.says}` : 'Add a line'}</h2>
    <HiddenFields values={{ seen: String(seen) }} />
    <TextField name="says" label="What the support is" hint="For example: two assistants for getting up" />
    <TextField
      name="group"
      label="What it is for in the person’s life"
      hint="Lines for the same thing stand together: nights, getting up, going out"
    />
    <TextField name="when" label="When it happens" hint="For example: every night, 10pm to 7am" />
    <Select
      name="kind"
      label="What sort of line"
      options={lineKinds.map(value => ({ value, label: kindNames[value] }))}
    />
    <TextField name="units" label="How many" numeric width={5} />
    <Select
      name="unit"
      label="Unit, as agreed"
      options={unitsOfSupport.map(value => ({ value, label: value }))}
    />
    <Select
      name="per"
      label="In each"
      options={['week', 'month', 'year'].map(value => ({ value, label: value }))}
    />
    <Select
      name="rateName"
      label="Rate of the table"
      none="A rate of its own"
      options={rates.map(rate => ({
        value: rate.name,
        label: `${rate.says}, ${sayMoney(rate.rate)} a ${rate.unit}`,
      }))}
    />
    <Details
      says="A rate of its own"
      open={errors.some(error => error.field.startsWith('ownRate')) || editing?.ownRate != null}
    >
      <MoneyField name="ownRate" label="Rate of its own" />
      <TextField name="ownRateBecause" label="Why" />
    </Details>
    <Choice
      name="employed"
      label="Is it somebody whom the person employs?"
      hint="Then National Insurance, pension, leave, insurance and payroll are added as lines of their own"
      ways={[
        { value: 'yes', label: 'Yes, employed by the person' },
        { value: '', label: 'No' },
      ]}
    />
    <SubmitButton>{editing ? 'Save the change' : 'Add the line'}</SubmitButton>
  </Form>
)

export const supportPage = (shows: SupportShows): Page => ({
  title: 'Support needed',
  back: `/needs/${shows.reference}`,
  wide: true,
  errors: shows.errors,
  status: shows.errors.length > 0 ? 422 : 200,
  ...(shows.person ? { person: shows.person } : {}),
  body: (
    <>
      <h1>
        <span className="nhsuk-caption-l">{shows.reference}</span> Support needed
      </h1>
      <Lines {...shows} />
      {shows.lines.length > 0 ? <Preview preview={shows.preview} /> : null}
      {shows.warnings.length > 0 ? (
        <WarningCallout heading="Look at this again">
          <ul>
            {shows.warnings.map(one => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </WarningCallout>
      ) : null}
      {'sum' in shows.preview ? (
        <LinkButton href={`/needs/${shows.reference}/sums/new`}>Keep this as a sum</LinkButton>
      ) : null}
      <LineForm {...shows} />
    </>
  ),
})
