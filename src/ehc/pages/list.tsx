import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { DataTable, Filters, LinkButton, Pages, Select, TabLinks, Tag, TextField } from '../../nhs/public.ts'
import type { Page, Typed } from '../../platform/route.ts'
import { type List, type Listed, type Show, shows, turnSays } from '../rules/listed.ts'
import { awaitsSays, stageSays } from '../rules/say.ts'
import { stages } from '../rules/stage.ts'

export type ListShows = List & {
  readonly show: Show
  readonly typed: Typed
  readonly today: PlainDate
  readonly mayBegin: boolean
  readonly staff: boolean
  readonly hrefOf: (page: number) => string
}

const tabSays = {
  open: 'Open',
  late: 'Late',
  moving: 'From 16 on',
  all: 'All',
} as const satisfies Record<Show, string>

const empty = {
  open: 'No EHC plan is open.',
  late: 'Nothing is late.',
  moving: 'Nobody of 16 or over is on the way to adult care.',
  all: 'There is no EHC plan.',
} as const satisfies Record<Show, string>

const rowOf = ({ late, next, ...one }: Listed) => ({
  key: one.reference,
  ...(late ? { marked: 'overdue' as const } : {}),
  cells: [
    <a key="who" href={`/ehc/${one.reference}`}>
      <bdi>{one.name}</bdi>
    </a>,
    one.born === null ? 'Not known' : sayShortDay(one.born),
    stageSays[one.stage],
    next === null ? 'Nothing' : awaitsSays(next.clock),
    next === null ? 'Nobody' : turnSays(next),
    next === null ? (
      'Nothing is due'
    ) : (
      <span key="due">
        {sayShortDay(next.withPause)} {late ? <Tag means="overdue">Late</Tag> : null}
        {next.due === next.withPause ? null : (
          <span className="app-table__about">{sayShortDay(next.due)} before the pause</span>
        )}
      </span>
    ),
  ],
})

const Tabs = ({ told, show }: ListShows) => (
  <TabLinks
    name="Which plans"
    tabs={shows.map(one => ({
      href: one === 'open' ? '/ehc' : `/ehc?show=${one}`,
      says: tabSays[one],
      count: told[one],
      current: show === one,
    }))}
  />
)

const Filter = ({ typed, show }: ListShows) => (
  <Filters action="/ehc" typed={typed} clear={show === 'open' ? '/ehc' : `/ehc?show=${show}`}>
    <TextField name="find" label="Name" />
    <Select
      name="stage"
      label="Stage"
      none="Any"
      options={stages.map(value => ({ value, label: stageSays[value] }))}
    />
    <input type="hidden" name="show" value={show} />
  </Filters>
)

/** The list of EHC plans: who, how far, whose turn, what is due first. */
export const listPage = (shows: ListShows): Page => ({
  title: 'EHC plans',
  wide: true,
  body: (
    <>
      <h1>EHC plans</h1>
      <p>Education, health and care plans, for children and young people until 25.</p>
      {shows.mayBegin ? <LinkButton href="/ehc/new">Note a request</LinkButton> : null}
      {shows.staff ? <Tabs {...shows} /> : null}
      {shows.staff ? <Filter {...shows} /> : null}
      <DataTable
        caption={
          shows.staff ? `${tabSays[shows.show]}, what is due first at the top` : 'Plans that you may see'
        }
        columns={[
          { says: 'Person' },
          { says: 'Born' },
          { says: 'Stage' },
          { says: 'Next' },
          { says: 'Whose turn' },
          { says: 'Due' },
        ]}
        rows={shows.rows.map(rowOf)}
        empty={empty[shows.show]}
      />
      <Pages paging={shows.paging} hrefOf={shows.hrefOf} />
    </>
  ),
})
