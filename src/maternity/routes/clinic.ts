import { look, type Route } from '../../access/public.ts'
import { readId } from '../../kernel/ids.ts'
import { findPeople, type PersonId, personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { one, typedDay } from '../../platform/forms.ts'
import { findAsked } from '../../platform/paging.ts'
import { type Answer, type Asked, type FieldError, notAllowed, type Typed } from '../../platform/route.ts'
import { offerInClinic } from '../actions/offer.ts'
import { offerForm } from '../forms.ts'
import { clinicPage } from '../pages/clinic.tsx'
import { offeringOn } from '../queries/places.ts'
import { wrongAt } from './step.ts'

type Saying = {
  readonly find: string
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

async function page(doing: Doing, { find, typed, errors }: Saying): Promise<Answer> {
  const organisation = doing.actor.roles[0]?.organisation ?? null
  if (organisation === null) return notAllowed
  const id = readId<'person'>(one(typed, 'person'))
  const chosen = id === null ? null : await personShown(doing, id as PersonId)
  const found = find === '' ? [] : ((await findPeople(doing, find)) ?? [])
  const people = chosen
    ? [{ id: chosen.id, name: chosen.fullName, born: chosen.bornOn }]
    : found.map(row => ({ id: row.id, name: row.full_name, born: row.born_on }))
  for (const person of chosen ? [chosen.id] : [])
    await look(doing, { page: 'maternity', organisation, person })
  const offering = await offeringOn(doing, organisation, doing.today)
  return clinicPage({ find, people, offering, typed, errors })
}

const show = (doing: Doing, { query }: Asked): Promise<Answer> =>
  page(doing, { find: findAsked(query), typed: typedDay('offeredOn', doing.today), errors: [] })

async function send(doing: Doing, { form: typed }: Asked): Promise<Answer> {
  const organisation = doing.actor.roles[0]?.organisation ?? null
  const person = readId<'person'>(one(typed, 'person')) as PersonId | null
  const read = offerForm(doing.today).read(typed)
  const missing = person === null ? [{ field: 'person', says: 'Choose the woman to whom you offer it' }] : []
  if (!read.ok || person === null || organisation === null)
    return page(doing, { find: '', typed, errors: [...missing, ...(read.ok ? [] : read.errors)] })
  const offered = await offerInClinic(doing, { ...read.value, organisation, person })
  if (offered.done) return `/maternity/${offered.value.reference}?done=offered`
  if (offered.because.includes('not-allowed')) return notAllowed
  return page(doing, { find: '', typed, errors: wrongAt(offered.because, { first: 'person' }) })
}

/** Offering a budget to a woman in the clinic, who has not asked for one. */
export const clinicRoutes: readonly Route[] = [
  { at: 'GET /maternity/new', allow: 'maternity.offer', handle: show },
  { at: 'POST /maternity/new', allow: 'maternity.offer', handle: send },
]
