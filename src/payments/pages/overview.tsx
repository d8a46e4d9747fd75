import { addDays, type PlainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import {
  DataTable,
  DayField,
  Filters,
  Form,
  HiddenFields,
  InsetText,
  Money,
  Pages,
  type Row,
  SearchField,
  SubmitButton,
  TabLinks,
  Tag,
  WarningCallout,
} from '../../nhs/public.ts'
import { typedDay } from '../../platform/forms.ts'
import { findAsked, pagesAt } from '../../platform/paging.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { kindAsked } from '../forms.ts'
import type { DueShown, DueTotals } from '../queries/outlook.ts'
import type { Overview } from '../queries/overview.ts'
import type { RunListed } from '../queries/run.ts'
import { type DueKind, dueKinds } from '../types.ts'
import { Reasons } from './reasons.tsx'

export type OverviewShows = {
  readonly view: Overview
  readonly today: PlainDate
  readonly mayPrepare: boolean
  /** What the address asks for. */
  readonly query: Typed
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}

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

/** So many payments, in words. */
export const countOf = (count: number): string =>
  count === 1 ? '1 payment' : `${count.toLocaleString('en-GB')} payments`

const kindSays = {
  all: 'All that is due',
  blocked: 'Cannot be paid',
  clear: 'Can be paid',
  late: 'Overdue',
} as const satisfies Record<DueKind, string>

const emptySays = {
  all: 'Nothing is due that no run holds.',
  blocked: 'Nothing stands in the way of any payment.',
  clear: 'Nothing is due that can be paid and that no run holds.',
  late: 'Nothing is overdue.',
} as const satisfies Record<DueKind, string>

const countsOf = ({ count, blocked, late }: DueTotals): Readonly<Record<DueKind, number>> => ({
  all: count,
  blocked,
  clear: count - blocked,
  late,
})

const listHref = (query: Typed, kind: DueKind): string =>
  pagesAt('/payments', { ...query, due: kind === 'all' ? '' : kind }, { keep: ['due', 'find'] })(1)

const Totals = ({ totals, until }: { totals: DueTotals; until: PlainDate }) => (
  <>
    <h2>Due by {sayDay(until)}</h2>
    <p className="nhsuk-body-l">
      <strong>{countOf(totals.count)}</strong>, <strong>{sayMoney(totals.total)}</strong>, that no run holds
      yet.{' '}
      {totals.late === 0 ? 'None is overdue.' : `${totals.late.toLocaleString('en-GB')} of them overdue.`}
    </p>
    {totals.blocked === 0 ? null : (
      <p>
        {countOf(totals.blocked)}, {sayMoney(totals.blockedTotal)}, cannot be paid as things stand. Each says
        every reason.
      </p>
    )}
  </>
)

type DueProps = { readonly view: Overview; readonly query: Typed }

const Due = ({ view: { due, until }, query }: DueProps) => {
  const kind = kindAsked(query)
  const searched = findAsked(query) !== ''
  const columns = kind === 'clear' ? dueColumns.slice(0, 4) : dueColumns
  return (
    <>
      <Totals totals={due.totals} until={until} />
      <TabLinks
        name="What is due"
        tabs={dueKinds.map(one => ({
          href: listHref({ ...query, find: '' }, one),
          says: kindSays[one],
          count: countsOf(due.totals)[one],
          current: one === kind,
        }))}
      />
      <Filters
        action="/payments"
        typed={query}
        clear={searched ? listHref({ ...query, find: '' }, kind) : undefined}
      >
        {kind === 'all' ? null : <HiddenFields values={{ due: kind }} />}
        <SearchField name="find" label="Name, NHS number or reference" />
      </Filters>
      <DataTable
        caption={`${kindSays[kind]}: ${countOf(due.paging.count)}, the longest due first`}
        columns={columns}
        rows={due.rows.map(one => ({ ...dueRow(one), cells: dueRow(one).cells.slice(0, columns.length) }))}
        empty={searched ? 'No payment here is like this. Look for something else.' : emptySays[kind]}
      />
      <Pages
        paging={due.paging}
        name="Pages of what is due"
        hrefOf={pagesAt('/payments', query, { keep: ['due', 'find', 'runs'] })}
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
export const overviewPage = ({
  view,
  today,
  mayPrepare,
  query,
  typed = {},
  errors = [],
}: OverviewShows): Page => ({
  title: 'Payments',
  wide: true,
  status: errors.length > 0 ? 422 : 200,
  errors,
  body: (
    <>
      <h1>Payments</h1>
      {view.payer === null && mayPrepare ? <NoPayer /> : null}
      <Due view={view} query={query} />
      {mayPrepare ? <Prepare typed={typed} errors={errors} today={today} /> : null}
      <Runs runs={view.runs} />
      <Pages
        paging={view.runsPaging}
        name="Pages of payment runs"
        hrefOf={pagesAt('/payments', query, { keep: ['due', 'find', 'page'], name: 'runs' })}
      />
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
