import { addDays, type PlainDate, sayShortDay } from '../../kernel/days.ts'
import {
  DataTable,
  DayField,
  Form,
  InsetText,
  Money,
  Pages,
  type Row,
  SubmitButton,
  Tag,
  WarningCallout,
} from '../../nhs/public.ts'
import { typedDay } from '../../platform/forms.ts'
import { pagesAt } from '../../platform/paging.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { Overview } from '../queries/overview.ts'
import type { RunListed } from '../queries/run.ts'
import { Due } from './due.tsx'

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

/** The pages of payments that no run stands for; what came back is read by whoever prepares. */
const Elsewhere = ({ mayPrepare }: { mayPrepare: boolean }) => (
  <nav aria-label="Pages of payments">
    <ul>
      <li>
        <a href="/payments/proposals">One-off payments, advances, agreed ahead</a>
      </li>
      <li>
        <a href="/payments/wages">Wages that we pay</a>
      </li>
      <li>
        <a href="/payments/suppliers">Suppliers’ accounts</a>
      </li>
      {mayPrepare ? (
        <li>
          <a href="/bank/paying">What came back to us</a>
        </li>
      ) : null}
      <li>
        <a href="/payments/settings">The board’s own figures</a>
      </li>
    </ul>
  </nav>
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
      <Elsewhere mayPrepare={mayPrepare} />
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
