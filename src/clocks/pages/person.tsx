import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import type { Paging } from '../../kernel/paging.ts'
import { confidenceSays, DataTable, EmptyState, Pages, Reading, SummaryList } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { findClock, sayStanding } from '../definitions.ts'
import type { RunShown } from '../queries/runs.ts'
import { sayIfPassed, sayWhose } from '../rules/standing.ts'
import { Due, StandTag, sayStarted } from './run.tsx'

export type PersonShows = {
  readonly person: string
  /** Null for the person themselves, who reads "your". */
  readonly name: string | null
  readonly strip: NonNullable<Page['person']>
  readonly staff: boolean
  readonly open: readonly RunShown[]
  readonly ended: readonly RunShown[]
  readonly paging: Paging
  readonly hrefOf: (page: number) => string
  readonly today: PlainDate
}

export const titleOf = ({ name }: Pick<PersonShows, 'name'>): string =>
  name === null ? 'Your dates' : `Dates of ${name}`

/** How sure we are of a day, and where it is written. */
const Sure = ({ run }: { run: RunShown }) => {
  const clock = findClock(run.clock)
  const standing = sayStanding(clock)
  return (
    <>
      {standing === null ? null : `${standing} `}
      {confidenceSays[clock.rule.confidence]}{' '}
      <a href={`/rights/rules/${run.clock}`}>
        The rule<span className="nhsuk-u-visually-hidden"> on {clock.awaits.toLowerCase()}</span> ({run.clock}
        )
      </a>
    </>
  )
}

const factsOf = (run: RunShown, { staff, today }: PersonShows) => [
  { says: 'How it stands', is: <StandTag run={run} today={today} /> },
  {
    says: 'Who has to act',
    is: `${capital(sayWhose(findClock(run.clock).turn, staff ? 'staff' : 'family'))}`,
  },
  { says: 'By when', is: <Due run={run} whole /> },
  { says: 'Since', is: sayStarted(run) },
  { says: 'How sure we are', is: <Sure run={run} /> },
  { says: 'If the day passes', is: sayIfPassed(run) },
]

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const One = ({ run, shows }: { run: RunShown; shows: PersonShows }) => (
  <section>
    <h3>
      <a href={run.href}>{findClock(run.clock).awaits}</a>
    </h3>
    <SummaryList facts={factsOf(run, shows)} />
  </section>
)

const Ended = ({ ended, paging, hrefOf, today }: PersonShows) => (
  <>
    <DataTable
      caption="What has ended"
      columns={[{ says: 'What' }, { says: 'Since' }, { says: 'Due' }, { says: 'Ended' }, { says: 'How' }]}
      rows={ended.map(run => {
        const on = run.met_on ?? run.dropped_on
        return {
          key: `${run.clock} ${run.href} ${run.started_on}`,
          cells: [
            findClock(run.clock).awaits,
            sayStarted(run),
            <Due key="due" run={run} />,
            on === null ? '' : sayShortDay(on),
            <StandTag key="how" run={run} today={today} />,
          ],
        }
      })}
      empty="Nothing has ended yet."
    />
    <Pages paging={paging} hrefOf={hrefOf} />
  </>
)

/** The dates of one person: what is awaited, from whom, by when, how sure that is, and what has ended. */
export const personPage = (shows: PersonShows): Page => ({
  title: titleOf(shows),
  person: shows.strip,
  back: shows.staff ? '/clocks' : '/home',
  body: (
    <>
      <Reading>
        <h1>
          <bdi>{titleOf(shows)}</bdi>
        </h1>
        <p>
          <a href={`/clocks/people/${shows.person}/drawing`}>See them drawn on one page</a>
          {' or '}
          <a href="/clocks/calendar">put them into your calendar</a>.
        </p>
        <h2>What is awaited</h2>
        {shows.open.length === 0 ? (
          <EmptyState says="Nothing is awaited now." next="When something is, its day stands here." />
        ) : (
          shows.open.map(run => (
            <One key={`${run.clock} ${run.href} ${run.started_on}`} run={run} shows={shows} />
          ))
        )}
      </Reading>
      <Ended {...shows} />
    </>
  ),
})
