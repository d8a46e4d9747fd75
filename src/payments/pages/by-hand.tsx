import { sayDay, sayShortDay } from '../../kernel/days.ts'
import { plus, sayMoney } from '../../kernel/money.ts'
import {
  Choices,
  DataTable,
  DayField,
  Form,
  Money,
  type Row,
  SubmitButton,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { Payable } from '../queries/payables.ts'
import type { RunState } from '../queries/run.ts'
import { countOf } from './due.tsx'

const spaced = (sortCode: string): string => sortCode.replace(/\D/g, '').replace(/(..)(?=.)/g, '$1-')

export type ByHandShows = {
  readonly run: RunState
  /** Where the list is, and where what was paid is noted. */
  readonly at: string
  readonly payables: readonly Payable[]
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}

/** So many can be chosen at a time; the next ones come when these are noted. */
const atOnce = 100

const rowOf = (one: Payable): Row => ({
  key: one.endToEndId,
  cells: [
    <bdi key="who">{one.to.name}</bdi>,
    spaced(one.to.sortCode),
    one.to.accountNumber,
    <Money key="sum" sum={one.amount} />,
    sayShortDay(one.leavesOn),
    one.endToEndId,
    one.byHand === null
      ? ''
      : `${sayShortDay(one.byHand.on)}, ${one.byHand.by}, reference ${one.byHand.reference}`,
  ],
})

const Note = ({ at, unpaid, typed, errors }: ByHandNote) => (
  <Form action={at} name="Note what was paid" typed={typed} errors={errors}>
    <h2>Note what was paid</h2>
    <p>
      What you note here is never in a file for the bank afterwards. Your name is kept with it.
      {unpaid.length > atOnce ? ` The first ${atOnce} of ${unpaid.length} can be chosen; then the next.` : ''}
    </p>
    <Choices
      name="paid"
      label="Which were paid?"
      small
      ways={unpaid.slice(0, atOnce).map(one => ({
        value: one.instruction,
        label: `${one.to.name}, ${sayMoney(one.amount)}`,
        hint: `${spaced(one.to.sortCode)}, account ${one.to.accountNumber}, ${one.endToEndId}`,
      }))}
    />
    <DayField name="on" label="On which day?" />
    <TextField
      name="bank-reference"
      label="Reference of the bank"
      hint="As the bank shows it for the payment"
    />
    <SubmitButton>Note that these were paid</SubmitButton>
  </Form>
)
type ByHandNote = {
  readonly at: string
  readonly unpaid: readonly Payable[]
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const sumOf = (all: readonly Payable[]): string => sayMoney(plus(...all.map(({ amount }) => amount)))

/** Everything to pay of a run, for when the bank’s file cannot be used: prints on paper with room to tick. */
export const byHandPage = ({ run, at, payables, typed = {}, errors = [] }: ByHandShows): Page => {
  const unpaid = payables.filter(({ byHand }) => byHand === null)
  return {
    title: `Run ${run.number}: to pay by hand`,
    back: `/payments/runs/${run.id}`,
    wide: true,
    status: errors.length > 0 ? 422 : 200,
    errors,
    body: (
      <>
        <h1>Run {run.number}: to pay by hand</h1>
        <p>
          To pay: {countOf(unpaid.length)}, {sumOf(unpaid)}. Paid by hand already:{' '}
          {countOf(payables.length - unpaid.length)}.
          {run.released_on === null ? '' : ` Released on ${sayDay(run.released_on)}.`} This list holds bank
          details: destroy it when all is paid.
        </p>
        <DataTable
          caption="The list, what leaves first on top"
          columns={[
            { says: 'Pay to' },
            { says: 'Sort code' },
            { says: 'Account number' },
            { says: 'Amount', numeric: true },
            { says: 'On' },
            { says: 'Reference' },
            { says: 'Paid (day, who, the bank’s reference)' },
          ]}
          rows={[...unpaid, ...payables.filter(({ byHand }) => byHand !== null)].map(rowOf)}
          empty="Nothing is to be paid by hand. What is in a file for the bank is not on this list."
        />
        {unpaid.length === 0 ? null : <Note at={at} unpaid={unpaid} typed={typed} errors={errors} />}
      </>
    ),
  }
}
