import { sayShortDay } from '../../kernel/days.ts'
import {
  DataTable,
  EmptyState,
  Filters,
  HiddenFields,
  LinkButton,
  Money,
  Pages,
  Reading,
  type Row,
  SearchField,
  TabLinks,
} from '../../nhs/public.ts'
import { pagesAt } from '../../platform/paging.ts'
import type { Page, Typed } from '../../platform/route.ts'
import type { Listed, Listing } from '../queries/listed.ts'
import { type ListKind, listKinds, moneyOf, standingOf, standingSays } from '../rules/standing.ts'
import type { Invoice } from '../types.ts'
import { StandingTag, standingMeans } from './parts.tsx'

type Shows = {
  readonly listing: Listing
  readonly kind: ListKind
  readonly query: Typed
  readonly staff: boolean
}

const kindSays = { ...standingSays, open: 'Open', all: 'All' } as const satisfies Record<ListKind, string>

const countsOf = ({ counts }: Listing): Readonly<Record<ListKind, number>> => ({
  ...counts,
  open: counts['to-check'] + counts['in-dispute'] + counts['came-back'],
  all: Object.values(counts).reduce((sum, count) => sum + count, 0),
})

const emptySays = (kind: ListKind, searched: boolean): string => {
  if (searched) return 'No invoice here is like this.'
  return kind === 'all' ? 'No invoice was entered yet.' : `No invoice is ${kindSays[kind].toLowerCase()} now.`
}

const marked = (standing: Listed['standing']) =>
  standingMeans[standing] === 'needs-you' || standingMeans[standing] === 'overdue'
    ? { marked: standingMeans[standing] as 'needs-you' | 'overdue' }
    : {}

const rowOf = (row: Listed): Row => ({
  key: `${row.reference}-${row.number}`,
  ...marked(row.standing),
  cells: [
    <a key="one" href={`/invoices/${row.reference}/${row.number}`}>
      <bdi>{row.supplier}</bdi> {row.theirs}
    </a>,
    <bdi key="who">{row.name ?? row.reference}</bdi>,
    <StandingTag key="stands" standing={row.standing} />,
    sayShortDay(row.dueOn),
    <Money key="sum" sum={row.total} />,
    row.disputed > 0n ? <Money key="disputed" sum={row.disputed} /> : '',
  ],
})

/** Every invoice that somebody may see, those that somebody must act on first. */
export const listPage = ({ listing, kind, query, staff }: Shows): Page => {
  const counts = countsOf(listing)
  const find = typeof query['find'] === 'string' ? query['find'] : ''
  return {
    title: 'Invoices',
    wide: true,
    body: (
      <>
        <h1>Invoices</h1>
        {staff ? (
          <p>
            Each line is checked and decided by itself: no invoice waits for one of its lines. To enter one,
            open the budget under <a href="/cases">Cases</a>.
          </p>
        ) : null}
        <TabLinks
          name="Which invoices"
          tabs={listKinds
            .filter(one => one === 'open' || one === 'all' || one === kind || counts[one] > 0)
            .map(one => ({
              href: one === 'open' ? '/invoices' : `/invoices?show=${one}`,
              says: kindSays[one],
              count: counts[one],
              current: one === kind,
            }))}
        />
        <Filters
          action="/invoices"
          typed={query}
          clear={kind === 'open' ? '/invoices' : `/invoices?show=${kind}`}
        >
          {kind === 'open' ? null : <HiddenFields values={{ show: kind }} />}
          <SearchField name="find" label="Name, reference, supplier or number of the invoice" />
        </Filters>
        <DataTable
          caption={`Invoices: ${kindSays[kind].toLowerCase()}`}
          columns={[
            { says: 'Invoice' },
            { says: 'Person' },
            { says: 'Stands' },
            { says: 'Due by' },
            { says: 'Total', numeric: true },
            { says: 'In dispute', numeric: true },
          ]}
          rows={listing.rows.map(rowOf)}
          empty={emptySays(kind, find !== '')}
        />
        <Pages
          paging={listing.paging}
          name="Pages of invoices"
          hrefOf={pagesAt('/invoices', query, { keep: ['show', 'find'] })}
        />
        {staff ? (
          <p>
            <a href="/invoices/settings">The board’s own figures</a>
          </p>
        ) : null}
      </>
    ),
  }
}

type BudgetShows = {
  readonly reference: string
  readonly invoices: readonly Invoice[]
  readonly mayEnter: boolean
  readonly back: string
  readonly person?: Page['person']
}

/** The invoices of one budget. */
export const budgetPage = ({ reference, invoices, mayEnter, back, person }: BudgetShows): Page => ({
  title: 'Invoices',
  ...(person ? { person } : {}),
  back,
  body: (
    <Reading>
      <h1>
        <span className="nhsuk-caption-l">Budget {reference}</span> Invoices
      </h1>
      {invoices.length === 0 ? (
        <EmptyState
          says="No invoice was entered for this budget yet."
          next="When an agency or a supplier sends one, enter it here, with a photo if you like."
        />
      ) : (
        <DataTable
          caption="Invoices, the newest first"
          columns={[
            { says: 'Invoice' },
            { says: 'Stands' },
            { says: 'For' },
            { says: 'Total', numeric: true },
            { says: 'Paid', numeric: true },
          ]}
          rows={invoices.map(one => ({
            key: String(one.number),
            cells: [
              <a key="one" href={`/invoices/${reference}/${one.number}`}>
                <bdi>{one.supplier}</bdi> {one.theirs}
              </a>,
              <StandingTag key="stands" standing={standingOf(one)} />,
              `${sayShortDay(one.from)} to ${sayShortDay(one.until)}`,
              <Money key="total" sum={one.total} />,
              <Money key="paid" sum={moneyOf(one).paid} />,
            ],
          }))}
          empty=""
        />
      )}
      {mayEnter ? <LinkButton href={`/invoices/${reference}/new`}>Enter an invoice</LinkButton> : null}
    </Reading>
  ),
})
