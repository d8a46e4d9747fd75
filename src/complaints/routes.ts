import type { Route } from '../access/public.ts'
import { addDays, addMonths, type PlainDate, plainDate } from '../kernel/days.ts'
import { figureRoutes } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { one } from '../platform/forms.ts'
import { pageAsked, pagesAt } from '../platform/paging.ts'
import { type Answer, type Asked, notFound } from '../platform/route.ts'
import { casePage } from './pages/case.tsx'
import { complaintPage } from './pages/complaint.tsx'
import { learntPage } from './pages/lessons.tsx'
import { listPage } from './pages/list.tsx'
import type { Seen } from './pages/shows.ts'
import { countedIn, learntListed } from './queries/beside.ts'
import { againListed, complaintsListed, shows } from './queries/listed.ts'
import { besideRoutes } from './routes/beside.ts'
import { doneSays } from './routes/done.ts'
import { makingRoutes } from './routes/making.ts'
import { mayHere, seen } from './routes/seeing.ts'
import { stepsOfComplaint } from './routes/steps.ts'
import { settingNames } from './rules/figures.ts'
import { isComplainedOf } from './rules/why-not.ts'

async function list(doing: Doing, { query }: Asked): Promise<Answer> {
  const show = shows.find(known => known === one(query, 'show')) ?? 'open'
  const page = pageAsked(query)
  const complaints = await complaintsListed(doing, show === 'again' ? 'open' : show, page)
  const agains = await againListed(doing, page)
  const shown = show === 'again' ? agains : complaints
  return listPage({
    show,
    complaints: complaints.rows,
    agains: agains.rows,
    told: complaints.told,
    againCount: agains.paging.count,
    today: doing.today,
    paging: shown.paging,
    hrefOf: pagesAt('/complaints', query, { keep: ['show'] }),
  })
}

/** The first day of the quarter of a day. */
function quarterOf(day: PlainDate): PlainDate {
  const month = Number(day.slice(5, 7))
  return plainDate(`${day.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`)
}

async function learnt(doing: Doing, { query }: Asked): Promise<Answer> {
  const { rows, paging } = await learntListed(doing, pageAsked(query))
  const now = quarterOf(doing.today)
  const counted = await countedIn(doing, addMonths(now, -12), addDays(now, -1))
  return learntPage({ rows, paging, counted, hrefOf: pagesAt('/complaints/learnt', query) })
}

/** Whoever is complained of reads how it stands, and handles nothing. */
function mays(doing: Doing, of: Seen) {
  const concerned = of.one !== null && isComplainedOf(of.one, doing.actor.id)
  return {
    handle: of.staff && !concerned && mayHere(doing, of, 'complaints.handle'),
    answer: of.staff && !concerned && mayHere(doing, of, 'complaints.answer'),
    make: mayHere(doing, of, 'complaints.make'),
  }
}

async function ofCase(doing: Doing, asked: Asked): Promise<Answer> {
  const of = await seen(doing, asked, 'complaints')
  if (of === null) return notFound
  const done = doneSays[one(asked.query, 'done')]
  return casePage({ ...of, today: doing.today, may: mays(doing, of), done })
}

async function ofOne(doing: Doing, asked: Asked): Promise<Answer> {
  const of = await seen(doing, asked, 'complaint')
  if (of === null || of.one === null) return notFound
  const done = doneSays[one(asked.query, 'done')]
  return complaintPage({ ...of, one: of.one, today: doing.today, may: mays(doing, of), done })
}

export const routes: readonly Route[] = [
  { at: 'GET /complaints', allow: 'complaints.list', handle: list },
  { at: 'GET /complaints/learnt', allow: 'public.read', handle: learnt },
  ...figureRoutes({
    at: '/complaints/settings',
    back: '/complaints',
    title: 'Our own times and figures for complaints',
    facts: settingNames,
    see: 'people.figures-read',
    set: 'people.figures-set',
  }),
  { at: 'GET /complaints/:reference', allow: 'complaints.read', handle: ofCase },
  ...makingRoutes,
  ...besideRoutes,
  { at: 'GET /complaints/:reference/:number', allow: 'complaints.read', handle: ofOne },
  ...stepsOfComplaint,
]
