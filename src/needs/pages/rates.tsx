import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { type Pence, sayMoney } from '../../kernel/money.ts'
import {
  DataTable,
  DayField,
  Details,
  Form,
  MoneyField,
  Select,
  SubmitButton,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { type Unit, unitsOfSupport } from '../types.ts'

type RateShown = {
  readonly id: string
  readonly name: string
  readonly says: string
  readonly unit: Unit
  readonly rate: Pence
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly source: string
  readonly checkedOn: PlainDate
}
type Shows = {
  readonly body: string
  readonly rates: readonly RateShown[]
  readonly maySet: boolean
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const SetRate = ({ typed, errors }: Pick<Shows, 'typed' | 'errors'>) => (
  <Details says="Set a rate from a day" open={errors.length > 0}>
    <Form action="/needs/rates" typed={typed} errors={errors}>
      <TextField
        name="name"
        label="Short name"
        hint="The same name as before ends the rate that is in force"
      />
      <TextField name="says" label="What it is for" />
      <Select name="unit" label="Unit" options={unitsOfSupport.map(value => ({ value, label: value }))} />
      <MoneyField name="rate" label="Rate" />
      <DayField name="from" label="From which day?" />
      <TextField
        name="source"
        label="Where it was agreed"
        hint="For example: finance committee, 12 March 2026, item 4"
      />
      <SubmitButton>Set the rate</SubmitButton>
    </Form>
  </Details>
)

/**
 * The dated table of local rates: every one there ever was, with where it was agreed and when it was last
 * checked.
 */
export const ratesPage = ({ body, rates, maySet, typed, errors }: Shows): Page => ({
  title: 'Local rates',
  wide: true,
  errors,
  status: errors.length > 0 ? 422 : 200,
  body: (
    <>
      <h1>
        <span className="nhsuk-caption-l">{body}</span> Local rates
      </h1>
      <p>Every sum names the rates of the day it used. A rate is never changed: a new one begins on a day.</p>
      <DataTable
        caption="Rates, pounds for each unit"
        empty="No rate has been set yet."
        columns={[
          { says: 'What for' },
          { says: 'Rate', numeric: true },
          { says: 'Unit' },
          { says: 'From' },
          { says: 'Until' },
          { says: 'Where agreed' },
          { says: 'Last checked' },
        ]}
        rows={rates.map(rate => ({
          key: rate.id,
          cells: [
            rate.says,
            sayMoney(rate.rate),
            rate.unit,
            sayShortDay(rate.from),
            rate.until ? sayShortDay(rate.until) : 'in force',
            rate.source,
            sayShortDay(rate.checkedOn),
          ],
        }))}
      />
      {maySet ? <SetRate typed={typed} errors={errors} /> : null}
    </>
  ),
})
