import { sayShortDay } from '../../kernel/days.ts'
import {
  type Column,
  DataTable,
  Filters,
  LinkButton,
  Pagination,
  type Row,
  SearchField,
  Select,
  SubmitButtons,
  Tag,
} from '../../nhs/public.ts'
import type { Page, Typed } from '../../platform/route.ts'
import type { CaseloadRow } from '../queries/caseload.ts'
import { daysLate } from '../rules/clock.ts'
import { stageSays, stages } from '../rules/turn.ts'
import { pathwaySays } from '../say.ts'

type CaseloadShows = {
  readonly rows: readonly CaseloadRow[]
  readonly typed: Typed
  readonly workers: readonly { readonly id: string; readonly name: string }[]
  readonly today: CaseloadRow['one']['receivedOn']
  readonly page: number
  readonly hrefOf: (page: number) => string
  readonly mayAsk: boolean
}

const perPage = 50
const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

const columns: readonly Column[] = [
  { says: 'Person' },
  { says: 'Reference' },
  { says: 'Care' },
  { says: 'Stage' },
  { says: 'Received' },
  { says: 'Decide by' },
  { says: 'Whose turn' },
  { says: 'Case worker' },
]

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

const rowOf = (
  { one, stage, turn, by, label, overdue }: CaseloadRow,
  today: CaseloadShows['today'],
): Row => ({
  key: one.request,
  ...(overdue ? { marked: 'overdue' as const } : {}),
  cells: [
    <a key="name" href={`/requests/${one.reference}`}>
      <bdi>{one.personName}</bdi>
    </a>,
    one.reference,
    pathwaySays[one.pathway],
    stageSays[stage],
    sayShortDay(one.receivedOn),
    <span key="by">
      {by === null ? 'No day set' : sayShortDay(by)}{' '}
      {overdue ? <Tag means="overdue">{`Overdue by ${days(daysLate(by, today))}`}</Tag> : null}
      {label === '' ? null : <span className="nhsuk-hint nhsuk-u-font-size-16"> {label}</span>}
    </span>,
    turn?.who ?? 'Nobody’s',
    one.caseWorker?.name ?? 'Nobody yet',
  ],
})

const turns = {
  me: 'Mine',
  worker: 'A case worker’s',
  team: 'The team’s: nobody has it',
  leader: 'A team leader’s',
}

const CaseloadFilters = ({ typed, workers }: Pick<CaseloadShows, 'typed' | 'workers'>) => (
  <Filters action="/requests" typed={typed} clear="/requests">
    <SearchField name="find" label="Name, NHS number or reference" />
    <Select
      name="stage"
      label="Stage"
      options={[
        { value: 'open', label: 'All open' },
        ...stages.map(value => ({ value, label: stageSays[value] })),
      ]}
    />
    <Select name="pathway" label="Care" none="Any" options={options(pathwaySays)} />
    <Select name="turn" label="Whose turn" none="Anybody’s" options={options(turns)} />
    <Select
      name="worker"
      label="Case worker"
      none="Anybody"
      options={workers.map(({ id, name }) => ({ value: id, label: name }))}
    />
    <Select name="overdue" label="Overdue" none="All" options={[{ value: 'yes', label: 'Overdue only' }]} />
  </Filters>
)

/** The requests of staff: who is waiting, for what, how long, and who has it. */
export function caseloadPage({ rows, typed, workers, today, page, hrefOf, mayAsk }: CaseloadShows): Page {
  const late = rows.filter(({ overdue }) => overdue).length
  const count = rows.length === 1 ? '1 request' : `${rows.length} requests`
  const shown = rows.slice((page - 1) * perPage, page * perPage)
  return {
    title: 'Requests',
    wide: true,
    body: (
      <>
        <h1>Requests</h1>
        {mayAsk ? (
          <SubmitButtons>
            <LinkButton href="/requests/telephone/new" second>
              Write down a call
            </LinkButton>
            <LinkButton href="/requests/offers" second>
              Offers made
            </LinkButton>
          </SubmitButtons>
        ) : null}
        <CaseloadFilters typed={typed} workers={workers} />
        <DataTable
          caption={`${count}, ${late} overdue, on ${sayShortDay(today)}`}
          columns={columns}
          rows={shown.map(row => rowOf(row, today))}
          empty="No request is like this. Clear the filters to see all that are open."
        />
        <Pagination page={page} pages={Math.ceil(rows.length / perPage)} hrefOf={hrefOf} />
      </>
    ),
  }
}
