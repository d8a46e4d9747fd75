import { may, mayFor, type Permission, type Route } from '../access/public.ts'
import { figureRoutes } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { one } from '../platform/forms.ts'
import { pageAsked, pagesAt } from '../platform/paging.ts'
import { type Answer, type Asked, notFound } from '../platform/route.ts'
import { budgetPage } from './pages/budget.tsx'
import { listPage } from './pages/list.tsx'
import { chairsListed, handedOverIn, shows } from './queries/listed.ts'
import { type Seen, seen } from './routes/seeing.ts'
import { stepsOfBudget } from './routes/steps.ts'
import { settingNames } from './rules/figures.ts'
import { countHandedOver, quarterOf } from './rules/stage.ts'

const doneSays: Readonly<Record<string, string>> = {
  assessed: 'The assessment is saved.',
  quoted: 'The quote is saved.',
  chosen: 'The choice is saved. Somebody else agrees it.',
  promised: 'The promise is saved.',
  received: 'It is noted that the money came.',
  agreed: 'The budget is agreed.',
  'given-up': 'The budget is given up. Its money is back.',
  'handed-over': 'The handover is saved.',
  billed: 'The invoice is saved.',
  'repair-asked': 'We have your question about a repair. The wheelchair service will be in touch.',
  repaired: 'The repair is saved.',
  'look-asked': 'We have your question. The next step is a new assessment.',
  'handed-back': 'It is noted that the chair was handed back.',
}

async function list(doing: Doing, { query }: Asked): Promise<Answer> {
  const show = shows.find(known => known === one(query, 'show')) ?? 'waiting'
  const quarter = quarterOf(doing.today)
  const { rows, told, paging } = await chairsListed(doing, show, pageAsked(query))
  return listPage({
    rows,
    told,
    paging,
    show,
    quarter,
    today: doing.today,
    counted: countHandedOver(await handedOverIn(doing, quarter)),
    hrefOf: pagesAt('/wheelchairs', query, { keep: ['show'] }),
  })
}

function mays(doing: Doing, { found, staff }: Seen) {
  const mayDo = (permission: Permission) =>
    may(doing, permission) && (!staff || mayFor(doing, permission, found.organisation))
  return {
    write: mayDo('wheelchairs.write'),
    agree: mayDo('wheelchairs.agree'),
    ask: mayDo('wheelchairs.ask'),
  }
}

async function budget(doing: Doing, asked: Asked): Promise<Answer> {
  const of = await seen(doing, asked, 'wheelchair')
  if (of === null) return notFound
  const { found, rounds, staff, strip } = of
  return budgetPage({
    reference: found.reference,
    rounds,
    referredOn: rounds[0]?.referredOn ?? found.receivedOn,
    today: doing.today,
    staff,
    may: mays(doing, of),
    ...strip,
    done: doneSays[one(asked.query, 'done')],
  })
}

export const routes: readonly Route[] = [
  { at: 'GET /wheelchairs', allow: 'wheelchairs.list', handle: list },
  ...figureRoutes({
    at: '/wheelchairs/settings',
    back: '/wheelchairs',
    title: 'How long a wheelchair budget lasts',
    facts: settingNames,
    see: 'people.figures-read',
    set: 'people.figures-set',
  }),
  { at: 'GET /wheelchairs/:reference', allow: 'wheelchairs.read', handle: budget },
  ...stepsOfBudget,
]
