import { type Move, movesOf } from '../access/public.ts'
import { addDays, type PlainDate } from '../kernel/days.ts'
import { firstPaidOn } from '../payments/public.ts'
import { type OrganisationId, type PersonId, settingOn } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { type LaneStanding, lanesDue } from './rules/due.ts'
import { here } from './tables.ts'
import type { ReviewId, TestAnswer } from './types.ts'

const usualFirstAudit = '6'

/** Every review of a case, newest first: that it was held and what follows. */
export const reviewsOf = (doing: Doing, reference: string) =>
  here(doing)
    .db.selectFrom('reviews.review_shown')
    .selectAll()
    .where('reference', '=', reference)
    .orderBy('held_on', 'desc')
    .orderBy('noted_at', 'desc')
    .execute()

export const bookingsOf = (doing: Doing, reference: string) =>
  here(doing)
    .db.selectFrom('reviews.booking_shown')
    .selectAll()
    .where('reference', '=', reference)
    .orderBy('booked_at')
    .execute()

export const eventsOf = (doing: Doing, reference: string) =>
  here(doing)
    .db.selectFrom('reviews.event')
    .selectAll()
    .where('reference', '=', reference)
    .orderBy('on_day', 'desc')
    .execute()

/** What was found at a review; null where the actor sees only that it was held. */
export async function findingOf(doing: Doing, review: ReviewId) {
  const row = await here(doing)
    .db.selectFrom('reviews.finding')
    .selectAll()
    .where('review_id', '=', review)
    .executeTakeFirst()
  return row
    ? { words: row.words, theirWords: row.their_words, tests: row.tests as readonly TestAnswer[] }
    : null
}

/**
 * When each lane of a case is next due; empty before the first payment. A later booking takes an earlier
 * one's place.
 */
export async function standingOf(
  doing: Doing,
  of: { reference: string; organisation: OrganisationId; person: PersonId },
): Promise<readonly LaneStanding[]> {
  const firstPaid = await firstPaidOn(doing, of.reference)
  if (firstPaid === null) return []
  const [held, booked] = [await reviewsOf(doing, of.reference), await bookingsOf(doing, of.reference)]
  const months = await settingOn(doing, {
    ...heldBy(await movesOf(doing, of.person), { ...of, began: firstPaid, today: doing.today }),
    name: 'first-money-audit-months',
  })
  return lanesDue({
    firstPaid,
    firstAuditMonths: Number(months ?? usualFirstAudit),
    held: held.map(one => ({ lane: one.lane, on: one.held_on })),
    booked: booked.map(one => ({ lane: one.lane, on: one.on_day })),
  })
}

type Began = {
  readonly organisation: OrganisationId
  readonly began: PlainDate
  readonly today: PlainDate
}

/**
 * Pure: whose figure counts, and on which day: of the body that answered when the time began, as it left it.
 */
function heldBy(moves: readonly Move[], { organisation, began, today }: Began) {
  const next = moves.find(({ on }) => on > began)
  return next === undefined
    ? { organisation, day: today }
    : { organisation: next.from, day: addDays(next.on, -1) }
}

/** Whether and when a case was closed after its end. */
export async function closingOf(doing: Doing, reference: string): Promise<PlainDate | null> {
  const row = await here(doing)
    .db.selectFrom('reviews.closing_shown')
    .select('closed_on')
    .where('reference', '=', reference)
    .executeTakeFirst()
  return row?.closed_on ?? null
}
