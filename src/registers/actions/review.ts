import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { sendLetter } from '../../notices/public.ts'
import { personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { reviewedLetter } from '../letters.ts'
import { entryById } from '../queries/entry.ts'
import { kindOfReview } from '../rules/known.ts'
import { type Problem, thatAreSo, whyNotNow } from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { Entry, Held, Review } from '../types.ts'
import { change, notedBy, ofEntry } from './changing.ts'

type Of = { readonly entry: string }
type Asking = Of & { readonly on: PlainDate; readonly why: string; readonly hasEhcPlan: boolean }

/** Asks for a review. Whether education is part of it follows from the age on that day and from the plan. */
export const askReview = (doing: Doing, { entry, on, why, hasEhcPlan }: Asking) =>
  change(doing, {
    entry,
    may: 'registers.write',
    happened: 'register-review-asked',
    details: { on },
    whyNot: async one => {
      const born = (await personShown(doing, one.person))?.bornOn ?? null
      return [...whyNotNow(one, on), ...thatAreSo([[born === null, 'birthday-missing']])]
    },
    write: async one => {
      const born = (await personShown(doing, one.person))?.bornOn ?? on
      await here(doing)
        .db.insertInto('registers.review')
        .values({
          id: newId(),
          ...ofEntry(one),
          number: one.reviews.length + 1,
          kind: kindOfReview.decide({ born, hasEhcPlan, day: on }),
          asked_on: on,
          asked_by: doing.actor.id,
          asked_by_name: doing.actor.name,
          why,
        })
        .execute()
    },
  })

const reviewOf = (entry: Entry, number: number): Review | undefined =>
  entry.reviews.find(one => one.number === number)

function whyNotHold(entry: Entry, number: number, held: Held): readonly Problem[] {
  const review = reviewOf(entry, number)
  if (review === undefined) return ['no-such-thing']
  return [
    ...whyNotNow(entry),
    ...thatAreSo([
      [review.held !== null, 'held-already'],
      [held.on < review.askedOn, 'held-before-asked'],
      [(held.expert === null) === (held.noExpert === null), 'expert-or-reason'],
    ]),
  ]
}

/** Notes that a review was held: who took part, and what was found in their own words. The person is told. */
export const holdReview = (
  doing: Doing,
  { entry, number, ...held }: Of & Held & { readonly number: number },
) =>
  change(doing, {
    entry,
    may: 'registers.write',
    happened: 'register-review-held',
    details: { on: held.on },
    whyNot: one => whyNotHold(one, number, held),
    write: async one => {
      await here(doing)
        .db.insertInto('registers.held')
        .values({
          review_id: reviewOf(one, number)?.id ?? '',
          ...ofEntry(one),
          on_day: held.on,
          took_part: held.tookPart,
          expert: held.expert,
          no_expert: held.noExpert,
          safe: held.safe,
          care: held.care,
          future: held.future,
          hospital: held.hospital,
          ...notedBy(doing),
        })
        .execute()
      const now = await entryById(doing, one.id)
      if (now !== null) await sendLetter(doing, await reviewedLetter(doing, now, number))
    },
  })

type NewAction = Of & {
  readonly number: number
  readonly says: string
  readonly owner: string
  readonly by: PlainDate
}

/** Notes what somebody is to do after a review, and by when. */
export const addAction = (doing: Doing, { entry, number, says, owner, by }: NewAction) =>
  change(doing, {
    entry,
    may: 'registers.write',
    happened: 'register-action',
    details: { by },
    whyNot: one => {
      const review = reviewOf(one, number)
      if (review === undefined) return ['no-such-thing']
      return [...whyNotNow(one), ...thatAreSo([[review.held === null, 'not-held-yet']])]
    },
    write: one =>
      here(doing)
        .db.insertInto('registers.action')
        .values({
          id: newId(),
          review_id: reviewOf(one, number)?.id ?? '',
          ...ofEntry(one),
          number: one.reviews.flatMap(({ actions }) => actions).length + 1,
          says,
          owner,
          by_day: by,
          ...notedBy(doing),
        })
        .execute(),
  })

type Did = Of & { readonly number: number; readonly on: PlainDate; readonly says: string }
const actionOf = (entry: Entry, number: number) =>
  entry.reviews.flatMap(({ actions }) => actions).find(one => one.number === number)

/** Notes that it was done. */
export const doneAction = (doing: Doing, { entry, number, on, says }: Did) =>
  change(doing, {
    entry,
    may: 'registers.write',
    happened: 'register-action-done',
    details: { on },
    whyNot: one => {
      const action = actionOf(one, number)
      if (action === undefined) return ['no-such-thing']
      return [...whyNotNow(one, on), ...thatAreSo([[action.done !== null, 'done-already']])]
    },
    write: one =>
      here(doing)
        .db.insertInto('registers.action_done')
        .values({
          action_id: actionOf(one, number)?.id ?? '',
          ...ofEntry(one),
          on_day: on,
          says,
          ...notedBy(doing),
        })
        .execute(),
  })
