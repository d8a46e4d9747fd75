import { look, type Route } from '../../access/public.ts'
import { plainDate } from '../../kernel/days.ts'
import { readId } from '../../kernel/ids.ts'
import { type PersonId, personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { choice, day, form, one, optionalDay, optionalText, text, typedDay } from '../../platform/forms.ts'
import { findAsked, pageAsked, pagesAt } from '../../platform/paging.ts'
import { type Answer, type Asked, type FieldError, notFound, type Typed } from '../../platform/route.ts'
import { answerOffer, offerSays, recordOffer } from '../actions/offer.ts'
import { offersPage } from '../pages/offers.tsx'
import { pathways } from '../pathways.ts'
import { offersSeen, peopleLike } from '../queries/offers.ts'

type Said = {
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly find: string
  readonly query?: Typed
}

async function page(doing: Doing, { typed, errors, find, query = {} }: Said): Promise<Answer> {
  const chosen = readId<'person'>(one(typed, 'person'))
  const shown = chosen === null ? null : await personShown(doing, chosen as PersonId)
  const known = shown ? [{ id: shown.id, full_name: shown.fullName, born_on: shown.bornOn }] : []
  const found = find === '' ? known : await peopleLike(doing, find)
  for (const { id } of known) await look(doing, { page: 'offer', organisation: null, person: id })
  const { rows, paging } = await offersSeen(doing, pageAsked(query))
  const hrefOf = pagesAt('/requests/offers', query, { keep: ['find'] })
  return offersPage({ offers: rows, paging, hrefOf, find, found, typed, errors })
}

const list = (doing: Doing, { query }: Asked): Promise<Answer> =>
  page(doing, { typed: typedDay('made', doing.today), errors: [], find: findAsked(query), query })

const offerForm = (today: Doing['today']) =>
  form({
    pathway: choice(pathways, 'Choose the care'),
    made: day({
      missing: 'Enter the day of the offer',
      called: 'The day of the offer',
      from: plainDate('2014-04-01'),
      until: today,
      tooLate: offerSays['made-in-the-future'],
    }),
    how: text({ missing: 'Say how it was offered', most: 1000, called: 'How it was offered' }),
    said: choice(['accepted', 'declined', 'not-yet'] as const, 'Choose what they said'),
    reason: optionalText({ most: 500, called: 'The reason' }),
    answered: optionalDay({
      called: 'The day of the answer',
      until: today,
      tooLate: offerSays['answered-in-the-future'],
    }),
  })

async function write(doing: Doing, { form: typed }: Asked): Promise<Answer> {
  const id = readId<'person'>(one(typed, 'person'))
  const person = id === null ? null : await personShown(doing, id as PersonId)
  const read = offerForm(doing.today).read(typed)
  const missing = person === null ? [{ field: 'person', says: 'Choose the person' }] : []
  if (!read.ok || person === null)
    return page(doing, { typed, errors: [...missing, ...(read.ok ? [] : read.errors)], find: '' })
  const { pathway, made, how, said, reason, answered } = read.value
  const answer =
    said === 'not-yet' ? {} : { said, reason, ...(answered === null ? {} : { answeredOn: answered }) }
  const offered = await recordOffer(doing, {
    organisation: person.organisation,
    person: person.id,
    pathway,
    madeOn: made,
    how,
    ...answer,
  })
  if (offered.done)
    return said === 'accepted' ? `/requests/telephone/new?person=${person.id}` : '/requests/offers'
  const errors = offered.because.map(reason => ({ field: 'made-day', says: offerSays[reason] }))
  return page(doing, { typed, errors, find: '' })
}

const answerForm = form({
  said: choice(['accepted', 'declined'] as const, 'Choose what they said'),
  reason: optionalText({ most: 500, called: 'The reason' }),
})

async function answer(doing: Doing, { at, form: typed }: Asked): Promise<Answer> {
  const offer = readId<'offer'>(at['offer'] ?? '')
  const read = answerForm.read(typed)
  if (offer === null) return notFound
  if (!read.ok) return page(doing, { typed: {}, errors: read.errors, find: '' })
  const answered = await answerOffer(doing, { offer, ...read.value, answeredOn: doing.today })
  if (answered.done) return '/requests/offers'
  if (answered.because.includes('offer-not-found')) return notFound
  const errors = answered.because.map(reason => ({ field: 'said', says: offerSays[reason] }))
  return { ...((await page(doing, { typed: {}, errors, find: '' })) as object), status: 409 } as Answer
}

export const offerRoutes: readonly Route[] = [
  { at: 'GET /requests/offers', allow: 'requests.offer', handle: list },
  { at: 'POST /requests/offers', allow: 'requests.offer', handle: write },
  { at: 'POST /requests/offers/:offer/answer', allow: 'requests.offer', handle: answer },
]
