import { approvalLimits, mayApprove, type Route, sentencesOfApproving } from '../../access/public.ts'
import type { Id } from '../../kernel/brand.ts'
import type { Doing } from '../../platform/doing.ts'
import { one } from '../../platform/forms.ts'
import { findAsked, pageAsked, pagesAt } from '../../platform/paging.ts'
import { type Answer, type Asked, notFound } from '../../platform/route.ts'
import { writesAs } from '../actions/write.ts'
import { linesPage } from '../pages/line.tsx'
import { queuePage } from '../pages/queue.tsx'
import { comparePage, versionsPage } from '../pages/versions.tsx'
import { budgetOf, planOf } from '../queries/plan.ts'
import { draftsWaiting, turnOf, versionsOf, type Waiting } from '../queries/turn.ts'
import { compareLines, compareWords } from '../rules/compare.ts'
import { costOfPlan } from '../rules/cost.ts'
import { inPlan, limitSays, noteLook, showNewest, showPlan, type WithPlan } from '../showing.ts'
import type { ToWhom } from '../types.ts'

const number = (text: string): number | null => (/^\d{1,4}$/.test(text) ? Number(text) : null)

async function showVersion(doing: Doing, at: WithPlan, text: string): Promise<Answer> {
  const wanted = number(text)
  const plan = wanted === null ? null : await planOf(doing, at.reference, wanted)
  if (plan === null) return notFound
  return showPlan(doing, { ...at, plan }, { newest: plan.number === at.plan.number })
}

async function showVersions(doing: Doing, at: WithPlan): Promise<Answer> {
  await noteLook(doing, at, 'versions of the plan')
  const versions = await versionsOf(doing, at.reference)
  return versionsPage({
    ...at,
    versions: versions.map(row => ({
      number: row.number,
      signedOffOn: row.signed_off_on,
      signedOffBy: row.signed_off_by,
      weekly: row.weekly,
      from: row.in_force_from,
      until: row.in_force_until,
    })),
  })
}

async function compare(doing: Doing, at: WithPlan, { query }: Asked): Promise<Answer> {
  const [from, to] = [number(one(query, 'from')), number(one(query, 'to'))]
  if (from === null || to === null) return `/plans/${at.reference}/versions`
  const [before, after] = [await planOf(doing, at.reference, from), await planOf(doing, at.reference, to)]
  if (before === null || after === null) return notFound
  await noteLook(doing, at, 'two versions of the plan')
  return comparePage({
    ...at,
    from,
    to,
    before: costOfPlan(before.lines),
    after: costOfPlan(after.lines),
    lines: compareLines(before, after),
    words: compareWords(before, after),
  })
}

async function showLines(doing: Doing, at: WithPlan): Promise<Answer> {
  await noteLook(doing, at, 'arrangements of the plan')
  const mayWrite =
    at.plan.words !== null &&
    at.plan.signedOff === null &&
    (await writesAs(doing, at.plan.person)) !== null &&
    (await turnOf(doing, at.plan)).who !== 'approver'
  return linesPage({ ...at, budget: await budgetOf(doing, at.plan), mayWrite })
}

const approverRoles: readonly string[] = ['team-leader', 'head-of-service', 'panel']

const turns = ['approver', 'case-worker', 'family'] as const satisfies readonly ToWhom[]

/** Of each row, why the one who asks may not approve it, in sentences. */
async function againstEach(doing: Doing, rows: readonly Waiting[]): Promise<(row: Waiting) => string[]> {
  const limits = new Map<string, Awaited<ReturnType<typeof approvalLimits>>>()
  for (const id of new Set(rows.map(({ organisation }) => organisation)))
    limits.set(id, await approvalLimits(doing, id))
  return row =>
    mayApprove(
      doing.actor,
      { organisation: row.organisation as Id<'organisation'>, authors: row.authors, weekly: row.cost },
      { limits: limits.get(row.organisation) ?? [], day: doing.today },
    ).map(reason => sentencesOfApproving[reason])
}

async function showQueue(doing: Doing, { query }: Asked): Promise<Answer> {
  const approves = doing.actor.roles.some(({ role }) => approverRoles.includes(role))
  const own = doing.actor.roles.find(({ role }) => approverRoles.includes(role))?.organisation
  const whose = turns.find(turn => turn === one(query, 'with')) ?? (approves ? 'approver' : 'case-worker')
  const find = findAsked(query)
  const { rows, paging, counts } = await draftsWaiting(doing, { to: whose, find, page: pageAsked(query) })
  const against = approves && whose === 'approver' ? await againstEach(doing, rows) : () => null
  return queuePage({
    today: doing.today,
    approves,
    paging,
    counts,
    whose,
    typed: query,
    searched: find !== '',
    hrefOf: (to, page) => pagesAt('/plans', { ...query, with: to }, { keep: ['with', 'find'] })(page),
    limitSays: own === undefined ? null : await limitSays(doing, own),
    waiting: rows.map(row => ({
      ...row,
      ask: row.words.split('\n')[0] || `Version ${row.number} of the plan, without a word`,
      against: against(row),
    })),
  })
}

/** Reading plans: the queue, a plan, its versions, two of them compared, its arrangements. */
export const readingRoutes: readonly Route[] = [
  { at: 'GET /plans', allow: 'requests.caseload', handle: showQueue },
  { at: 'GET /plans/:reference', allow: 'plans.read', handle: (doing, asked) => showNewest(doing, asked) },
  {
    at: 'GET /plans/:reference/versions',
    allow: 'plans.read',
    handle: (doing, asked) => inPlan(doing, asked, at => showVersions(doing, at)),
  },
  {
    at: 'GET /plans/:reference/versions/:number',
    allow: 'plans.read',
    handle: (doing, asked) => inPlan(doing, asked, at => showVersion(doing, at, asked.at['number'] ?? '')),
  },
  {
    at: 'GET /plans/:reference/compare',
    allow: 'plans.read',
    handle: (doing, asked) => inPlan(doing, asked, at => compare(doing, at, asked)),
  },
  {
    at: 'GET /plans/:reference/lines',
    allow: 'plans.read',
    handle: (doing, asked) => inPlan(doing, asked, at => showLines(doing, at)),
  },
]
