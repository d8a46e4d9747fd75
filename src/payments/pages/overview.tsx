import { addDays, type PlainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import { plus, sayMoney } from '../../kernel/money.ts'
import {
  DataTable,
  DayField,
  Form,
  InsetText,
  Money,
  Pagination,
  type Row,
  SubmitButton,
  Tag,
  WarningCallout,
} from '../../nhs/public.ts'
import { typedDay } from '../../platform/forms.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { Overview } from '../queries/overview.ts'
import type { RunListed } from '../queries/run.ts'
import { Reasons } from './reasons.tsx'

export type OverviewShows = {
  readonly view: Overview
  readonly today: PlainDate
  readonly mayPrepare: boolean
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}
type DueShown = Overview['due'][number]

/** So many rows of a long list; the rest is counted. */
const mostShown = 100

/** The state of a run, worked out of its facts. */
export function stateOf(run: RunListed) {
  if (run.withdrawnOn !== null)
    return { says: `Withdrawn on ${sayShortDay(run.withdrawnOn)}`, means: 'over' as const }
  if (run.releasedOn !== null)
    return { says: `Released on ${sayShortDay(run.releasedOn)}`, means: 'good' as const }
  return run.signatures === 0
    ? { says: 'Waits for two signatures', means: 'needs-you' as const }
    : { says: 'Waits for a second signature', means: 'needs-you' as const }
}

const dueRow = (one: DueShown): Row => ({
  key: `${one.reference} ${one.part} ${one.from} ${one.isFor ?? ''}`,
  marked: one.late ? 'overdue' : undefined,
  cells: [
    <a key="who" href={`/payments/for/${one.reference}`}>
      <bdi>{one.name}</bdi>
    </a>,
    <>
      {sayShortDay(one.dueOn)} {one.late ? <Tag means="overdue">Overdue</Tag> : null}
    </>,
    one.isFor ?? `${sayShortDay(one.from)} to ${sayShortDay(one.until)}`,
    <Money key="sum" sum={one.amount} />,
    <Reasons key="why" reasons={one.reasons} />,
  ],
})

const dueColumns = [
  { says: 'Person' },
  { says: 'Due' },
  { says: 'For' },
  { says: 'Amount', numeric: true },
  { says: 'What stands against it' },
]

const rest = (all: readonly unknown[], shown: number): string =>
  all.length > shown ? ` The first ${shown} of ${all.length} are shown.` : ''

const sumOf = (all: readonly DueShown[]): string => sayMoney(plus(...all.map(({ amount }) => amount)))
/** So many payments, in words. */
export const countOf = (count: number): string => (count === 1 ? '1 payment' : `${count} payments`)

const captionOf = (says: string, all: readonly DueShown[]): string =>
  `${says}: ${countOf(all.length)}, ${sumOf(all)}.${rest(all, mostShown)}`

const Due = ({ view }: { view: Overview }) => {
  const blocked = view.due.filter(({ reasons }) => reasons.length > 0)
  const clear = view.due.filter(({ reasons }) => reasons.length === 0)
  const late = view.due.filter(one => one.late).length
  return (
    <>
      <h2>Due by {sayDay(view.until)}</h2>
      <p className="nhsuk-body-l">
        <strong>{countOf(view.due.length)}</strong>, <strong>{sumOf(view.due)}</strong>, that no run holds
        yet. {late === 0 ? 'None is overdue.' : `${late} of them overdue.`}
      </p>
      {blocked.length === 0 ? null : (
        <DataTable
          caption={captionOf('Cannot be paid as things stand', blocked)}
          columns={dueColumns}
          rows={blocked.slice(0, mostShown).map(dueRow)}
          empty="Nothing stands in the way."
        />
      )}
      <DataTable
        caption={captionOf('Can be paid', clear)}
        columns={dueColumns.slice(0, 4)}
        rows={clear
          .slice(0, mostShown)
          .map(one => ({ ...dueRow(one), cells: dueRow(one).cells.slice(0, 4) }))}
        empty="Nothing is due that can be paid and that no run holds."
      />
    </>
  )
}

const runRow = (run: RunListed): Row => {
  const state = stateOf(run)
  return {
    key: run.id,
    cells: [
      <a key="run" href={`/payments/runs/${run.id}`}>
        Run {run.number}
      </a>,
      `${sayShortDay(run.preparedOn)}, by ${run.preparedBy}`,
      sayShortDay(run.until),
      String(run.payments),
      <Money key="sum" sum={run.total} />,
      String(run.stopped),
      <Tag key="state" means={state.means}>
        {state.says}
      </Tag>,
    ],
  }
}

const Runs = ({ runs }: { runs: readonly RunListed[] }) => (
  <DataTable
    caption="Payment runs"
    columns={[
      { says: 'Run' },
      { says: 'Prepared' },
      { says: 'Pays up to' },
      { says: 'Payments', numeric: true },
      { says: 'Total', numeric: true },
      { says: 'Stopped', numeric: true },
      { says: 'How it stands' },
    ]}
    rows={runs.map(runRow)}
    empty="No run has been prepared yet."
  />
)

const Prepare = ({ typed, errors, today }: Required<Pick<OverviewShows, 'typed' | 'errors' | 'today'>>) => (
  <Form
    action="/payments/runs"
    name="Prepare a run"
    typed={Object.keys(typed).length > 0 ? typed : typedDay('until', addDays(today, 6))}
    errors={errors}
  >
    <h2>Prepare a run</h2>
    <p>
      A run holds everything that leaves up to a day, and what is overdue. Two different people sign it before
      any money leaves. Preparing it twice pays nobody twice.
    </p>
    <DayField name="until" label="Pay everything that leaves up to and including" />
    <SubmitButton>Prepare the run</SubmitButton>
  </Form>
)

const NoPayer = () => (
  <WarningCallout heading="No account to pay from">
    <p>
      The bank’s file needs the account that the money leaves from.{' '}
      <a href="/payments/payer">Say which account it is</a>.
    </p>
  </WarningCallout>
)

/**
 * The first page of payments, for finance: what is due in the next days, what stands against it, the runs.
 */
export const overviewPage = ({ view, today, mayPrepare, typed = {}, errors = [] }: OverviewShows): Page => ({
  title: 'Payments',
  wide: true,
  status: errors.length > 0 ? 422 : 200,
  errors,
  body: (
    <>
      <h1>Payments</h1>
      {view.payer === null && mayPrepare ? <NoPayer /> : null}
      <Due view={view} />
      {mayPrepare ? <Prepare typed={typed} errors={errors} today={today} /> : null}
      <Runs runs={view.runs} />
      <Pagination page={view.page} pages={view.pages} hrefOf={to => `/payments?page=${to}`} />
      {view.payer === null ? null : (
        <InsetText>
          <p>
            The money leaves from <bdi>{view.payer.name_on_account}</bdi>.{' '}
            {`The account ends in ${view.payer.ending}. `}
            {mayPrepare ? <a href="/payments/payer">Change the account</a> : null}
          </p>
        </InsetText>
      )}
    </>
  ),
})
