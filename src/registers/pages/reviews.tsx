import { sayDay, sayShortDay } from '../../kernel/days.ts'
import { DataTable, SummaryList, Tag } from '../../nhs/public.ts'
import { kindSays, stepSays } from '../rules/say.ts'
import type { Action, Review } from '../types.ts'
import type { EntryShows } from './shows.ts'

const at = ({ entry }: EntryShows, part: string): string => `/registers/${entry.id}/${part}`

/** Which review comes next and by when; where no figure is set, that no day is promised. */
export const nextSays = ({ next, entry }: Pick<EntryShows, 'next' | 'entry'>): string => {
  if (entry.ending !== null) return 'None: not on the list any more'
  const step = stepSays[next.step]
  if (next.due === null) return `${step}. No day is set here, so none is promised`
  return `${step}, by ${sayDay(next.due)}`
}

const Act = ({ action, shows }: { action: Action; shows: EntryShows }) =>
  action.done !== null ? (
    <>
      Done {sayShortDay(action.done.on)}
      {action.done.says === '' ? '' : `: ${action.done.says}`}
    </>
  ) : (
    <>
      {action.by < shows.today ? <Tag means="overdue">Overdue</Tag> : 'Open'}{' '}
      {shows.may.write ? (
        <a href={at(shows, `actions/${action.number}/done`)}>
          Note it as done<span className="nhsuk-u-visually-hidden">: {action.says}</span>
        </a>
      ) : null}
    </>
  )

const Actions = ({ review, shows }: { review: Review; shows: EntryShows }) => (
  <>
    <DataTable
      caption={`What follows from the review on ${sayShortDay(review.held?.on ?? review.askedOn)}`}
      columns={[{ says: 'What' }, { says: 'Who' }, { says: 'By' }, { says: 'How it stands' }]}
      rows={review.actions.map(action => ({
        key: action.id,
        cells: [action.says, action.owner, sayShortDay(action.by), <Act key="act" {...{ action, shows }} />],
        ...(action.done === null && action.by < shows.today ? { marked: 'overdue' as const } : {}),
      }))}
      empty="Nothing is to be done."
    />
    {shows.may.write ? (
      <p>
        <a href={at(shows, `reviews/${review.number}/actions`)}>
          Add what is to be done
          <span className="nhsuk-u-visually-hidden"> after review {review.number}</span>
        </a>
      </p>
    ) : null}
  </>
)

const findings = ({ held }: Review) =>
  held === null
    ? []
    : [
        { says: 'Who took part', is: held.tookPart },
        {
          says: 'Expert by experience',
          is: held.expert ?? `Nobody: ${held.noExpert ?? ''}`,
        },
        { says: 'Safe?', is: held.safe },
        { says: 'Good care?', is: held.care },
        { says: 'A plan for the future?', is: held.future },
        { says: 'In hospital: needed?', is: held.hospital },
      ]

const One = ({ review, shows }: { review: Review; shows: EntryShows }) => (
  <>
    <h3 className="nhsuk-heading-s">
      {kindSays[review.kind]},{' '}
      {review.held === null ? `asked for on ${sayDay(review.askedOn)}` : sayDay(review.held.on)}
    </h3>
    {review.held === null ? (
      <p>
        {review.why} Not held yet.{' '}
        {shows.may.write ? <a href={at(shows, `reviews/${review.number}/held`)}>Note what it found</a> : null}
      </p>
    ) : (
      <>
        <SummaryList facts={findings(review)} />
        <Actions {...{ review, shows }} />
      </>
    )}
  </>
)

/** Every review, the newest first: what was found in their words, and who does what. */
export const Reviews = (shows: EntryShows) => (
  <>
    <h2 className="nhsuk-heading-m">Reviews</h2>
    {shows.staff ? null : <p>{nextSays(shows)}.</p>}
    {shows.entry.reviews.length === 0 ? <p>No review was asked for yet.</p> : null}
    {shows.entry.reviews.map(review => (
      <One key={review.id} {...{ review, shows }} />
    ))}
    {shows.may.write ? (
      <p>
        <a href={at(shows, 'reviews')}>Ask for a review</a>
      </p>
    ) : null}
  </>
)
