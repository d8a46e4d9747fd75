import { may, type Route } from '../access/public.ts'
import { organisation } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { type Answer, notFound, type Typed } from '../platform/route.ts'
import { setRate } from './actions/set-rate.ts'
import { rateForm } from './forms.ts'
import { ratesPage } from './pages/rates.tsx'
import { allRates } from './queries.ts'
import { problemSays } from './says.ts'

type Wrong = {
  readonly typed: Typed
  readonly errors: readonly { readonly field: string; readonly says: string }[]
}

async function showRates(doing: Doing, wrong: Wrong = { typed: {}, errors: [] }): Promise<Answer> {
  const id = doing.actor.roles[0]?.organisation
  const body = id ? await organisation(doing, id) : null
  if (!body) return notFound
  const rows = await allRates(doing, body.id)
  return ratesPage({
    body: body.name,
    maySet: may(doing, 'needs.set-rates'),
    ...wrong,
    rates: rows.map(row => ({
      ...row,
      rate: row.pence,
      from: row.from_on,
      until: row.until_on,
      checkedOn: row.checked_on,
    })),
  })
}

async function set(doing: Doing, form: Typed): Promise<Answer> {
  const id = doing.actor.roles[0]?.organisation
  const read = rateForm.read(form)
  if (!id) return notFound
  if (!read.ok) return showRates(doing, { typed: form, errors: read.errors })
  const wrote = await setRate(doing, { organisation: id, ...read.value })
  if (wrote.done) return '/needs/rates'
  return showRates(doing, {
    typed: form,
    errors: wrote.because.map(because => ({ field: 'from-day', says: problemSays[because] })),
  })
}

export const rateRoutes: readonly Route[] = [
  { at: 'GET /needs/rates', allow: 'needs.rates', handle: doing => showRates(doing) },
  { at: 'POST /needs/rates', allow: 'needs.set-rates', handle: (doing, { form }) => set(doing, form) },
]
