import { type PlainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import { DataTable, Reading, RuleNote, Tag, WarningCallout } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { AnyRule } from '../../rights/public.ts'
import type { LaneStanding } from '../rules/due.ts'
import { type Follows, type Lane, laneNames } from '../types.ts'

export type ReviewShown = {
  readonly id: string
  readonly lane: Lane
  readonly heldOn: PlainDate
  readonly heldBy: string
  readonly follows: Follows
  readonly changeFrom: PlainDate | null
  readonly opens: boolean
}
export type EventShown = {
  readonly id: string
  readonly on: PlainDate
  readonly words: string
  readonly must: readonly string[]
}

type Shows = {
  readonly reference: string
  readonly person: Page['person']
  readonly today: PlainDate
  readonly standing: readonly LaneStanding[]
  readonly reviews: readonly ReviewShown[]
  readonly events: readonly EventShown[]
  readonly may: { readonly hold: boolean; readonly audit: boolean; readonly end: boolean }
  readonly ending: { readonly on: PlainDate; readonly because: string } | null
  readonly closedOn: PlainDate | null
  readonly rules: readonly AnyRule[]
}

export const followSays = (review: ReviewShown): string =>
  review.follows === 'change' && review.changeFrom
    ? `Change from ${sayShortDay(review.changeFrom)}`
    : { continue: 'Goes on as it is', change: 'Change', stop: 'Proposed to stop' }[review.follows]

const Due = ({ due, today }: { due: PlainDate; today: PlainDate }) =>
  due < today ? (
    <>
      {sayDay(due)} <Tag means="overdue">Overdue</Tag>
    </>
  ) : (
    sayDay(due)
  )

const mayHold = (lane: Lane, may: Shows['may']): boolean => (lane === 'money-audit' ? may.audit : may.hold)

const Lanes = ({ reference, standing, today, may }: Shows) => (
  <DataTable
    caption="Three reviews, kept apart"
    empty="The first review is due within three months of the first payment. Nothing has been paid yet."
    columns={[
      { says: 'Which' },
      { says: 'Due by' },
      { says: 'Booked for' },
      { says: 'Last held' },
      { says: 'Do', unseen: true },
    ]}
    rows={standing.map(lane => ({
      key: lane.lane,
      ...(lane.due < today ? { marked: 'overdue' as const } : {}),
      cells: [
        laneNames[lane.lane],
        <Due key="d" due={lane.due} today={today} />,
        lane.booked ? sayShortDay(lane.booked) : 'Not booked',
        lane.lastHeld ? sayShortDay(lane.lastHeld) : 'Not yet',
        mayHold(lane.lane, may) ? (
          <a key="a" href={`/reviews/${reference}/${lane.lane}`}>
            Write it down<span className="nhsuk-u-visually-hidden"> ({laneNames[lane.lane]})</span>
          </a>
        ) : (
          ''
        ),
      ],
    }))}
  />
)

const Past = ({ reference, reviews }: Pick<Shows, 'reference' | 'reviews'>) => (
  <DataTable
    caption="Reviews held"
    empty="No review has been held yet."
    columns={[{ says: 'Day' }, { says: 'Which' }, { says: 'Held by' }, { says: 'What follows' }]}
    rows={reviews.map(review => ({
      key: review.id,
      cells: [
        review.opens ? (
          <a key="a" href={`/reviews/${reference}/held/${review.id}`}>
            {sayShortDay(review.heldOn)}
          </a>
        ) : (
          sayShortDay(review.heldOn)
        ),
        laneNames[review.lane],
        review.heldBy,
        followSays(review),
      ],
    }))}
  />
)

const mustSays: Readonly<Record<string, string>> = {
  review: 'A review must be held.',
  'must-consider-review': 'We must consider a review.',
  'must-check-money-is-enough-if-no-review':
    'If there is no review, we must check that the money is still enough.',
}

const Events = ({ events }: Pick<Shows, 'events'>) =>
  events.length === 0 ? null : (
    <DataTable
      caption="What changed between reviews"
      empty=""
      columns={[{ says: 'Day' }, { says: 'What' }, { says: 'What must follow' }]}
      rows={events.map(event => ({
        key: event.id,
        cells: [
          sayShortDay(event.on),
          event.words,
          event.must.length === 0 ? 'Nothing by rule' : event.must.map(one => mustSays[one] ?? one).join(' '),
        ],
      }))}
    />
  )

const Actions = ({ reference, may, ending, closedOn }: Shows) => (
  <p>
    <a href={`/reviews/${reference}/event`}>Something has changed</a>
    {may.hold ? (
      <>
        {' · '}
        <a href={`/reviews/${reference}/booking`}>Book a review</a>
      </>
    ) : null}
    {may.end && ending === null ? (
      <>
        {' · '}
        <a href={`/reviews/${reference}/ending`}>Propose that it ends</a>
      </>
    ) : null}
    {' · '}
    <a href={`/recoveries/${reference}`}>Money to pay back</a>
    {ending !== null ? (
      <>
        {' · '}
        <a href={`/reviews/${reference}/closing`}>
          {closedOn === null ? 'What has to be settled at the end' : 'What was settled at the end'}
        </a>
      </>
    ) : null}
  </p>
)

/**
 * When each of the three reviews is due, what was found, what changed meanwhile, and whether the budget ends.
 */
export const reviewsPage = (shows: Shows): Page => ({
  title: 'Reviews',
  back: `/cases/${shows.reference}`,
  ...(shows.person ? { person: shows.person } : {}),
  wide: true,
  body: (
    <>
      <h1>
        <span className="nhsuk-caption-l">{shows.reference}</span> Reviews
      </h1>
      {shows.ending === null ? null : (
        <WarningCallout heading={`This budget ends on ${sayDay(shows.ending.on)}`}>
          <p>{shows.ending.because}</p>
        </WarningCallout>
      )}
      {shows.closedOn === null ? null : (
        <p>Everything was settled and the case was closed on {sayDay(shows.closedOn)}.</p>
      )}
      <p>
        Whether the plan still fits, how the money was spent and whether you are still eligible are three
        different questions. They are not asked on one day.
      </p>
      <Lanes {...shows} />
      <Past {...shows} />
      <Events {...shows} />
      <Actions {...shows} />
      <Reading>
        <h2>The rules</h2>
        {shows.rules.map(rule => (
          <RuleNote
            key={rule.id}
            says={rule.says}
            source={rule.source}
            confidence={rule.confidence}
            from={rule.from}
            until={rule.until}
          />
        ))}
      </Reading>
    </>
  ),
})
