import { sayShortDay } from '../../kernel/days.ts'
import { nothing, type Pence, plus, sayMoney } from '../../kernel/money.ts'
import type { Paging } from '../../kernel/paging.ts'
import {
  DataTable,
  DayField,
  Filters,
  Form,
  InsetText,
  Pages,
  Reading,
  SearchField,
  SubmitButton,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'

export type WagesShown = {
  readonly engagement: string
  readonly code: string
  readonly assistant: string
  readonly reference: string
  readonly line: string
  readonly from: WagesDay
  /** What is owed for payslips and has not left. */
  readonly open: Pence
  /** What was paid more than the newest payslips ask. */
  readonly over: Pence
}
type WagesDay = Parameters<typeof sayShortDay>[0]

type Shows = {
  readonly jobs: readonly WagesShown[]
  readonly paging: Paging
  readonly find: string
  readonly hrefOf: (page: number) => string
  readonly mayChange: boolean
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const Begin = ({ typed, errors }: Pick<Shows, 'typed' | 'errors'>) => (
  <Form action="/payments/wages" name="Pay the wages of a job" typed={typed} errors={errors}>
    <h2>Pay the wages of a job</h2>
    <p>
      Only where the NHS pays the line of the plan itself. What each payslip asks is then owed once: to the
      assistant, the tax authority, the pension provider and the payroll firm, each by its own day.
    </p>
    <TextField name="reference" label="Reference of the budget" hint="Like PHB-7K3M-9QT" width={20} />
    <TextField
      name="job"
      label="Code of the job"
      hint="Like PA-7K3M-9QT, as the payroll firm has it"
      width={20}
    />
    <DayField name="from" label="From which pay day on?" />
    <SubmitButton>Pay these wages</SubmitButton>
  </Form>
)

const Over = ({ jobs }: Pick<Shows, 'jobs'>) => {
  const all = plus(nothing, ...jobs.map(({ over }) => over))
  return all === nothing ? null : (
    <InsetText>
      <p>
        Payslips that were corrected afterwards ask {sayMoney(all)} less than was paid to the jobs below. Ask
        the payroll firm: it is never taken back by itself.
      </p>
    </InsetText>
  )
}

const rowOf = (one: WagesShown) => ({
  key: one.engagement,
  cells: [
    <span key="who">
      <bdi>{one.assistant}</bdi>, {one.code}
    </span>,
    <a key="budget" href={`/payments/for/${one.reference}`}>
      {one.reference}
    </a>,
    one.line,
    sayShortDay(one.from),
    sayMoney(one.open),
    one.over === nothing ? '' : sayMoney(one.over),
  ],
})

const columns = [
  { says: 'Assistant' },
  { says: 'Budget' },
  { says: 'Line of the plan' },
  { says: 'Since' },
  { says: 'Owed, not left yet', numeric: true },
  { says: 'Paid too much', numeric: true },
]

/** The jobs whose wages the NHS pays itself, and where another begins. */
export const wagesPage = ({ jobs, paging, find, hrefOf, mayChange, typed, errors }: Shows): Page => ({
  title: 'Wages that we pay',
  back: '/payments',
  status: errors.length > 0 ? 422 : 200,
  errors,
  body: (
    <>
      <h1>Wages that we pay</h1>
      <Over jobs={jobs} />
      <Filters action="/payments/wages" typed={{ find }} clear={find === '' ? undefined : '/payments/wages'}>
        <SearchField name="find" label="Reference of the budget" />
      </Filters>
      <DataTable
        caption={`Jobs, by budget (${paging.count.toLocaleString('en-GB')})`}
        columns={columns}
        rows={jobs.map(rowOf)}
        empty={
          find === ''
            ? 'We pay no wages ourselves. Holders and third parties pay their assistants.'
            : `No budget is found by “${find}”.`
        }
      />
      <Pages paging={paging} hrefOf={hrefOf} />
      <Reading>{mayChange ? <Begin typed={typed} errors={errors} /> : null}</Reading>
    </>
  ),
})
