import {
  DayField,
  Details,
  FileField,
  Form,
  HiddenFields,
  MoneyField,
  Reading,
  Select,
  SubmitButton,
  SubmitButtons,
  TextArea,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { cellField } from '../forms.ts'
import { unitSays } from '../rules/say.ts'
import { invoiceUnits } from '../types.ts'

type Shows = {
  readonly reference: string
  /** The lines of the plan to choose from, by key. */
  readonly lines: ReadonlyMap<string, string>
  readonly rows: number
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly person?: Page['person']
}

const unitOptions = invoiceUnits.map(value => ({ value, label: unitSays[value] }))

const LineFields = ({ row, rows, lines }: { row: number; rows: number } & Pick<Shows, 'lines'>) => (
  <fieldset className="nhsuk-fieldset">
    <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
      {rows === 1 ? 'Line of the invoice' : `Line ${row} of ${rows}`}
    </legend>
    <TextField name={cellField('what', row)} label="What is it for?" />
    <TextField name={cellField('on', row)} label="On which day?" hint="Like 04/05/2026" width={10} />
    <TextField
      name={cellField('from', row)}
      label="From what time?"
      hint="Like 09:30. You can leave it out."
      width={5}
    />
    <TextField name={cellField('to', row)} label="Until what time?" width={5} />
    <TextField name={cellField('units', row)} label="How many?" hint="Like 3 or 7.5" width={5} />
    <Select name={cellField('unit', row)} label="Of what?" options={unitOptions} />
    <MoneyField name={cellField('rate', row)} label="Rate for one" />
    <MoneyField name={cellField('amount', row)} label="Amount" hint="Leave it empty to have it worked out." />
    <Select
      name={cellField('line', row)}
      label="Which line of the plan is it for?"
      none="Choose"
      options={[
        ...[...lines].map(([value, label]) => ({ value, label })),
        { value: 'none', label: 'None of these' },
      ]}
    />
  </fieldset>
)

const FromFile = ({ open }: { open: boolean }) => (
  <Details says="Take the lines from a file (CSV)" open={open}>
    <p>
      The first row names the columns: date, from, to, what, units, unit, rate, amount, line. Times, amount
      and line may be left out; “line” is the name of a line of the plan.
    </p>
    <FileField name="csv" label="File of lines" accept=".csv,text/csv" />
  </Details>
)

/** An invoice as it stands on the paper: who, when, how much, line by line. */
export const enterPage = ({ reference, lines, rows, typed, errors, person }: Shows): Page => ({
  title: 'Enter an invoice',
  ...(person ? { person } : {}),
  back: `/invoices/${reference}`,
  errors,
  ...(errors.length > 0 ? { status: 422 } : {}),
  body: (
    <Reading>
      <h1>Enter an invoice</h1>
      <p>Copy it as it stands on the paper. Mistakes of the supplier are found when it is checked.</p>
      <Form action={`/invoices/${reference}/new`} typed={typed} errors={errors} files>
        <HiddenFields values={{ rows: String(rows) }} />
        <TextField name="supplier" label="Who sent it?" hint="The agency or supplier, as it stands there" />
        <TextField name="theirs" label="Number of the invoice" width={20} />
        <DayField name="dated" label="Date of the invoice" />
        <DayField name="from" label="First day that it is for" />
        <DayField name="until" label="Last day that it is for" />
        <MoneyField name="total" label="Total" />
        {Array.from({ length: rows }, (_, place) => (
          <LineFields key={place} row={place + 1} rows={rows} lines={lines} />
        ))}
        <SubmitButton name="do" value="more" look="second">
          Add another line
        </SubmitButton>
        <FromFile open={errors.some(one => one.field === 'csv')} />
        <FileField
          name="paper"
          label="Photo or PDF of the invoice"
          hint="You can leave it out. If you add lines after this, choose it again."
          accept="image/jpeg,image/png,application/pdf"
        />
        <Details says="When it is to be paid, and where letters go">
          <DayField name="due" label="To be paid by, if the invoice says so" />
          <TextArea
            name="address"
            label="Address of the supplier"
            hint="For letters about what is disputed"
            rows={4}
          />
        </Details>
        <SubmitButtons>
          <SubmitButton name="do" value="enter">
            Enter the invoice
          </SubmitButton>
        </SubmitButtons>
      </Form>
    </Reading>
  ),
})
