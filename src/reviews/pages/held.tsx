import { sayShortDay } from '../../kernel/days.ts'
import { LinkButton, Reading, SummaryList } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { laneNames, type TestAnswer } from '../types.ts'
import { followSays, type ReviewShown } from './reviews.tsx'

const answers = { yes: 'Yes', no: 'No', partly: 'Partly' } as const
const answerSaid = ({ answer, note }: TestAnswer): string =>
  note ? `${answers[answer]}. ${note}` : answers[answer]

type HeldShows = {
  readonly reference: string
  readonly person: Page['person']
  readonly review: ReviewShown
  readonly finding: {
    readonly words: string
    readonly theirWords: string
    readonly tests: readonly TestAnswer[]
  }
}

/** One review that was held: what was asked, what was found, what follows. */
export const heldPage = ({ reference, person, review, finding }: HeldShows): Page => ({
  title: `${laneNames[review.lane]}: review of ${sayShortDay(review.heldOn)}`,
  back: `/reviews/${reference}`,
  ...(person ? { person } : {}),
  body: (
    <Reading>
      <h1>
        <span className="nhsuk-caption-l">{laneNames[review.lane]}</span> Review of{' '}
        {sayShortDay(review.heldOn)}
      </h1>
      <p>
        Held by {review.heldBy}. What follows: {followSays(review)}.
      </p>
      <p>{finding.words}</p>
      {finding.theirWords === '' ? null : (
        <>
          <h2>What the person said</h2>
          <p>{finding.theirWords}</p>
        </>
      )}
      <h2>What was asked</h2>
      <SummaryList
        facts={finding.tests.map(test => ({
          says: test.asks,
          is: answerSaid(test),
        }))}
      />
      {review.follows === 'change' ? <LinkButton href={`/plans/${reference}`}>To the plan</LinkButton> : null}
    </Reading>
  ),
})
