import { daysBetween, type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { type Pence, sayMoney } from '../../kernel/money.ts'
import { DataTable, type Row, Tag } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { turnNames } from '../says.ts'
import type { ToWhom } from '../types.ts'

export type QueueRow = {
  readonly reference: string
  readonly number: number
  readonly personName: string
  readonly to: ToWhom
  readonly since: PlainDate
  /** The one-line ask. */
  readonly ask: string
  readonly cost: Pence
  readonly budget: Pence | null
  /**
   * Why this reader may not approve it, in sentences; empty where they may. Null for those who approve
   * nothing.
   */
  readonly against: readonly string[] | null
}

export type QueueShows = {
  readonly today: PlainDate
  readonly waiting: readonly QueueRow[]
  readonly limitSays: string | null
  readonly approves: boolean
}

const days = (row: QueueRow, today: PlainDate): string => {
  const count = daysBetween(row.since, today)
  const ago = count === 0 ? 'today' : count === 1 ? 'yesterday' : `${count} days ago`
  return `${sayShortDay(row.since)} (${ago})`
}

const within = ({ cost, budget }: QueueRow): string =>
  budget === null ? sayMoney(cost) : `${sayMoney(cost)} of ${sayMoney(budget)}`

const verdict = ({ against }: QueueRow) =>
  against === null ? (
    ''
  ) : against.length === 0 ? (
    <Tag means="needs-you">You may agree it</Tag>
  ) : (
    against.join('. ')
  )

const named = ({ reference, personName, number }: QueueRow) => (
  <>
    <a href={`/plans/${reference}`}>
      <bdi>{personName}</bdi>
    </a>
    <span className="app-table__about">
      {reference}, version {number}
    </span>
  </>
)

const approving = (row: QueueRow, today: PlainDate): Row => ({
  key: row.reference,
  cells: [named(row), row.ask, days(row, today), within(row), verdict(row)],
  ...(row.against?.length === 0 ? { marked: 'needs-you' as const } : {}),
})

const ForApprovers = ({ waiting, today, limitSays }: QueueShows) => (
  <>
    {limitSays === null ? null : <p>You may approve {limitSays}.</p>}
    <DataTable
      caption="Waiting to be agreed, oldest first"
      columns={[
        { says: 'Person' },
        { says: 'What is asked' },
        { says: 'Since' },
        { says: 'Cost of budget, a week', numeric: true },
        { says: 'What the rules say' },
      ]}
      rows={waiting.filter(({ to }) => to === 'approver').map(row => approving(row, today))}
      empty="No plan is waiting to be agreed."
    />
  </>
)

const Drafts = ({ waiting, today, whose }: QueueShows & { whose: ToWhom }) => (
  <DataTable
    caption={`With ${turnNames[whose]}`}
    columns={[
      { says: 'Person' },
      { says: 'Last said' },
      { says: 'Since' },
      { says: 'Cost of budget, a week', numeric: true },
    ]}
    rows={waiting
      .filter(({ to }) => to === whose)
      .map(row => ({ key: row.reference, cells: [named(row), row.ask, days(row, today), within(row)] }))}
    empty={`No draft is with ${turnNames[whose]}.`}
  />
)

/**
 * Drafts by whose turn it is; for approvers first what waits for them, with the sum against limit and what
 * the rules say.
 */
export const queuePage = (shows: QueueShows): Page => ({
  title: 'Plans',
  wide: true,
  body: (
    <>
      <h1>Plans</h1>
      {shows.approves ? <ForApprovers {...shows} /> : <Drafts {...shows} whose="case-worker" />}
      {shows.approves ? <Drafts {...shows} whose="case-worker" /> : <Drafts {...shows} whose="approver" />}
      <Drafts {...shows} whose="family" />
    </>
  ),
})
