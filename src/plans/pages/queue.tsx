import { daysBetween, type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { type Pence, sayMoney } from '../../kernel/money.ts'
import type { Paging } from '../../kernel/paging.ts'
import {
  DataTable,
  Filters,
  HiddenFields,
  Pages,
  type Row,
  SearchField,
  TabLinks,
  Tag,
} from '../../nhs/public.ts'
import type { Page, Typed } from '../../platform/route.ts'
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
  readonly paging: Paging
  readonly counts: Readonly<Record<ToWhom, number>>
  /** Whose drafts are listed. */
  readonly whose: ToWhom
  readonly typed: Typed
  readonly searched: boolean
  /** The address of a page of the drafts that are with somebody. */
  readonly hrefOf: (whose: ToWhom, page: number) => string
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

const nothingFound = 'No draft here is like this. Look for something else, or for nothing to see all.'

const ForApprovers = ({ waiting, today, limitSays, searched }: QueueShows) => (
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
      rows={waiting.map(row => approving(row, today))}
      empty={searched ? nothingFound : 'No plan is waiting to be agreed.'}
    />
  </>
)

const Drafts = ({ waiting, today, whose, searched }: QueueShows) => (
  <DataTable
    caption={`With ${turnNames[whose]}, oldest first`}
    columns={[
      { says: 'Person' },
      { says: 'Last said' },
      { says: 'Since' },
      { says: 'Cost of budget, a week', numeric: true },
    ]}
    rows={waiting.map(row => ({
      key: row.reference,
      cells: [named(row), row.ask, days(row, today), within(row)],
    }))}
    empty={searched ? nothingFound : `No draft is with ${turnNames[whose]}.`}
  />
)

/** The turns as tabs: for approvers first what waits for them, for others what they write themselves. */
const turnsFor = (approves: boolean): readonly ToWhom[] =>
  approves ? ['approver', 'case-worker', 'family'] : ['case-worker', 'approver', 'family']

const tabSays = {
  approver: 'To be agreed',
  'case-worker': 'With a case worker',
  family: 'With the family',
} as const satisfies Record<ToWhom, string>

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
      <TabLinks
        name="Whose turn"
        tabs={turnsFor(shows.approves).map(whose => ({
          href: shows.hrefOf(whose, 1),
          says: tabSays[whose],
          count: shows.counts[whose],
          current: whose === shows.whose,
        }))}
      />
      <Filters
        action="/plans"
        typed={shows.typed}
        clear={shows.searched ? `/plans?with=${shows.whose}` : undefined}
      >
        <HiddenFields values={{ with: shows.whose }} />
        <SearchField name="find" label="Name, NHS number or reference" />
      </Filters>
      {shows.approves && shows.whose === 'approver' ? <ForApprovers {...shows} /> : <Drafts {...shows} />}
      <Pages paging={shows.paging} hrefOf={page => shows.hrefOf(shows.whose, page)} />
    </>
  ),
})
