import { type PlainDate, sayDay, sayMoment, sayShortDay } from '../../kernel/days.ts'
import { plainMoney, sayMoney } from '../../kernel/money.ts'
import type { Paging } from '../../kernel/paging.ts'
import {
  DataTable,
  Details,
  Form,
  HiddenFields,
  InsetText,
  Money,
  Pages,
  type Row,
  SubmitButton,
  SummaryList,
  TextField,
  WarningCallout,
} from '../../nhs/public.ts'
import { pagesAt } from '../../platform/paging.ts'
import type { FieldError, Page } from '../../platform/route.ts'
import type { RunLine, RunState } from '../queries/run.ts'
import type { Due } from '../queries/weighed.ts'
import type { Differences } from '../rules/differences.ts'
import type { PayReason } from '../rules/why-not-pay.ts'
import { partNames } from '../types.ts'
import { AnswersShown, type AnswersShows } from './answers.tsx'
import { ChecksShown, type ChecksShows } from './checks.tsx'
import { DifferencesShown } from './differences.tsx'
import { countOf } from './due.tsx'
import { FilesShown, type FilesShows } from './files.tsx'
import { ForWhat } from './for-what.tsx'
import { Reasons } from './reasons.tsx'

export type RunShows = {
  readonly run: RunState
  readonly stopped: readonly RunLine[]
  readonly leaving: readonly RunLine[]
  readonly paging: Paging
  readonly differences: Differences
  /** Payments that something has come to stand against since the run was prepared, with the person's name. */
  readonly blocked: readonly (Due & { readonly name: string })[]
  readonly checks: ChecksShows
  /** How it is paid, once it has left. */
  readonly pay: { readonly files: FilesShows; readonly answers: AnswersShows } | null
  readonly may: { readonly prepare: boolean; readonly release: boolean; readonly signed: boolean }
  readonly today: PlainDate
  readonly errors?: readonly FieldError[]
}

const lineRow = (line: RunLine, last: Row['cells'][number]): Row => ({
  key: line.id,
  cells: [
    <a key="who" href={`/payments/for/${line.reference}`}>
      <bdi>{line.full_name}</bdi>
    </a>,
    partNames[line.part],
    <ForWhat key="for" line={line} />,
    sayShortDay(line.leaves_on),
    <Money key="sum" sum={line.amount} />,
    last,
  ],
})
const columns = [
  { says: 'Person' },
  { says: 'Part' },
  { says: 'For' },
  { says: 'Leaves on' },
  { says: 'Amount', numeric: true },
]

const Stopped = ({ stopped }: { stopped: readonly RunLine[] }) => (
  <DataTable
    caption={`Not paid with this run: ${stopped.length}`}
    columns={[...columns, { says: 'Why not' }]}
    rows={stopped.map(line =>
      lineRow(line, <Reasons reasons={line.stopped_because as readonly PayReason[]} />),
    )}
    empty="Nothing is stopped."
  />
)

const Blocked = ({ run, blocked, may }: Pick<RunShows, 'run' | 'blocked' | 'may'>) =>
  blocked.length === 0 ? null : (
    <WarningCallout heading="Something has come up since the run was prepared">
      <ul>
        {blocked.map(one => (
          <li key={`${one.reference} ${one.from}`}>
            <bdi>{one.name}</bdi>, {sayMoney(one.amount)}: <Reasons reasons={one.reasons} />
          </li>
        ))}
      </ul>
      {may.prepare ? (
        <Form action={`/payments/runs/${run.id}/stops`} name="Stop these payments">
          <p>
            The other payments can go on without {blocked.length === 1 ? 'it' : 'them'}. Signatures given
            before count no more.
          </p>
          <SubmitButton look="second">
            Stop {blocked.length === 1 ? 'this payment' : 'these payments'}
          </SubmitButton>
        </Form>
      ) : null}
    </WarningCallout>
  )

const Signatures = ({ run }: { run: RunState }) => (
  <DataTable
    caption="Signatures"
    columns={[{ says: 'Who' }, { says: 'When' }, { says: 'What they signed' }, { says: 'Counts' }]}
    rows={run.signatures.map(one => ({
      key: one.id,
      cells: [
        <bdi key="who">{one.who_name}</bdi>,
        sayMoment(one.signed_at),
        `${countOf(one.payments)}, ${sayMoney(one.total)}`,
        one.payments === run.now.payments && one.total === run.now.total
          ? 'Yes'
          : 'No: the run changed afterwards',
      ],
    }))}
    empty="Nobody has signed yet. Two different people have to: finance officers or heads of service."
  />
)

