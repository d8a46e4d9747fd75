import type { Route } from '../../access/public.ts'
import { organisationByCode } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { one } from '../../platform/forms.ts'
import { type Answer, type Asked, notFound } from '../../platform/route.ts'
import { type MaternityStage, maternityStages } from '../../rights/public.ts'
import { areasPage, placesPage } from '../pages/places.tsx'
import { areasOn, offeringOn, placesOn, pricesOn } from '../queries/places.ts'
import { inOrder, orders } from '../rules/compare.ts'
import type { Offering, Place } from '../types.ts'

async function areas(doing: Doing): Promise<Answer> {
  const found = await areasOn(doing, doing.today)
  const offerings: Record<string, Offering | null> = {}
  for (const { id } of found.flatMap(({ bodies }) => bodies))
    offerings[id] = await offeringOn(doing, id, doing.today)
  return areasPage(found.map(area => ({ ...area, offerings })))
}

const countOf = (places: readonly Place[]): Readonly<Record<MaternityStage, number>> => ({
  antenatal: places.filter(one => one.stage === 'antenatal').length,
  intrapartum: places.filter(one => one.stage === 'intrapartum').length,
  postnatal: places.filter(one => one.stage === 'postnatal').length,
})

async function places(doing: Doing, { at, query }: Asked): Promise<Answer> {
  const body = await organisationByCode(doing, at['code'] ?? '')
  const all = body === null ? [] : await placesOn(doing, body.id, doing.today)
  const offering = body === null ? null : await offeringOn(doing, body.id, doing.today)
  if (body === null || (all.length === 0 && offering === null)) return notFound
  const stage = maternityStages.find(known => known === one(query, 'part')) ?? 'antenatal'
  const order = orders.find(known => known === one(query, 'order')) ?? 'name'
  return placesPage({
    ...{ code: body.code, name: body.name, offering, stage, order, counts: countOf(all) },
    places: inOrder(
      all.filter(place => place.stage === stage),
      order,
    ),
    prices: await pricesOn(doing, body.id, doing.today),
  })
}

/** What everybody may read: which areas offer it, and who can give the care, side by side. */
export const placeRoutes: readonly Route[] = [
  { at: 'GET /maternity/places', allow: 'public.read', handle: areas },
  { at: 'GET /maternity/places/:code', allow: 'public.read', handle: places },
]
