import { sayShortDay } from '../../kernel/days.ts'
import {
  type Column,
  DataTable,
  Filters,
  LinkButton,
  Pages,
  type Row,
  SearchField,
  Select,
  SubmitButtons,
  Tag,
} from '../../nhs/public.ts'
import type { Page, Typed } from '../../platform/route.ts'
import { pathwaySays, sayPathway } from '../pathways.ts'
import type { Caseload, CaseloadRow } from '../queries/caseload.ts'
import { daysLate } from '../rules/clock.ts'
import { stageSays, stages } from '../rules/turn.ts'

type CaseloadShows = {
  readonly found: Caseload
  readonly typed: Typed
  readonly workers: readonly { readonly id: string; readonly name: string }[]
  readonly today: CaseloadRow['received']
  readonly hrefOf: (page: number) => string
  readonly mayAsk: boolean
}

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

/** Who is awaited: by name where somebody has it. */
function whoSays({ whose, worker, team }: CaseloadRow): string {
  if (whose === null) return 'Nobody’s'
  if (whose === 'leader') return `a team leader of ${team}`
  return whose === 'team' ? team : (worker ?? team)
}

const rowOf = (row: CaseloadRow, today: CaseloadShows['today']): Row => {
  const overdue = row.by !== null && row.by < today
  return {
    key: row.request,
    ...(overdue ? { marked: 'overdue' as const } : {}),
    cells: [
      <a key="name" href={`/requests/${row.reference}`}>
        <bdi>{row.name}</bdi>
      </a>,
      row.reference,
      sayPathway(row.pathway),
      stageSays[row.stage],
      sayShortDay(row.received),
      <span key="by">
        {row.by === null ? 'No day set' : sayShortDay(row.by)}{' '}
        {overdue ? <Tag means="overdue">{`Overdue by ${days(daysLate(row.by, today))}`}</Tag> : null}
        {row.label === '' ? null : <span className="nhsuk-hint nhsuk-u-font-size-16"> {row.label}</span>}
      </span>,
      whoSays(row),
      row.worker ?? 'Nobody yet',
    ],
  }
}

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

const counted = (count: number): string =>
  count === 1 ? '1 request' : `${count.toLocaleString('en-GB')} requests`

const Ways = () => (
  <SubmitButtons>
    <LinkButton href="/requests/telephone/new" second>
      Write down a call
    </LinkButton>
    <LinkButton href="/requests/offers" second>
      Offers made
    </LinkButton>
  </SubmitButtons>
)

const captionOf = ({ paging, overdue }: Caseload, today: CaseloadShows['today']): string =>
  `${counted(paging.count)}, ${overdue.toLocaleString('en-GB')} overdue, on ${sayShortDay(today)}`

/** The requests of staff: who is waiting, for what, how long, and who has it. */
export const caseloadPage = ({ found, typed, workers, today, hrefOf, mayAsk }: CaseloadShows): Page => ({
  title: 'Requests',
  wide: true,
  body: (
    <>
      <h1>Requests</h1>
      {mayAsk ? <Ways /> : null}
      <CaseloadFilters typed={typed} workers={workers} />
      <DataTable
        caption={captionOf(found, today)}
        columns={columns}
        rows={found.rows.map(row => rowOf(row, today))}
        empty="No request is like this. Clear the filters to see all that are open."
      />
      <Pages paging={found.paging} hrefOf={hrefOf} />
    </>
  ),
})
