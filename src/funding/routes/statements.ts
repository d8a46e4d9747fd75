import { look, may, type Route } from '../../access/public.ts'
import { readId } from '../../kernel/ids.ts'
import { plainMoney } from '../../kernel/money.ts'
import { pagingOf } from '../../kernel/paging.ts'
import type { Doing } from '../../platform/doing.ts'
import { one } from '../../platform/forms.ts'
import { findAsked, pageAsked, pagesAt } from '../../platform/paging.ts'
import { type Answer, type Asked, type Download, notFound } from '../../platform/route.ts'
import { recharge, rechargeSays } from '../actions/recharge.ts'
import { statementForm } from '../forms.ts'
import { overviewPage } from '../pages/overview.tsx'
import { statementPage } from '../pages/statement.tsx'
import { journalOf } from '../queries/journal.ts'
import { overviewOf } from '../queries/overview.ts'
import { statementAt } from '../queries/statement.ts'
import { bodyNames, ownBody } from '../showing.ts'
import { nothingWrong, type Wrong } from './sharing.ts'

async function showOverview(doing: Doing, { query }: Asked, wrong: Wrong = nothingWrong): Promise<Answer> {
  const find = findAsked(query)
  const [page, statements] = [pageAsked(query), pageAsked(query, 'statements')]
  const { bodies, ...view } = await overviewOf(doing, { find, page, statements })
  const names = await bodyNames(doing, bodies)
  const options = [...names].map(([value, label]) => ({ value, label }))
  const hrefOf = pagesAt('/funding', query, { keep: ['find', 'statements'] })
  const statementHref = pagesAt('/funding', query, { keep: ['find', 'page'], name: 'statements' })
  const lists = { ...view, find, hrefOf, statementHref }
  return overviewPage({ ...lists, mayRecharge: may(doing, 'funding.recharge') ? options : null, ...wrong })
}

async function make(doing: Doing, asked: Asked): Promise<Answer> {
  const typed = asked.form
  const [read, lead] = [statementForm(doing.today).read(typed), ownBody(doing)]
  const body = readId<'organisation'>(read.ok ? read.value.body : '')
  if (!read.ok) return showOverview(doing, asked, { typed, errors: read.errors })
  if (body === null || lead === null) return notFound
  const made = await recharge(doing, { lead, body, from: read.value.from, until: read.value.until })
  if (made.done) return `/funding/statements/${made.value}`
  const errors = made.because.map(because => ({ field: 'from-day', says: rechargeSays[because] }))
  return showOverview(doing, asked, { typed, errors })
}

type Found = NonNullable<Awaited<ReturnType<typeof statementAt>>>

function drawn(found: Found, { query }: Asked): Answer {
  const count = found.charges.length
  const paging =
    one(query, 'all') === 'yes' ? pagingOf(count, 1, Math.max(1, count)) : pagingOf(count, pageAsked(query))
  return statementPage({ ...found, paging, hrefOf: pagesAt(`/funding/statements/${found.id}`, query) })
}

async function inStatement(
  doing: Doing,
  { at }: Asked,
  show: (found: Found) => Promise<Answer>,
): Promise<Answer> {
  const id = readId<'recharge statement'>(at['statement'] ?? '')
  const found = id === null ? null : await statementAt(doing, id)
  const organisation = ownBody(doing)
  if (id === null || found === null || organisation === null) return notFound
  await look(doing, { page: 'recharge-statement', to: id, organisation, person: null })
  return show(found)
}

// A spreadsheet takes a text that begins so for a formula and runs it: an apostrophe makes it a text again.
const cell = (text: string): string => {
  const harmless = /^[=+@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
const csv = (name: string, rows: readonly (readonly string[])[]): Download => ({
  download: name,
  kind: 'text/csv; charset=utf-8',
  body: rows.map(row => `${row.map(cell).join(',')}\r\n`).join(''),
})

const statementHead = [
  'budget',
  'line',
  'part',
  'from',
  'until',
  'agreed_pounds',
  'in_dispute_pounds',
  'pays_meanwhile',
]
const journalHead = ['effective_on', 'recorded_on', 'key', 'because', 'account', 'pounds']

export const statementRoutes: readonly Route[] = [
  { at: 'GET /funding', allow: 'funding.list', handle: (doing, asked) => showOverview(doing, asked) },
  { at: 'POST /funding/statements', allow: 'funding.recharge', handle: make },
  {
    at: 'GET /funding/statements/:statement',
    allow: 'funding.list',
    handle: (doing, asked) => inStatement(doing, asked, async found => drawn(found, asked)),
  },
  {
    at: 'GET /funding/statements/:statement/statement.csv',
    allow: 'funding.list',
    handle: (doing, asked) =>
      inStatement(doing, asked, async ({ number, charges }) =>
        csv(`recharge-statement-${number}.csv`, [statementHead, ...charges.map(rowOf)]),
      ),
  },
  {
    at: 'GET /funding/statements/:statement/journal.csv',
    allow: 'funding.list',
    handle: (doing, asked) =>
      inStatement(doing, asked, async found =>
        csv(`recharge-journal-${found.number}.csv`, [journalHead, ...(await journalOf(doing, found))]),
      ),
  },
]

type Charges = NonNullable<Awaited<ReturnType<typeof statementAt>>>['charges']
const rowOf = (one: Charges[number]): readonly string[] => [
  one.reference,
  one.says,
  one.strand,
  one.from_on,
  one.until_on,
  plainMoney(one.pence - one.disputed),
  plainMoney(one.disputed),
  one.interim ?? '',
]
