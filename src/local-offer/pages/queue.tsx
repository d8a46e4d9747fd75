import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { DataTable, Pagination, TabLinks, Tag } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { Queued, QueueFilter } from '../queries.ts'
import { saySum } from '../rules/say.ts'
import { rowsAPage } from '../types.ts'
import { Standing } from './questions.tsx'

type Shows = QueueFilter & {
  readonly rows: readonly Queued[]
  readonly count: number
  readonly waiting: number
  readonly page: number
  readonly today: PlainDate
}

const By = ({ by, today }: { by: PlainDate | null; today: PlainDate }) =>
  by === null ? (
    'No day is set'
  ) : (
    <>
      {sayShortDay(by)} {by < today ? <Tag means="overdue">Overdue</Tag> : null}
    </>
  )

const rowOf = (today: PlainDate, show: QueueFilter['show']) => (one: Queued) => ({
  key: one.id,
  ...(one.waiting ? { marked: 'needs-you' as const } : {}),
  cells: [
    <a key="who" href={`/local-offer/${one.reference}/questions/${one.number}`}>
      <bdi>{one.full_name}</bdi>
    </a>,
    <bdi key="words">{one.words.slice(0, 120)}</bdi>,
    saySum(one.sum, one.every),
    sayShortDay(one.waiting ? one.waiting_since : one.asked_on),
    show === 'waiting' ? (
      <By key="by" by={one.answer_by} today={today} />
    ) : (
      `${one.answered_on === null ? '' : sayShortDay(one.answered_on)}, ${one.answered_by_name ?? ''}`
    ),
    <Standing key="how" question={one} />,
  ],
})

/** The queue of staff: what waits for an answer, the one due first; and what was answered, for an auditor. */
export const queuePage = (shows: Shows): Page => ({
  title: 'Purchases asked about',
  wide: true,
  body: (
    <>
      <h1>
        <span className="nhsuk-caption-l">Local offer</span> Purchases asked about
      </h1>
      <TabLinks
        name="Which questions"
        tabs={[
          {
            href: '/local-offer',
            says: 'Waiting for an answer',
            count: shows.waiting,
            current: shows.show === 'waiting',
          },
          { href: '/local-offer?show=answered', says: 'Answered', current: shows.show === 'answered' },
        ]}
      />
      <DataTable
        caption={shows.show === 'waiting' ? 'Waiting for an answer' : 'Answered, the newest first'}
        columns={[
          { says: 'Person' },
          { says: 'What they want to buy' },
          { says: 'What it costs' },
          { says: shows.show === 'waiting' ? 'Waiting since' : 'Asked' },
          { says: shows.show === 'waiting' ? 'Answer by' : 'Answered' },
          { says: 'How it stands' },
        ]}
        rows={shows.rows.map(rowOf(shows.today, shows.show))}
        empty={shows.show === 'waiting' ? 'No question waits for an answer.' : 'Nothing was answered yet.'}
      />
      <Pagination
        page={shows.page}
        pages={Math.max(1, Math.ceil(shows.count / rowsAPage))}
        hrefOf={to => `/local-offer?show=${shows.show}&page=${to}`}
      />
    </>
  ),
})
