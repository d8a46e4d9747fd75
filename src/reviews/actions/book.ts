import { record } from '../../access/public.ts'
import { bookingWarning } from '../../clocks/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { caseOf } from '../../requests/public.ts'
import { bookingsOf } from '../queries.ts'
import { here } from '../tables.ts'
import type { Lane } from '../types.ts'

export type Booked = { readonly warning: 'three-lanes-on-one-day' | 'two-lanes-on-one-day' | null }
export type BookProblem = 'case-not-found' | 'day-in-the-past' | 'lanes-on-one-day-need-a-reason'

/**
 * Books a review. Two lanes on one day are warned of (DP-REV-06, secondary): it goes on only with a reason,
 * because people
 * should not answer for plan, money and eligibility in one sitting.
 */
export async function book(
  doing: Doing,
  of: { reference: string; lane: Lane; on: PlainDate; place: string; because: string | null },
): Promise<Done<Booked, BookProblem>> {
  const found = await caseOf(doing, of.reference)
  if (!found) return refused('case-not-found')
  if (of.on < doing.today) return refused('day-in-the-past')
  const before = (await bookingsOf(doing, of.reference))
    .filter(one => one.lane !== of.lane && one.on_day >= doing.today)
    .map(one => ({ lane: one.lane, on: one.on_day }))
  const { warning } = bookingWarning(
    [...before, { lane: of.lane, on: of.on }].filter(one => one.on === of.on),
  )
  if (warning !== null && !of.because?.trim()) return refused('lanes-on-one-day-need-a-reason')
  const id = newId()
  await here(doing)
    .db.insertInto('reviews.booking')
    .values({
      id,
      organisation_id: found.organisation,
      person_id: found.person,
      reference: of.reference,
      lane: of.lane,
      on_day: of.on,
      place: of.place,
      because: of.because,
      booked_by: doing.actor.id,
      booked_on: doing.today,
    })
    .execute()
  await record(doing, {
    happened: 'review-booked',
    organisation: found.organisation,
    person: found.person,
    to: id,
    details: { lane: of.lane, on: of.on },
  })
  return done({ warning })
}
