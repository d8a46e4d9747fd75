import { may, type Route } from '../../access/public.ts'
import type { Done } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { type OrganisationId, organisation } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { one, type Read, typedDay } from '../../platform/forms.ts'
import { type Answer, type Asked, notAllowed, notFound, type Typed } from '../../platform/route.ts'
import { setContract, setOffering, setPrice } from '../actions/terms.ts'
import { contractForm, offeringForm, priceForm } from '../forms.ts'
import { type TermForm, termPage, termsPage } from '../pages/terms.tsx'
import { offeringOn, placesOn, pricesSet } from '../queries/places.ts'
import { keyOf } from '../rules/entries.ts'

async function terms(doing: Doing, { query }: Asked): Promise<Answer> {
  const id = doing.actor.roles[0]?.organisation ?? null
  const body = id === null ? null : await organisation(doing, id)
  if (id === null || body === null) return notFound
  return termsPage({
    body: { name: body.name, code: body.code },
    today: doing.today,
    offering: await offeringOn(doing, id, doing.today),
    prices: await pricesSet(doing, id),
    places: await placesOn(doing, id, doing.today),
    maySet: may(doing, 'maternity.set'),
    done: one(query, 'done') === 'set' ? 'It is saved.' : undefined,
  })
}

type Term<Value> = {
  readonly at: TermForm
  readonly form: (today: PlainDate) => { read(typed: Typed): Read<Value> }
  readonly act: (doing: Doing, body: OrganisationId, value: Value) => Promise<Done<null, 'not-allowed'>>
}

function termRoutesOf<Value>({ at, form, act }: Term<Value>): readonly Route[] {
  async function send(doing: Doing, { form: typed }: Asked): Promise<Answer> {
    const read = form(doing.today).read(typed)
    if (!read.ok) return termPage(at, typed, read.errors)
    const body = doing.actor.roles[0]?.organisation ?? null
    const acted = body === null ? null : await act(doing, body, read.value)
    return acted?.done ? '/maternity/terms?done=set' : notAllowed
  }
  const show = (doing: Doing): Answer => termPage(at, typedDay('from', doing.today), [])
  return [
    { at: `GET /maternity/terms/${at}`, allow: 'maternity.set', handle: show },
    { at: `POST /maternity/terms/${at}`, allow: 'maternity.set', handle: send },
  ]
}

/** What a body says for itself: whom it offers a budget, what a part is worth, who has a contract. */
export const termRoutes: readonly Route[] = [
  { at: 'GET /maternity/terms', allow: 'maternity.list', handle: terms },
  ...termRoutesOf({
    at: 'offering',
    form: offeringForm,
    act: (doing, body, value) => setOffering(doing, { ...value, organisation: body }),
  }),
  ...termRoutesOf({
    at: 'prices',
    form: priceForm,
    act: (doing, body, value) => setPrice(doing, { ...value, organisation: body }),
  }),
  ...termRoutesOf({
    at: 'contracts',
    form: contractForm,
    act: (doing, body, value) =>
      setContract(doing, { ...value, key: keyOf(value.provider), organisation: body }),
  }),
]
