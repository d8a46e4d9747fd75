import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { addMonths, type PlainDate, sayDay } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { sendLetter } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Case, caseOf } from '../../requests/public.ts'
import { here } from '../tables.ts'
import { type Follows, type Lane, laneNames, type ReviewId, type TestAnswer } from '../types.ts'

export type Held = {
  readonly reference: string
  readonly lane: Lane
  readonly heldOn: PlainDate
  readonly askedBy: 'schedule' | 'person' | 'event'
  readonly tests: readonly TestAnswer[]
  readonly words: string
  readonly theirWords: string
  readonly follows: Follows
  readonly changeFrom: PlainDate | null
}
export type HoldProblem =
  | 'case-not-found'
  | 'held-in-the-future'
  | 'change-needs-a-day'
  | 'another-lane-was-held-that-day'

/**
 * Writes down a review that was held, and tells the family what was found and what follows. Three lanes stay
 * apart.
 */
export async function hold(doing: Doing, held: Held): Promise<Done<ReviewId, HoldProblem>> {
  const found = await caseOf(doing, held.reference)
  if (!found) return refused('case-not-found')
  const problems: HoldProblem[] = []
  if (held.heldOn > doing.today) problems.push('held-in-the-future')
  if (held.follows === 'change' && held.changeFrom === null) problems.push('change-needs-a-day')
  if (problems.length > 0) return refused(...problems)
  const id = newId<'review'>()
  const whose = { organisation_id: found.organisation, person_id: found.person }
  await here(doing)
    .db.insertInto('reviews.review')
    .values({
      id,
      ...whose,
      reference: held.reference,
      lane: held.lane,
      held_on: held.heldOn,
      held_by: doing.actor.id,
      held_by_name: doing.actor.name,
      asked_by: held.askedBy,
      follows: held.follows,
      change_from: held.follows === 'change' ? held.changeFrom : null,
      noted_on: doing.today,
    })
    .execute()
  await here(doing)
    .db.insertInto('reviews.finding')
    .values({
      review_id: id,
      ...whose,
      tests: JSON.stringify(held.tests),
      words: held.words,
      their_words: held.theirWords,
    })
    .execute()
  await tell(doing, { found, held, id })
  await record(doing, {
    happened: 'review-held',
    organisation: found.organisation,
    person: found.person,
    to: id,
    details: { lane: held.lane, follows: held.follows, changeFrom: held.changeFrom },
  })
  return done(id)
}

const whatFollows = ({ follows, changeFrom, heldOn }: Held): string => {
  if (follows === 'continue')
    return (
      `Your budget goes on as it is. The next review is by ${sayDay(addMonths(heldOn, 12))}, or ` +
      'earlier if you ask.'
    )
  if (follows === 'change')
    return (
      'Your plan and your budget will change from ' +
      `${changeFrom ? sayDay(changeFrom) : 'a day we agree'}. You will see the new sum before anything ` +
      'changes.'
    )
  return (
    'We think that this way of holding the budget should stop. Nothing stops now: you will get a ' +
    'letter with the reasons, the day, and how to have it looked at again.'
  )
}

async function tell(
  doing: Doing,
  { found, held, id }: { found: Case; held: Held; id: ReviewId },
): Promise<void> {
  await sendLetter(doing, {
    organisation: found.organisation,
    person: found.person,
    to: { name: found.personName },
    kind: 'review',
    reference: held.reference,
    subject: id,
    title: `${laneNames[held.lane]}: what we found on ${sayDay(held.heldOn)}`,
    paragraphs: [
      whatFollows(held),
      { heading: 'What we found' },
      held.words,
      {
        list: held.tests.map(
          test =>
            `${test.asks} ` +
            `${{ yes: 'Yes', no: 'No', partly: 'Partly' }[test.answer]}.${test.note ? ` ${test.note}` : ''}`,
        ),
      },
      'If you see it differently, tell us. It will be looked at by somebody else.',
    ],
    from: {
      name: doing.actor.name,
      role: 'Who held the review',
      reach: 'by a message in your account, or by calling your ICB',
    },
    deliver: ['screen', 'mail'],
  })
}
