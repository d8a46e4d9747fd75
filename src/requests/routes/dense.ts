import type { Route } from '../../access/public.ts'
import { readId } from '../../kernel/ids.ts'
import { type PersonId, personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { one, typedDay } from '../../platform/forms.ts'
import type { Answer, Asked, Typed } from '../../platform/route.ts'
import { askFor } from '../actions/ask-for.ts'
import { askingFrom } from '../forms/asking.ts'
import { calledOn, type DenseKind, denseErrors } from '../forms/dense.ts'
import { knownPerson } from '../forms/questions.ts'
import { densePage, readBackPage } from '../pages/dense.tsx'
import { receiverOf, receivers } from '../queries/receivers.ts'
import { sayProblems } from './new.ts'

async function personIn(doing: Doing, id: string | null) {
  const read = id === null ? null : readId<'person'>(id)
  const shown = read === null ? null : await personShown(doing, read as PersonId)
  return shown === null ? null : { id: shown.id, name: shown.fullName }
}

async function blank(doing: Doing, kind: DenseKind, query: Typed): Promise<Answer> {
  const person = await personIn(doing, one(query, 'person') || null)
  const typed = kind === 'telephone' ? typedDay('calledOn', doing.today) : {}
  return densePage({ kind, typed, icbs: await receivers(doing), errors: [], person })
}

/** Nothing is written before the caller has heard it; a professional's referral is sent at once. */
async function sent(doing: Doing, kind: DenseKind, typed: Typed): Promise<Answer> {
  const icbs = await receivers(doing)
  const person = await personIn(doing, knownPerson(typed))
  const shows = { kind, typed, icbs, person }
  const errors = [
    ...denseErrors(kind, { typed, today: doing.today, icbs: icbs.map(({ code }) => code) }),
    ...(knownPerson(typed) !== null && person === null ? sayProblems(['person-not-found'], 'fullName') : []),
  ]
  if (errors.length > 0 || one(typed, 'step') === 'change') return densePage({ ...shows, errors })
  if (kind === 'telephone' && one(typed, 'step') !== 'send') return readBackPage(shows)
  return send(doing, shows)
}

type Shows = Omit<Parameters<typeof densePage>[0], 'errors'>

async function send(doing: Doing, { kind, typed, icbs, person }: Shows): Promise<Answer> {
  const to =
    kind === 'referral'
      ? await receiverOf(doing, one(typed, 'icb'))
      : await ownBody(doing, person?.id ?? null)
  if (to === null)
    return densePage({
      kind,
      typed,
      icbs,
      person,
      errors: [{ field: 'icb', says: 'No NHS board takes requests here yet' }],
    })
  const telephone = kind === 'telephone'
  const asker = telephone ? one(typed, 'caller') : `${doing.actor.name}, ${one(typed, 'role')}`
  const asking = askingFrom(telephone ? typed : { ...typed, relation: 'professional' }, {
    today: doing.today,
    organisation: to.receiver.id,
    organisationUnsure: to.unsure,
    reachedBy: kind,
    asker,
    ...(telephone ? { receivedOn: calledOn(typed, doing.today) } : {}),
  })
  const asked = await askFor(doing, asking, telephone ? 'staff' : 'referrer')
  if (!asked.done)
    return densePage({ kind, typed, icbs, person, errors: sayProblems(asked.because, 'fullName') })
  return `/requests/${asked.value.reference}${telephone ? '' : '/receipt'}`
}

/** Staff write down requests for their own ICB; of somebody known, for the one that answers for them. */
async function ownBody(doing: Doing, person: string | null) {
  const known = person === null ? null : await personShown(doing, person as PersonId)
  const organisation = known?.organisation ?? doing.actor.roles[0]?.organisation
  const receiver = (await receivers(doing)).find(({ id }) => id === organisation)
  return receiver ? { receiver, unsure: false } : null
}

const routesOf = (kind: DenseKind, allow: 'requests.take' | 'requests.refer'): readonly Route[] => [
  { at: `GET /requests/${kind}/new`, allow, handle: (doing, { query }: Asked) => blank(doing, kind, query) },
  { at: `POST /requests/${kind}`, allow, handle: (doing, { form }: Asked) => sent(doing, kind, form) },
]

export const denseRoutes: readonly Route[] = [
  ...routesOf('telephone', 'requests.take'),
  ...routesOf('referral', 'requests.refer'),
]
