import { may, mayFor, type Permission, type Route } from '../access/public.ts'
import type { Doing } from '../platform/doing.ts'
import { one } from '../platform/forms.ts'
import { pageAsked, pagesAt } from '../platform/paging.ts'
import { type Answer, type Asked, notFound } from '../platform/route.ts'
import { settingsByOrganisation } from '../requests/public.ts'
import { confirmBy } from './clocks.ts'
import { budgetPage } from './pages/budget.tsx'
import { listPage } from './pages/list.tsx'
import { budgetsListed, shows } from './queries/listed.ts'
import { clinicRoutes } from './routes/clinic.ts'
import { placeRoutes } from './routes/places.ts'
import { type Seen, seen } from './routes/seeing.ts'
import { stepsOfBudget } from './routes/steps.ts'
import { termRoutes } from './routes/terms.ts'
import { turnOf } from './rules/stand.ts'

const doneSays: Readonly<Record<string, string>> = {
  offered: 'The offer is saved, and a letter is on its way.',
  answered: 'The answer is saved.',
  chosen: 'The choice is saved.',
  confirmed: 'The choice is confirmed, and a letter is on its way.',
  'care-given': 'It is saved. This part of the care is over.',
  'extra-noted': 'It is noted beside the budget.',
  closed: 'The budget is closed.',
}

async function list(doing: Doing, { query }: Asked): Promise<Answer> {
  const show = shows.find(known => known === one(query, 'show')) ?? 'confirm'
  const { rows, told, paging } = await budgetsListed(doing, show, pageAsked(query))
  return listPage({
    ...{ rows, told, paging, show },
    today: doing.today,
    hrefOf: pagesAt('/maternity', query, { keep: ['show'] }),
    may: { offer: may(doing, 'maternity.offer') },
  })
}

function mays(doing: Doing, { found, staff }: Seen) {
  const mayDo = (permission: Permission) =>
    may(doing, permission) && (!staff || mayFor(doing, permission, found.organisation))
  return {
    offer: mayDo('maternity.offer'),
    choose: mayDo('maternity.choose'),
    write: mayDo('maternity.write'),
  }
}

async function budget(doing: Doing, asked: Asked): Promise<Answer> {
  const of = await seen(doing, asked)
  if (of === null) return notFound
  const turn = of.budget === null ? null : turnOf(of.budget)
  const settings = (await settingsByOrganisation(doing)).get(of.found.organisation) ?? []
  return budgetPage({
    reference: of.found.reference,
    budget: of.budget,
    body: of.body,
    today: doing.today,
    confirmBy: turn?.who === 'nhs' ? confirmBy(turn.since, settings) : null,
    staff: of.staff,
    may: mays(doing, of),
    ...of.strip,
    done: doneSays[one(asked.query, 'done')],
  })
}

export const routes: readonly Route[] = [
  { at: 'GET /maternity', allow: 'maternity.list', handle: list },
  ...placeRoutes,
  ...clinicRoutes,
  ...termRoutes,
  { at: 'GET /maternity/:reference', allow: 'maternity.read', handle: budget },
  ...stepsOfBudget,
]
