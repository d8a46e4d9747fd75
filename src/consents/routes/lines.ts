import { createElement } from 'react'
import { may, type Route } from '../../access/public.ts'
import { stepPage } from '../../nhs/public.ts'
import { organisation } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { one } from '../../platform/forms.ts'
import { type Answer, type Asked, type FieldError, notAllowed, notFound } from '../../platform/route.ts'
import { addLocalLine, endLocalLine } from '../actions/local-line.ts'
import { lastDayForm, localLineForm } from '../forms.ts'
import { LastDayFields } from '../pages/fields.tsx'
import { neverPage, ordersPage, powersPage } from '../pages/reference.tsx'
import { bodiesOf, localLines } from '../queries/local-lines.ts'
import { problemSays } from '../rules/why-not.ts'

const board = (doing: Doing) =>
  doing.actor.roles.find(({ role }) => role === 'administrator')?.organisation ?? null

const doneSays: Readonly<Record<string, string>> = {
  added: 'The line is added. It is a local setting, and is shown as one.',
  ended: 'The line has a last day now.',
}

async function never(doing: Doing, asked: Asked, errors: readonly FieldError[]): Promise<Answer> {
  const bodies = await bodiesOf(doing)
  const names = new Map<string, string>()
  for (const id of bodies) names.set(id, (await organisation(doing, id))?.name ?? '')
  return neverPage({
    lines: await localLines(doing, bodies),
    bodies: names,
    mayAdd: may(doing, 'consents.local-lines') && board(doing) !== null,
    today: doing.today,
    typed: errors.length > 0 ? asked.form : {},
    errors,
    done: errors.length > 0 ? undefined : doneSays[one(asked.query, 'done')],
  })
}

async function add(doing: Doing, asked: Asked): Promise<Answer> {
  const body = board(doing)
  if (body === null) return notFound
  const read = localLineForm(doing.today).read(asked.form)
  if (!read.ok) return never(doing, asked, read.errors)
  const added = await addLocalLine(doing, { organisation: body, ...read.value })
  if (added.done) return '/consents/never-bought?done=added'
  if (added.because.includes('not-allowed')) return notAllowed
  return never(
    doing,
    asked,
    added.because.map(because => ({ field: 'words', says: problemSays[because] })),
  )
}

async function lineAt(doing: Doing, { at }: Asked) {
  const body = board(doing)
  const lines = body === null ? [] : await localLines(doing, [body])
  return lines.find(line => line.id === at['which'] && line.until === null) ?? null
}

async function ending(doing: Doing, asked: Asked, errors: readonly FieldError[]): Promise<Answer> {
  const line = await lineAt(doing, asked)
  if (line === null) return notFound
  return stepPage({
    title: 'End a line of your board',
    button: 'End this line',
    back: '/consents/never-bought',
    action: `/consents/never-bought/${line.id}/ending`,
    fields: createElement(LastDayFields, {
      says: `${line.says}. Questions until the last day are asked with it.`,
    }),
    typed: asked.form,
    errors,
  })
}

async function end(doing: Doing, asked: Asked): Promise<Answer> {
  const line = await lineAt(doing, asked)
  if (line === null) return notFound
  const read = lastDayForm(doing.today).read(asked.form)
  if (!read.ok) return ending(doing, asked, read.errors)
  const ended = await endLocalLine(doing, {
    organisation: line.organisation,
    line: line.id,
    ...read.value,
  })
  if (ended.done) return '/consents/never-bought?done=ended'
  if (ended.because.includes('not-allowed')) return notAllowed
  return ending(
    doing,
    asked,
    ended.because.map(because => ({ field: 'lastOn-day', says: problemSays[because] })),
  )
}

/** What we go by: who may decide what, the orders, what is never bought, and a board's own lines. */
export const lineRoutes: readonly Route[] = [
  { at: 'GET /consents/powers', allow: 'rights.read', handle: () => powersPage() },
  { at: 'GET /consents/orders', allow: 'rights.read', handle: () => ordersPage() },
  {
    at: 'GET /consents/never-bought',
    allow: 'rights.read',
    handle: (doing, asked) => never(doing, asked, []),
  },
  { at: 'POST /consents/never-bought', allow: 'consents.local-lines', handle: add },
  {
    at: 'GET /consents/never-bought/:which/ending',
    allow: 'consents.local-lines',
    handle: (doing, asked) => ending(doing, asked, []),
  },
  { at: 'POST /consents/never-bought/:which/ending', allow: 'consents.local-lines', handle: end },
]
