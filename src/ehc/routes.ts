import { isStaff, may, type Route } from '../access/public.ts'
import type { Doing } from '../platform/doing.ts'
import { one } from '../platform/forms.ts'
import { findAsked, pageAsked, pagesAt } from '../platform/paging.ts'
import { type Answer, type Asked, notFound } from '../platform/route.ts'
import { listPage } from './pages/list.tsx'
import { planPage } from './pages/plan.tsx'
import { plansSeen, withContinuingCare } from './queries/plans.ts'
import { askingRoutes } from './routes/asking.ts'
import { moneyRoutes } from './routes/money.ts'
import { processRoutes } from './routes/process.ts'
import { listOf, readStage, shows } from './rules/listed.ts'
import { seen, shownOf } from './showing.ts'

const doneSays: Readonly<Record<string, string>> = {
  received: 'The council has the request.',
  decided: 'The decision is saved.',
  'advice-asked': 'It is saved that advice was asked for.',
  'advice-came': 'It is saved that the advice came.',
  paused: 'The pause is saved.',
  'no-plan': 'It is saved that there will be no plan.',
  drafted: 'The draft is with the family.',
  commented: 'The council has what you said.',
  'budget-asked': 'The personal budget is asked for.',
  issued: 'The final plan is saved.',
  reviewed: 'The review is saved.',
  reassessing: 'A new assessment has begun.',
  ended: 'The plan has ended.',
  line: 'The line is saved.',
  'line-decided': 'The decision is saved, and the letter is sent.',
  'asked-again': 'It will be looked at again.',
  joined: 'The budget is joined to this plan.',
  shared: 'The council is asked to agree its strands.',
  began: 'The first payment is saved.',
  'payment-reviewed': 'The review is saved.',
  'told-early': 'It is saved what they were told.',
  'adult-asked': 'The adult decision is asked for.',
  signed: 'You have signed for your body.',
  moved: 'The budget moves to adult care.',
}

async function list(doing: Doing, { query }: Asked): Promise<Answer> {
  const staff = isStaff(doing.actor)
  const plans = await plansSeen(doing)
  const caring = await withContinuingCare(
    doing,
    plans.map(({ person }) => person),
  )
  const show = staff ? (shows.find(known => known === one(query, 'show')) ?? 'open') : 'all'
  const asked = {
    show,
    stage: readStage(one(query, 'stage')),
    find: findAsked(query),
    page: pageAsked(query),
  }
  return listPage({
    ...listOf(plans, { ...asked, today: doing.today, caring }),
    show,
    typed: query,
    today: doing.today,
    mayBegin: may(doing, 'ehc.write'),
    staff,
    hrefOf: pagesAt('/ehc', query, { keep: ['show', 'stage', 'find'] }),
  })
}

async function plan(doing: Doing, asked: Asked): Promise<Answer> {
  const of = await seen(doing, asked)
  if (of === null) return notFound
  return planPage({
    ...(await shownOf(doing, of)),
    person: of.strip,
    done: doneSays[one(asked.query, 'done')],
  })
}

export const routes: readonly Route[] = [
  { at: 'GET /ehc', allow: 'ehc.read', handle: list },
  ...askingRoutes,
  { at: 'GET /ehc/:reference', allow: 'ehc.read', handle: plan },
  ...processRoutes,
  ...moneyRoutes,
]
