import { type PlainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import {
  DataTable,
  Filters,
  HiddenFields,
  Money,
  Pages,
  type Row,
  SearchField,
  TabLinks,
  Tag,
} from '../../nhs/public.ts'
import { findAsked, pagesAt } from '../../platform/paging.ts'
import type { Typed } from '../../platform/route.ts'
import { kindAsked } from '../forms.ts'
import type { DueShown, DueTotals } from '../queries/outlook.ts'
import type { Overview } from '../queries/overview.ts'
import { type DueKind, dueKinds, sayOwed } from '../types.ts'
import { Reasons } from './reasons.tsx'

/** So many payments, in words. */
export const countOf = (count: number): string =>
  count === 1 ? '1 payment' : `${count.toLocaleString('en-GB')} payments`

const forWhat = (one: DueShown): string => {
  const days = one.isFor ?? `${sayShortDay(one.from)} to ${sayShortDay(one.until)}`
  const what = one.kind === null ? days : sayOwed(one.kind, days)
  const off = one.netted > 0n ? `, less ${sayMoney(one.netted)} of an advance` : ''
  return `${what}${off}${one.part === 'notional' && one.paidTo !== '' ? `, to ${one.paidTo}` : ''}`
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
    forWhat(one),
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

/** What is due in the next days, one page of it: with all totals, in parts, and to be searched. */
export const Due = ({ view: { due, until }, query }: DueProps) => {
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
