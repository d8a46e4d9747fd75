import { isStaff, may, type Route } from '../../access/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { one } from '../../platform/forms.ts'
import { findAsked, pageAsked } from '../../platform/paging.ts'
import { type Answer, type Asked, notFound } from '../../platform/route.ts'
import { enterInvoice } from '../actions/enter.ts'
import { readInvoice, rowsAsked } from '../forms.ts'
import { enterPage } from '../pages/enter.tsx'
import { budgetPage, listPage } from '../pages/list.tsx'
import { planLines } from '../queries/budget.ts'
import { invoicesOf } from '../queries/invoices.ts'
import { listed } from '../queries/listed.ts'
import { type EnterProblem, enterSays, mostLines } from '../rules/deciding.ts'
import { lineNames } from '../rules/plan.ts'
import { listKinds } from '../rules/standing.ts'
import { nothingWrong, type Seen, seen, type Wrong } from './seeing.ts'

async function list(doing: Doing, { query }: Asked): Promise<Answer> {
  const kind = listKinds.find(name => name === one(query, 'show')) ?? 'open'
  const listing = await listed(doing, { kind, find: findAsked(query), page: pageAsked(query) })
  return listPage({ listing, kind, query, staff: may(doing, 'cases.list') })
}

async function ofBudget(doing: Doing, asked: Asked): Promise<Answer> {
  const all = await seen(doing, asked, 'invoices')
  if (all === null) return notFound
  const { reference } = all.budget
  const back =
    all.viewer === 'third-party' ? '/invoices' : isStaff(doing.actor) ? `/cases/${reference}` : '/home/money'
  const invoices = await invoicesOf(doing, reference)
  return budgetPage({ reference, invoices, mayEnter: may(doing, 'invoices.enter'), back, ...all.strip })
}

async function entering(doing: Doing, all: Seen, { typed, errors }: Wrong): Promise<Answer> {
  const lines = lineNames(await planLines(doing, all.budget.reference))
  return enterPage({
    reference: all.budget.reference,
    lines,
    rows: rowsAsked(typed),
    typed,
    errors,
    ...all.strip,
  })
}

async function showEntering(doing: Doing, asked: Asked): Promise<Answer> {
  const all = await seen(doing, asked, 'invoice-entry')
  return all === null ? notFound : entering(doing, all, nothingWrong)
}

const sent = ({ files }: Asked, field: string) =>
  files.find(file => file.field === field && (file.name !== '' || file.bytes.length > 0)) ?? null

const fieldOf: Partial<Record<EnterProblem, string>> = {
  'number-missing': 'theirs',
  'ends-before-it-begins': 'until-day',
  'no-lines': 'what-1',
  'too-many-lines': 'csv',
  'lines-do-not-add-up': 'total',
  'not-a-paper': 'paper',
}

async function enter(doing: Doing, asked: Asked): Promise<Answer> {
  const all = await seen(doing, asked, 'invoice-entry')
  if (all === null) return notFound
  const again = (wrong: Wrong) => entering(doing, all, wrong)
  const typed = asked.form
  if (one(typed, 'do') === 'more')
    return again({ typed: { ...typed, rows: String(Math.min(mostLines, rowsAsked(typed) + 1)) }, errors: [] })
  const { reference } = all.budget
  const keys = lineNames(await planLines(doing, reference))
  const read = readInvoice(typed, { today: doing.today, keys, csv: sent(asked, 'csv')?.bytes ?? null })
  if (!read.ok) return again({ typed, errors: read.errors })
  const { dated: datedOn, due: dueOn, address, ...rest } = read.value
  const file = sent(asked, 'paper')
  const made = await enterInvoice(doing, { reference, ...rest, datedOn, dueOn, address: address ?? '', file })
  if (made.done) return `/invoices/${reference}/${made.value}?done=entered`
  const errors = made.because.map(reason => ({
    field: fieldOf[reason] ?? 'supplier',
    says: enterSays[reason],
  }))
  return again({ typed, errors })
}

export const listRoutes: readonly Route[] = [
  { at: 'GET /invoices', allow: 'invoices.list', handle: list },
  { at: 'GET /invoices/:reference', allow: 'invoices.read', handle: ofBudget },
  { at: 'GET /invoices/:reference/new', allow: 'invoices.enter', handle: showEntering },
  { at: 'POST /invoices/:reference/new', allow: 'invoices.enter', handle: enter },
]
