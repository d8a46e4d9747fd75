import { mayFor } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId, type Reference } from '../../kernel/ids.ts'
import { type OrganisationId, type PersonId, personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { ask, type Case, recordOffer } from '../../requests/public.ts'
import { tellOffer } from '../letters.ts'
import { offeringOn, pricesOn } from '../queries/places.ts'
import { type NewOffer, type Problem, whyNotOffer } from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { MaternityOfferId } from '../types.ts'
import { locked, notedBy, recordOf } from './changing.ts'

type Offered = Done<{ readonly reference: Reference }, Problem>

/**
 * Offers a maternity budget under a request for maternity care. The body says whom it offers; made or
 * declined, an offer is counted. Refuses with every reason.
 */
export async function offerBudget(
  doing: Doing,
  { reference, ...asked }: NewOffer & { readonly reference: string },
): Promise<Offered> {
  const all = await locked(doing, reference)
  if (all === null || !mayFor(doing, 'maternity.offer', all.found.organisation)) return refused('not-allowed')
  const { found, budget } = all
  const offering = await offeringOn(doing, found.organisation, asked.offeredOn)
  const problems = whyNotOffer(asked, {
    audience: offering?.audience ?? null,
    pathway: found.pathway,
    caseOpen: found.withdrawnOn === null && found.outcome !== 'refused',
    there: budget !== null,
    today: doing.today,
  })
  if (problems.length > 0) return refused(...problems)
  const id = await write(doing, found, asked)
  await recordOf(doing, { ...found, id }, { happened: 'maternity-offered', details: { on: asked.offeredOn } })
  const prices = await pricesOn(doing, found.organisation, doing.today)
  await tellOffer(doing, { ...found, id }, prices)
  return done({ reference: found.reference })
}

async function write(doing: Doing, found: Case, asked: NewOffer): Promise<MaternityOfferId> {
  const { organisation, person, reference } = found
  const counted = await recordOffer(doing, {
    organisation,
    person,
    pathway: 'maternity',
    madeOn: asked.offeredOn,
    how: asked.fits === '' ? 'At the clinic' : asked.fits,
  })
  if (!counted.done) throw new Error(`the offer was not counted: ${counted.because.join(', ')}`)
  const id: MaternityOfferId = newId()
  await here(doing)
    .db.insertInto('maternity.offer')
    .values({
      id,
      organisation_id: organisation,
      person_id: person,
      reference,
      offered_on: asked.offeredOn,
      due_on: asked.dueOn,
      fits: asked.fits,
      counted_as: counted.value,
      ...notedBy(doing),
    })
    .execute()
  return id
}

const askedFirst = { 'person-has-died': 'has-died', 'one-is-open': 'one-is-open' } as const

type InClinic = NewOffer & { readonly organisation: OrganisationId; readonly person: PersonId }
/**
 * Offers a budget to a woman who has not asked for one: the offer opens her request, and needs no other
 * decision.
 */
export async function offerInClinic(
  doing: Doing,
  { organisation, person, ...asked }: InClinic,
): Promise<Offered> {
  if (!mayFor(doing, 'maternity.offer', organisation)) return refused('not-allowed')
  const shown = await personShown(doing, person)
  if (shown === null) return refused('no-such-person')
  const offering = await offeringOn(doing, organisation, asked.offeredOn)
  const facts = { pathway: 'maternity', caseOpen: true, there: false, today: doing.today }
  const problems = whyNotOffer(asked, { ...facts, audience: offering?.audience ?? null })
  if (problems.length > 0) return refused(...problems)
  const made = await ask(doing, {
    organisation,
    person,
    pathway: 'maternity',
    reachedBy: 'offer',
    askedBy: { name: shown.fullName, relation: 'myself' },
    words: 'Offered at the clinic: a choice of who looks after me in pregnancy, at the birth and after it.',
    parts: [{ says: 'Maternity care', askedWay: 'notional' }],
  })
  if (!made.done)
    return refused(...made.because.map(one => askedFirst[one as keyof typeof askedFirst] ?? 'no-such-person'))
  return offerBudget(doing, { ...asked, reference: made.value.reference })
}
