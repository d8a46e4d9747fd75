import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import type { Paging } from '../../kernel/paging.ts'
import { DataTable, Pages, TabLinks, Tag } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { ListedAgain, ListedComplaint, Show } from '../queries/listed.ts'
import { aboutSays, outcomeShort, stageSays, subjectSays } from '../rules/say.ts'
import { stageOf, turnOf } from '../rules/stage.ts'
import type { AgainSubject } from '../types.ts'

export type ListShows = {
  readonly show: Show
  readonly complaints: readonly ListedComplaint[]
  readonly agains: readonly ListedAgain[]
  readonly told: Readonly<Record<Exclude<Show, 'again'>, number>>
  readonly againCount: number
  readonly today: PlainDate
  readonly paging: Paging
  readonly hrefOf: (page: number) => string
}

const tabs = {
  open: 'Open',
  mine: 'Mine',
  overdue: 'Overdue',
  over: 'Over',
  again: 'To look at again',
} as const satisfies Record<Show, string>
const empty = {
  open: 'No complaint is open.',
  mine: 'You look into no complaint now.',
  overdue: 'Nothing is overdue.',
  over: 'No complaint is over yet.',
  again: 'Nothing waits to be looked at again.',
} as const satisfies Record<Show, string>

const turns = { us: 'Ours', you: 'Theirs', nobody: 'Nobody’s' } as const

const Due = ({ due, today }: { due: PlainDate | null; today: PlainDate }) =>
  due === null ? (
    <>No day</>
  ) : (
    <>
      {sayShortDay(due)} {due < today ? <Tag means="overdue">Overdue</Tag> : null}
    </>
  )

const complaintRow = (today: PlainDate) => (one: ListedComplaint) => {
  const stage = stageOf(one)
  const late = one.due !== null && one.due < today
  return {
    key: `${one.reference}-${one.number}`,
    ...(late ? { marked: 'overdue' as const } : {}),
    cells: [
      <a key="who" href={`/complaints/${one.reference}/${one.number}`}>
        <bdi>{one.name}</bdi>
        <span className="nhsuk-u-visually-hidden">, complaint {one.number}</span>
      </a>,
      aboutSays[one.about],
      sayShortDay(one.receivedOn),
      `${stageSays[stage]}${one.outcome === null ? '' : `: ${outcomeShort[one.outcome].toLowerCase()}`}`,
      <Due key="due" due={one.due} today={today} />,
      turns[turnOf(stage)],
      one.handlerName ?? 'Nobody yet',
    ],
  }
}

const Complaints = ({ complaints, show, today }: ListShows) => (
  <DataTable
    caption={show === 'over' ? 'Over, the newest first' : `${tabs[show]}, what is due first`}
    columns={[
      { says: 'Person' },
      { says: 'About' },
      { says: 'Received' },
      { says: 'How it stands' },
      { says: 'Due' },
      { says: 'Whose turn' },
      { says: 'Who looks into it' },
    ]}
    rows={complaints.map(complaintRow(today))}
    empty={empty[show]}
  />
)

const addressOf = ({ reference, subject }: ListedAgain): string =>
  subject === 'request' ? `/requests/${reference}` : `/complaints/${reference}`

const Agains = ({ agains, today }: ListShows) => (
  <DataTable
    caption="To look at again, what is due first"
    columns={[{ says: 'Person' }, { says: 'What' }, { says: 'Asked' }, { says: 'Due' }]}
    rows={agains.map(one => ({
      key: `${one.reference}-${one.subject}-${one.askedOn}`,
      cells: [
        <a key="who" href={addressOf(one)}>
          <bdi>{one.name}</bdi>
        </a>,
        one.subject === 'request' ? 'A decision on a request' : subjectSays[one.subject as AgainSubject],
        sayShortDay(one.askedOn),
        <Due key="due" due={one.answerBy} today={today} />,
      ],
    }))}
    empty={empty.again}
  />
)

/** The list of staff: complaints by what is due, and what waits to be looked at again. */
export const listPage = (shows: ListShows): Page => ({
  title: 'Complaints',
  wide: true,
  body: (
    <>
      <h1>Complaints</h1>
      <TabLinks
        name="Which complaints"
        tabs={(['open', 'mine', 'overdue', 'over', 'again'] as const).map(one => ({
          href: one === 'open' ? '/complaints' : `/complaints?show=${one}`,
          says: tabs[one],
          count: one === 'again' ? shows.againCount : shows.told[one],
          current: shows.show === one,
        }))}
      />
      {shows.show === 'again' ? <Agains {...shows} /> : <Complaints {...shows} />}
      <Pages paging={shows.paging} hrefOf={shows.hrefOf} />
      <p>
        <a href="/complaints/learnt">What we learnt, for everybody</a>.{' '}
        <a href="/complaints/settings">Our own times and figures</a>.
      </p>
      <p className="nhsuk-hint">
        A new complaint is written down from its case: open the case, “If something is wrong”.
      </p>
    </>
  ),
})
