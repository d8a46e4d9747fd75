import { addDays, addMonths, type PlainDate, sayShortDay } from '../../kernel/days.ts'
import type { Paging } from '../../kernel/paging.ts'
import { DataTable, Pages, TabLinks, Tag } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { ListedChair, Show } from '../queries/listed.ts'
import { isChildOn } from '../rules/figures.ts'
import { needSays, stageSays } from '../rules/say.ts'
import { type Counted, stageOf, waitedFor } from '../rules/stage.ts'

export type ListShows = {
  readonly rows: readonly ListedChair[]
  readonly told: { readonly waiting: number; readonly chairs: number; readonly all: number }
  readonly show: Show
  readonly today: PlainDate
  readonly counted: readonly Counted[]
  readonly quarter: PlainDate
  readonly paging: Paging
  readonly hrefOf: (page: number) => string
}

const Wait = ({ of, today }: { of: ListedChair; today: PlainDate }) => {
  const { weeks, late } = waitedFor(of.waitsFrom, of.waitedUntil ?? today)
  return (
    <>
      {weeks} {late ? <Tag means={of.waitedUntil === null ? 'overdue' : 'plain'}>Over 18</Tag> : null}
    </>
  )
}

const next = ({ askedAgainOn, openRepairs, endsOn }: ListedChair): string =>
  [
    ...(askedAgainOn === null ? [] : [`New look asked ${sayShortDay(askedAgainOn)}`]),
    ...(openRepairs === 0 ? [] : [`${openRepairs === 1 ? '1 repair' : `${openRepairs} repairs`} open`]),
    ...(endsOn === null ? [] : [`Until ${sayShortDay(endsOn)}`]),
  ].join('. ')

const rowOf = (today: PlainDate) => (one: ListedChair) => ({
  key: one.reference,
  ...(one.waitedUntil === null && waitedFor(one.waitsFrom, today).late ? { marked: 'overdue' as const } : {}),
  cells: [
    <a key="who" href={`/wheelchairs/${one.reference}`}>
      <bdi>{one.name}</bdi>
    </a>,
    isChildOn(one.born, today) ? 'Child' : 'Adult',
    one.need === null ? 'Not assessed' : needSays[one.need],
    sayShortDay(one.waitsFrom),
    <Wait key="wait" of={one} today={today} />,
    stageSays[stageOf(one, today)],
    next(one),
  ],
})

const empty = {
  waiting: 'Nobody waits for a chair.',
  chairs: 'Nobody has a chair of this service.',
  all: 'Nobody has asked for a wheelchair budget.',
} as const satisfies Record<Show, string>

const captions = {
  waiting: 'Waiting for a chair, the longest first',
  chairs: 'Has a chair',
  all: 'Everybody',
} as const satisfies Record<Show, string>

const lastOf = (quarter: PlainDate): PlainDate => addDays(addMonths(quarter, 3), -1)

const Collection = ({ counted, quarter }: ListShows) => (
  <>
    <DataTable
      caption={`Handed over from ${sayShortDay(quarter)} to ${sayShortDay(lastOf(quarter))}`}
      columns={[
        { says: 'Who' },
        { says: 'Need' },
        { says: 'Within 18 weeks', numeric: true },
        { says: 'Longer', numeric: true },
      ]}
      rows={counted.map(({ who, need, within, longer }) => ({
        key: `${who}-${need}`,
        cells: [who === 'adult' ? 'Adult' : 'Child', needSays[need], String(within), String(longer)],
      }))}
      empty="Nothing is counted."
    />
    <p className="nhsuk-hint">
      Grouped as the national collection (DCB2097) groups them, from referral to the chair handed over. We
      know its groups and the 18 weeks; its fields and counting rules we have not read. Under 18 counts as a
      child here.
    </p>
  </>
)

/** The list of staff: who waits for a chair and how long, who has one, and the quarter counted. */
export const listPage = (shows: ListShows): Page => ({
  title: 'Wheelchairs',
  wide: true,
  body: (
    <>
      <h1>Wheelchairs</h1>
      <TabLinks
        name="Which people"
        tabs={(['waiting', 'chairs', 'all'] as const).map(one => ({
          href: one === 'waiting' ? '/wheelchairs' : `/wheelchairs?show=${one}`,
          says: captions[one].split(',')[0] ?? '',
          count: shows.told[one],
          current: shows.show === one,
        }))}
      />
      <DataTable
        caption={captions[shows.show]}
        columns={[
          { says: 'Person' },
          { says: 'Adult or child' },
          { says: 'Need' },
          { says: 'Referred' },
          { says: 'Weeks' },
          { says: 'How it stands' },
          { says: 'To know' },
        ]}
        rows={shows.rows.map(rowOf(shows.today))}
        empty={empty[shows.show]}
      />
      <Pages paging={shows.paging} hrefOf={shows.hrefOf} />
      <Collection {...shows} />
      <p>
        <a href="/wheelchairs/settings">How long a budget lasts here</a>
      </p>
    </>
  ),
})