const open = ({ released_on, withdrawn_on }: RunState): boolean =>
  released_on === null && withdrawn_on === null

const Sign = ({ run, may, blocked }: RunShows) => {
  if (!open(run) || !may.release || run.now.payments === 0 || blocked.length > 0) return null
  if (run.checks.waiting > 0)
    return (
      <InsetText>
        <p>
          The run can be signed when each warning was looked at. <a href="#checks">Look at the warnings</a>.
        </p>
      </InsetText>
    )
  if (may.signed)
    return (
      <InsetText>
        <p>You have signed. A second person has to sign before the money leaves.</p>
      </InsetText>
    )
  return (
    <Form action={`/payments/runs/${run.id}/releases`} name="Sign the run">
      <HiddenFields values={{ payments: String(run.now.payments), total: plainMoney(run.now.total) }} />
      <p>
        You sign for {countOf(run.now.payments)}, {sayMoney(run.now.total)}. With the second signature the
        money leaves.
      </p>
      <SubmitButton>Sign and release</SubmitButton>
    </Form>
  )
}

const Withdraw = ({ run, may, errors = [] }: RunShows) =>
  open(run) && may.prepare ? (
    <Details says="Withdraw this run" open={errors.some(({ field }) => field === 'because')}>
      <p>Nothing of it is paid. Everything in it is due again and can go into another run.</p>
      <Form action={`/payments/runs/${run.id}/withdrawal`} name="Withdraw the run" errors={errors}>
        <TextField name="because" label="Why is it withdrawn?" />
        <SubmitButton look="warning">Withdraw the run</SubmitButton>
      </Form>
    </Details>
  ) : null

const Leaving = ({ run, leaving, paging, may, today }: RunShows) => (
  <>
    <DataTable
      caption={`${run.released_on === null ? 'To be paid' : 'Paid'} with this run: ${run.now.payments}`}
      columns={[...columns, { says: 'What became of it' }]}
      rows={leaving.map(line => lineRow(line, <Became line={line} may={may} today={today} />))}
      empty="Nothing is paid with this run."
    />
    <Pages paging={paging} hrefOf={pagesAt(`/payments/runs/${run.id}`, {})} />
  </>
)

type BecameProps = { readonly line: RunLine } & Pick<RunShows, 'may' | 'today'>

/** What became of a payment. That it came back is offered, in words that nobody takes for what happened. */
const Became = ({ line, may, today }: BecameProps) => {
  if (line.returned_on !== null)
    return <>{`Came back on ${sayShortDay(line.returned_on)}: ${line.returned_because}`}</>
  if (line.released_on === null) return <>Not signed yet</>
  const sent = line.leaves_on > today ? 'Released' : 'Paid'
  if (!may.prepare) return <>{sent}</>
  return (
    <>
      {sent}. <a href={`/payments/returns/${line.id}`}>Note that it came back</a>
    </>
  )
}

function standing(run: RunState): string {
  if (run.withdrawn_on !== null) return `Withdrawn on ${sayDay(run.withdrawn_on)}`
  if (run.released_on !== null) return `Released on ${sayDay(run.released_on)}`
  return 'Not released yet'
}

/** One run: what leaves, what is stopped and why, what is different, who signed, and the ways to pay it. */
export const runPage = (shows: RunShows): Page => ({
  title: `Payment run ${shows.run.number}`,
  back: '/payments',
  wide: true,
  status: (shows.errors ?? []).length > 0 ? 422 : 200,
  errors: shows.errors ?? [],
  body: (
    <>
      <h1>Payment run {shows.run.number}</h1>
      <SummaryList
        facts={[
          { says: 'How it stands', is: standing(shows.run) },
          { says: 'To pay', is: `${countOf(shows.run.now.payments)}, ${sayMoney(shows.run.now.total)}` },
          { says: 'Stopped', is: String(shows.run.now.stopped) },
          { says: 'Pays up to', is: sayDay(shows.run.until_on) },
          {
            says: 'Prepared',
            is: (
              <>
                <bdi>{shows.run.prepared_by_name}</bdi>, {sayDay(shows.run.prepared_on)}
              </>
            ),
          },
        ]}
      />
      <Blocked {...shows} />
      <ChecksShown {...shows.checks} />
      <Stopped stopped={shows.stopped} />
      <DifferencesShown differences={shows.differences} />
      <Signatures run={shows.run} />
      <div id="sign">
        <Sign {...shows} />
      </div>
      {shows.pay === null ? null : (
        <>
          <FilesShown {...shows.pay.files} />
          <AnswersShown {...shows.pay.answers} />
        </>
      )}
      <Leaving {...shows} />
      <Withdraw {...shows} />
    </>
  ),
})
