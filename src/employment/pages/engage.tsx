import {
  Choice,
  DayField,
  Details,
  Form,
  MoneyField,
  Reading,
  Select,
  SubmitButton,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { termRows } from '../forms.ts'
import type { PlanLine } from '../queries/budget.ts'
import { particularsRule } from '../reference/figures.ts'
import { headingOf } from '../rules/units.ts'
import { workUnits } from '../types.ts'
import { Rules, type Strip } from './parts.tsx'

export type Firm = { readonly id: string; readonly name: string }

type Shows = Strip & {
  readonly reference: string
  readonly lines: readonly PlanLine[]
  readonly firms: readonly Firm[]
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

export const unitOptions = [
  { value: '', label: 'Choose' },
  ...workUnits.map(unit => ({ value: unit, label: headingOf(unit) })),
]
export const firmOptions = (firms: readonly Firm[]) => [
  { value: '', label: 'Nobody here: I do it another way' },
  ...firms.map(({ id, name }) => ({ value: id, label: name })),
]

const Units = ({ row }: { row: (typeof termRows)[number] }) => (
  <fieldset className="nhsuk-fieldset">
    <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
      {row === 1 ? 'What is paid for' : `What else is paid for (${row} of ${termRows.length})`}
    </legend>
    <Select name={`unit${row}`} label="Unit" options={unitOptions} />
    <MoneyField name={`rate${row}`} label="Rate for one" />
    <TextField name={`weekly${row}`} label="How many a week, as agreed" width={5} />
  </fieldset>
)

const Who = () => (
  <>
    <TextField name="assistant" label="The assistant’s full name" />
    <DayField
      name="born"
      label="When were they born?"
      hint="Redundancy pay depends on the age. You can leave this out."
    />
    <TextField
      name="job"
      label="What is the work?"
      hint="For example: help in the mornings, Monday to Friday"
    />
  </>
)

const When = () => (
  <>
    <DayField name="from" label="First day of work" />
    <TextField name="days" label="How many days a week?" hint="Paid leave is reckoned from this." width={5} />
    <DayField
      name="statement"
      label="When did they get the written statement of the job’s particulars?"
      hint="On the first day at the latest."
    />
    <DayField name="contract" label="When was the contract signed?" hint="You can leave this out." />
    <DayField name="until" label="Last day, if it is for a fixed term" hint="You can leave this out." />
    <TextField
      name="notice"
      label="Weeks of notice agreed"
      hint="Leave it empty if only the least by law was agreed."
      width={5}
    />
  </>
)

const Lines = ({ lines }: Pick<Shows, 'lines'>) =>
  lines.length === 0 ? (
    <p id="line">
      You cannot see the lines of the plan, or none holds on that day. Ask the case worker first.
    </p>
  ) : (
    <Choice
      name="line"
      label="Which line of the plan pays for this?"
      ways={lines.map(({ key, says }) => ({ value: key, label: <bdi>{says}</bdi> }))}
    />
  )

/** Taking an assistant on: who, what for, on which particulars, at which rates. */
export const engagePage = (shows: Shows): Page => ({
  title: 'Take an assistant on',
  errors: shows.errors,
  ...(shows.errors.length > 0 ? { status: 422 } : {}),
  ...(shows.person ? { person: shows.person } : { back: `/employment/${shows.reference}` }),
  body: (
    <Reading>
      <h1>Take an assistant on</h1>
      <Form action={`/employment/${shows.reference}/engagements`} typed={shows.typed} errors={shows.errors}>
        <Who />
        <Lines lines={shows.lines} />
        <When />
        <Units row={1} />
        <Details
          says="Pay for something else as well: sleep-ins, nights, miles"
          open={shows.errors.length > 0}
        >
          <Units row={2} />
          <Units row={3} />
        </Details>
        <Select name="firm" label="Who works the pay out?" options={firmOptions(shows.firms)} />
        <SubmitButton>Take them on</SubmitButton>
      </Form>
      <Rules rules={[particularsRule]} />
    </Reading>
  ),
})
