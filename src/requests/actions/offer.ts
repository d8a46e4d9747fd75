import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { type OrganisationId, type PersonId, personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { Pathway } from '../types.ts'

export type NewOffer = {
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly pathway: Pathway
  readonly madeOn: PlainDate
  readonly how: string
  /** What the person said to it, where they have answered; a declined offer keeps the reason they gave. */
  readonly said?: 'accepted' | 'declined'
  readonly answeredOn?: PlainDate
  readonly reason?: string | null
}
export type OfferProblem =
  | 'person-not-found'
  | 'offer-not-found'
  | 'made-in-the-future'
  | 'answered-before-made'
  | 'answered-in-the-future'
  | 'answered-already'

export const offerSays = {
  'person-not-found': 'There is no such person',
  'offer-not-found': 'There is no such offer',
  'made-in-the-future': 'The day of the offer must be today or in the past',
  'answered-before-made': 'The answer cannot come before the offer',
  'answered-in-the-future': 'The day of the answer must be today or in the past',
  'answered-already': 'The answer to this offer is written down already',
} as const satisfies Record<OfferProblem, string>

/** Writes down that a budget was offered, and what the person said to it if they have answered. */
export async function recordOffer(doing: Doing, offer: NewOffer): Promise<Done<string, OfferProblem>> {
  if ((await personShown(doing, offer.person)) === null) return refused('person-not-found')
  if (offer.madeOn > doing.today) return refused('made-in-the-future')
  const answeredOn = offer.answeredOn ?? doing.today
  if (offer.said !== undefined && answeredOn < offer.madeOn) return refused('answered-before-made')
  if (offer.said !== undefined && answeredOn > doing.today) return refused('answered-in-the-future')
  const id = newId<'offer'>()
  await here(doing)
    .db.insertInto('requests.offer')
    .values({
      id,
      organisation_id: offer.organisation,
      person_id: offer.person,
      pathway: offer.pathway,
      made_on: offer.madeOn,
      how: offer.how,
      made_by: doing.actor.id,
      made_by_name: doing.actor.name,
    })
    .execute()
  await record(doing, {
    happened: 'budget-offered',
    organisation: offer.organisation,
    person: offer.person,
    to: id,
  })
  if (offer.said === undefined) return done(id)
  const answered = await answerOffer(doing, {
    offer: id,
    said: offer.said,
    answeredOn,
    reason: offer.reason ?? null,
  })
  return answered.done ? done(id) : answered
}

export type OfferAnswer = {
  readonly offer: string
  readonly said: 'accepted' | 'declined'
  readonly answeredOn: PlainDate
  readonly reason: string | null
}

/** Writes down what somebody said to an offer. It can be said once; a later wish is a request. */
export async function answerOffer(doing: Doing, answer: OfferAnswer): Promise<Done<null, OfferProblem>> {
  const { db } = here(doing)
  const offer = await db
    .selectFrom('requests.offer')
    .selectAll()
    .where('id', '=', answer.offer)
    .executeTakeFirst()
  if (!offer) return refused('offer-not-found')
  if (answer.answeredOn < offer.made_on) return refused('answered-before-made')
  if (answer.answeredOn > doing.today) return refused('answered-in-the-future')
  const written = await db
    .insertInto('requests.offer_answer')
    .values({
      offer_id: offer.id,
      organisation_id: offer.organisation_id,
      person_id: offer.person_id,
      said: answer.said,
      answered_on: answer.answeredOn,
      reason: answer.reason,
      noted_by: doing.actor.id,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('offer_id')
    .executeTakeFirst()
  if (!written) return refused('answered-already')
  await record(doing, {
    happened: `offer-${answer.said}`,
    organisation: offer.organisation_id,
    person: offer.person_id,
    to: offer.id,
  })
  return done(null)
}
