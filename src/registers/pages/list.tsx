import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import type { Paging } from '../../kernel/paging.ts'
import { DataTable, Filters, Pages, SearchField, Select, TabLinks, Tag } from '../../nhs/public.ts'
import type { Page, Typed } from '../../platform/route.ts'
import type { Listed, Told } from '../queries/listed.ts'
import { stepSays } from '../rules/say.ts'
import { type Show, shows as tabs } from '../types.ts'

export type ListShows = {
  readonly rows: readonly Listed[]
  readonly told: Told
  readonly show: Show
  readonly levels: readonly string[]
  readonly typed: Typed
  readonly filtered: boolean
  readonly paging: Paging
  readonly today: PlainDate
  readonly hrefOf: (page: number) => string
  readonly maySet: boolean
  readonly done: string | undefined
}

const tabSays = {
  on: 'On the list',
  overdue: 'Review overdue',
  'in-hospital': 'In hospital',
  leaving: 'Waiting to leave',
  ended: 'No longer on it',
} as const satisfies Record<Show, string>

const empty = {
  on: 'Nobody you may see is on the list.',
  overdue: 'No review is overdue. Where no days are set, nothing can be.',
  'in-hospital': 'Nobody on the list is in hospital.',
  leaving: 'Nobody has a day of leaving.',
  ended: 'Nobody has left the list.',
} as const satisfies Record<Show, string>

const where = ({ hospital, inHospitalFrom, plannedOn }: Listed): string => {
  if (hospital === null || inHospitalFrom === null) return 'No'
  const leaving = plannedOn === null ? 'no day of leaving yet' : `to leave ${sayShortDay(plannedOn)}`
  return `${hospital}, since ${sayShortDay(inHospitalFrom)}, ${leaving}`
}

const isOverdue = ({ dueOn, endedOn }: Listed, today: PlainDate): boolean =>
  endedOn === null && dueOn !== null && dueOn < today

const Due = ({ one, today }: { one: Listed; today: PlainDate }) => {
  if (one.endedOn !== null) return <>None</>
  return (
    <>
      {stepSays[one.step]}: {one.dueOn === null ? 'no day is set' : `by ${sayShortDay(one.dueOn)}`}{' '}
      {isOverdue(one, today) ? <Tag means="overdue">Overdue</Tag> : null}
    </>
  )
}

const rowOf = (today: PlainDate) => (one: Listed) => ({
  key: one.id,
  ...(isOverdue(one, today) ? { marked: 'overdue' as const } : {}),
  cells: [
    <a key="who" href={`/registers/${one.id}`}>
      <bdi>{one.name}</bdi>
    </a>,
    one.level ?? 'None given',
    one.endedOn === null
      ? `Since ${sayShortDay(one.putOn)}`
      : `${sayShortDay(one.putOn)} to ${sayShortDay(one.endedOn)}`,
    <Due key="due" {...{ one, today }} />,
    where(one),
  ],
})

/** The list of staff: those whom they may see, the most urgent level first. */
export const listPage = (shows: ListShows): Page => ({
  title: 'At risk of admission',
  wide: true,
  ...(shows.done === undefined ? {} : { done: shows.done }),
  body: (
    <>
      <h1>At risk of admission</h1>
      <p>
        People who said yes to being on this list, and whom you may see. Each look is written down, also at
        this page, and they can read who it was.
      </p>
      <TabLinks
        name="Which people"
        tabs={tabs.map(one => ({
          href: one === 'on' ? '/registers' : `/registers?show=${one}`,
          says: tabSays[one],
          count: shows.told[one],
          current: shows.show === one,
        }))}
      />
      <Filters
        action="/registers"
        typed={shows.typed}
        clear={shows.filtered ? `/registers?show=${shows.show}` : undefined}
      >
        <input type="hidden" name="show" value={shows.show} />
        <SearchField name="find" label="Name" />
        <Select
          name="level"
          label="Level"
          none="Every level"
          options={shows.levels.map(value => ({ value, label: value }))}
        />
      </Filters>
      <DataTable
        caption={tabSays[shows.show]}
        columns={[
          { says: 'Person' },
          { says: 'Level' },
          { says: 'On the list' },
          { says: 'Next review' },
          { says: 'In hospital' },
        ]}
        rows={shows.rows.map(rowOf(shows.today))}
        empty={shows.filtered ? 'Nobody here is like this. Clear the filters.' : empty[shows.show]}
      />
      <Pages paging={shows.paging} hrefOf={shows.hrefOf} />
      <p>
        Somebody is put on the list from the page of their case.{' '}
        <a href="/registers/settings">In how many days reviews come</a>.{' '}
        <a href="/registers/levels">{shows.maySet ? 'Set the levels' : 'The levels'}</a>.
      </p>
    </>
  ),
})
