import { lookAll, may, mayFor, type Permission, type Route } from '../access/public.ts'
import { figureRoutes, organisation } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { one } from '../platform/forms.ts'
import { findAsked, pageAsked, pagesAt } from '../platform/paging.ts'
import { type Answer, type Asked, type FieldError, notAllowed, notFound } from '../platform/route.ts'
import { setLevels } from './actions/set-levels.ts'
import { levelsForm } from './forms.ts'
import { countsPage, levelsPage } from './pages/board.tsx'
import { entryPage } from './pages/entry.tsx'
import { listPage } from './pages/list.tsx'
import { joinedBudget } from './queries/budget.ts'
import { nextReviewOf } from './queries/clocks.ts'
import { countsByBoard } from './queries/figures.ts'
import { levelsOn, peopleListed } from './queries/listed.ts'
import { addingRoutes } from './routes/adding.ts'
import { type Seen, seen } from './routes/seeing.ts'
import { stepsOfEntry } from './routes/steps.ts'
import { settingNames } from './rules/figures.ts'
import { beforeAndSince } from './rules/hospital.ts'
import { shows } from './types.ts'

const doneSays: Readonly<Record<string, string>> = {
  'put-on': 'They are on the list. A letter tells them so.',
  counted: 'They are not on the list. Only a count is kept, and no name.',
  consent: 'It is saved who may see it.',
  withdrawn: 'The yes is taken back. No other organisation sees the list any more.',
  off: 'They are no longer on the list. A letter tells them so.',
  level: 'The level is saved.',
  budget: 'The budget is joined.',
  asked: 'The review is asked for.',
  held: 'The review is saved. A letter tells them where to read it.',
  action: 'It is saved.',
  'action-done': 'It is noted as done.',
  crisis: 'The crisis is saved.',
  admitted: 'The stay is saved.',
  left: 'It is saved that they left hospital.',
  leaving: 'The day of leaving is saved.',
  before: 'It is saved.',
  there: 'It is noted that it is there.',
}

const board = (doing: Doing) => doing.actor.roles[0]?.organisation ?? null

async function list(doing: Doing, { query }: Asked): Promise<Answer> {
  const show = shows.find(known => known === one(query, 'show')) ?? 'on'
  const [level, find] = [one(query, 'level').slice(0, 60), findAsked(query)]
  const { rows, told, paging } = await peopleListed(doing, { show, level, find, page: pageAsked(query) })
  await lookAll(
    doing,
    rows.map(({ person, id }) => ({
      page: 'list of people at risk',
      organisation: null,
      person,
      to: id,
      purpose: 'keeping the list',
    })),
  )
  const id = board(doing)
  return listPage({
    ...{ rows, told, paging, show, today: doing.today },
    levels: id === null ? [] : await levelsOn(doing, id, doing.today),
    typed: { level, find },
    filtered: level !== '' || find !== '',
    hrefOf: pagesAt('/registers', query, { keep: ['show', 'level', 'find'] }),
    maySet: may(doing, 'registers.set'),
    done: doneSays[one(query, 'done')],
  })
}

async function budgetShown(doing: Doing, { entry }: Seen) {
  const budget = entry.budget === null ? null : await joinedBudget(doing, entry.budget.reference)
  const budgetFrom = budget?.agreedOn === null ? null : (budget?.begins ?? null)
  const { admissions: stays, crises } = entry
  const today = entry.ending?.on ?? doing.today
  return {
    budget,
    counted: budgetFrom === null ? null : beforeAndSince({ stays, crises, budgetFrom, today }),
  }
}

async function person(doing: Doing, asked: Asked): Promise<Answer> {
  const of = await seen(doing, asked, 'register of people at risk')
  if (of === null) return notFound
  const { entry, who, staff } = of
  const mayDo = (permission: Permission) =>
    entry.ending === null &&
    may(doing, permission) &&
    (!staff || mayFor(doing, permission, entry.organisation))
  return entryPage({
    ...of,
    ...of.strip,
    ...(await budgetShown(doing, of)),
    name: who.fullName,
    board: (await organisation(doing, entry.organisation))?.name ?? '',
    next: await nextReviewOf(doing, entry, who.bornOn),
    may: { write: staff && mayDo('registers.write'), withdraw: mayDo('registers.withdraw') },
    today: doing.today,
    done: doneSays[one(asked.query, 'done')],
  })
}

async function levels(doing: Doing, asked: Asked, errors: readonly FieldError[] = []): Promise<Answer> {
  const id = board(doing)
  const body = id === null ? null : await organisation(doing, id)
  if (id === null || body === null) return notFound
  return levelsPage({
    board: body.name,
    levels: await levelsOn(doing, id, doing.today),
    maySet: mayFor(doing, 'registers.set', id),
    typed: asked.form,
    errors,
    done: one(asked.query, 'done') === 'set' ? 'The levels are set.' : undefined,
  })
}

async function levelsSent(doing: Doing, asked: Asked): Promise<Answer> {
  const id = board(doing)
  const read = levelsForm().read(asked.form)
  if (id === null) return notFound
  if (!read.ok) return levels(doing, asked, read.errors)
  const set = await setLevels(doing, { organisation: id, ...read.value })
  return set.done ? '/registers/levels?done=set' : notAllowed
}

export const routes: readonly Route[] = [
  { at: 'GET /registers', allow: 'registers.list', handle: list },
  {
    at: 'GET /registers/counts',
    allow: 'registers.counts',
    handle: async doing => countsPage(await countsByBoard(doing)),
  },
  ...figureRoutes({
    at: '/registers/settings',
    back: '/registers',
    title: 'In how many days reviews come',
    facts: settingNames,
    see: 'registers.list',
    set: 'registers.set',
  }),
  { at: 'GET /registers/levels', allow: 'registers.list', handle: (doing, asked) => levels(doing, asked) },
  { at: 'POST /registers/levels', allow: 'registers.set', handle: levelsSent },
  ...addingRoutes,
  { at: 'GET /registers/:entry', allow: 'registers.read', handle: person },
  ...stepsOfEntry,
]
