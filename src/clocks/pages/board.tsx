import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import type { Paging } from '../../kernel/paging.ts'
import { DataTable, Filters, Pages, Select, TabLinks } from '../../nhs/public.ts'
import type { Page, Typed } from '../../platform/route.ts'
import { findClock } from '../definitions.ts'
import type { BoardFilter, BoardRow, BoardTold } from '../queries/board.ts'
import { forecastOf } from '../rules/forecast.ts'
import { type Group, groupSays, groups, sayWhose } from '../rules/standing.ts'
import type { Turn } from '../types.ts'
import { ForecastOfBreaches } from './forecast.tsx'
import { Due, Standing, StandTag, sayStarted } from './run.tsx'

export type BoardShows = {
  readonly rows: readonly BoardRow[]
  readonly told: BoardTold
  readonly paging: Paging
  readonly filter: BoardFilter
  readonly typed: Typed
  readonly today: PlainDate
  readonly hrefOf: (page: number) => string
  readonly groupHref: (group: Group | null) => string
  readonly exportHref: string
}

const rowOf = (today: PlainDate) => (one: BoardRow) => ({
  key: `${one.clock} ${one.person_id} ${one.href} ${one.started_on}`,
  ...(one.stands === 'overdue' ? { marked: 'overdue' as const } : {}),
  cells: [
    <span key="what">
      <a href={one.href}>
        {findClock(one.clock).awaits}
        <span className="nhsuk-u-visually-hidden">
          {' '}
          for <bdi>{one.name}</bdi>
        </span>
      </a>
      <span className="app-table__about">{one.clock}</span>
    </span>,
    <span key="who">
      {one.whole ? (
        <a href={`/clocks/people/${one.person_id}`}>
          <bdi>{one.name}</bdi>
        </a>
      ) : (
        <bdi>{one.name}</bdi>
      )}
      <span className="app-table__about">{one.reference ?? one.body}</span>
    </span>,
    sayWhose(one.turn, 'staff'),
    sayStarted(one),
    <Due key="due" run={one} />,
    <span key="stands">
      <StandTag run={one} today={today} />
      <Standing run={one} />
    </span>,
  ],
})

const turns = ['icb', 'council', 'family', 'those-asked-for-advice', 'provider'] as const satisfies Turn[]

const Choose = ({ told, typed }: Pick<BoardShows, 'told' | 'typed'>) => (
  <Filters action="/clocks" typed={typed} clear="/clocks">
    <Select
      name="clock"
      label="What is awaited"
      none="Everything"
      options={told.kinds.map(id => ({ value: id, label: `${findClock(id).awaits} (${id})` }))}
    />
    <Select
      name="turn"
      label="Whose turn"
      none="Anybody’s"
      options={turns.map(turn => ({ value: turn, label: sayWhose(turn, 'staff') }))}
    />
    {told.bodies.length < 2 ? null : (
      <Select
        name="body"
        label="Which body"
        none="Every body"
        options={told.bodies.map(({ id, name }) => ({ value: id, label: name }))}
      />
    )}
  </Filters>
)

const empty = (group: Group | null): string =>
  group === null ? 'No clock runs.' : `No clock runs here: ${groupSays[group].toLowerCase()}.`

/** The team's board: every open clock by the day it is due, and what falls due in the weeks ahead. */
export const boardPage = (shows: BoardShows): Page => ({
  title: 'Clocks',
  wide: true,
  body: (
    <>
      <h1>Clocks</h1>
      <p>What is awaited, whose turn it is and by when, on {sayShortDay(shows.today)}.</p>
      <Choose {...shows} />
      <TabLinks
        name="By when"
        tabs={([null, ...groups] as const).map(group => ({
          href: shows.groupHref(group),
          says: group === null ? 'All' : groupSays[group],
          count: shows.told[group ?? 'all'],
          current: shows.filter.group === group,
        }))}
      />
      <DataTable
        caption={
          shows.filter.group === null ? 'Open clocks, the next one first' : groupSays[shows.filter.group]
        }
        columns={[
          { says: 'What is awaited' },
          { says: 'For whom' },
          { says: 'Whose turn' },
          { says: 'Since' },
          { says: 'Due' },
          { says: 'How it stands' },
        ]}
        rows={shows.rows.map(rowOf(shows.today))}
        empty={empty(shows.filter.group)}
      />
      <Pages paging={shows.paging} hrefOf={shows.hrefOf} />
      <p>
        <a href={shows.exportHref}>Save this list as a table (CSV)</a>
        {' or '}
        <a href="/clocks/calendar">put the dates of your own caseload into your calendar</a>.
      </p>
      <ForecastOfBreaches forecast={forecastOf(shows.told.weeks, shows.today)} />
    </>
  ),
})
