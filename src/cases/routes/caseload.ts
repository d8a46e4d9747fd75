import { type Route, record } from '../../access/public.ts'
import { type Cell, csvOf } from '../../kernel/csv.ts'
import { readId } from '../../kernel/ids.ts'
import { sayMoney } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import { form, one, text } from '../../platform/forms.ts'
import { type Answer, type Asked, type FieldError, notFound, type Typed } from '../../platform/route.ts'
import { sayPathway, wayShort } from '../../requests/public.ts'
import { dropFilter } from '../actions/drop-filter.ts'
import { saveFilter, saveSays } from '../actions/save-filter.ts'
import { filterFrom, mostRows, pageOf, perPage, queryOf } from '../filter.ts'
import { caseloadPage } from '../pages/caseload.tsx'
import { type CaseRow, caseload, workersSeen } from '../queries/caseload.ts'
import { savedFilters } from '../queries/saved.ts'
import { noLimit, stageSays, whoHas } from '../rules/say.ts'

type Wrong = { readonly errors: readonly FieldError[]; readonly name: string }

async function show(doing: Doing, query: Typed, wrong: Wrong = { errors: [], name: '' }): Promise<Answer> {
  const filter = filterFrom(query)
  const page = pageOf(query)
  return caseloadPage({
    found: await caseload(doing, { filter, from: (page - 1) * perPage, most: perPage }),
    workers: await workersSeen(doing),
    saved: await savedFilters(doing),
    typed: query,
    query: queryOf(query),
    page,
    me: doing.actor.id,
    today: doing.today,
    ...wrong,
  })
}

const heads: readonly Cell[] = [
  'Reference',
  'Name',
  'Care',
  'Way held',
  'Stage',
  'Whose turn',
  'To do',
  'Asked',
  'By',
  'Days late',
  'Pounds a week',
  'Case worker',
  'Team',
]

const lineOf = (row: CaseRow): readonly Cell[] => [
  row.reference,
  row.name,
  sayPathway(row.pathway),
  row.ways.map(way => wayShort[way]).join(' and '),
  stageSays[row.stage],
  whoHas(row.whose, { team: row.team, worker: row.worker?.name ?? null, person: 'the family' }),
  row.will,
  row.received,
  row.by ?? (row.whose === 'nobody' ? '' : noLimit),
  row.late,
  row.weekly === null ? null : sayMoney(row.weekly).replaceAll(/[£,]/g, ''),
  row.worker?.name ?? '',
  row.team,
]

async function save(doing: Doing, { query }: Asked): Promise<Answer> {
  const { rows } = await caseload(doing, { filter: filterFrom(query), from: 0, most: mostRows })
  await record(doing, {
    happened: 'caseload-exported',
    organisation: null,
    person: null,
    details: { cases: rows.length, filter: queryOf(query) },
  })
  return {
    download: `cases-${doing.today}.csv`,
    kind: 'text/csv; charset=utf-8',
    body: csvOf([heads, ...rows.map(lineOf)]),
  }
}

const nameForm = form({ name: text({ missing: 'Say what to call it', most: 60, called: 'The name' }) })

async function keep(doing: Doing, { form: typed }: Asked): Promise<Answer> {
  const query = Object.fromEntries(new URLSearchParams(one(typed, 'query').slice(0, 1000)))
  const name = one(typed, 'name')
  const read = nameForm.read(typed)
  if (!read.ok) return show(doing, query, { errors: read.errors, name })
  const kept = await saveFilter(doing, { name: read.value.name, query: queryOf(query).slice(0, 500) })
  if (!kept.done)
    return show(doing, query, {
      errors: kept.because.map(why => ({ field: 'name', says: saveSays[why] })),
      name,
    })
  return queryOf(query) === '' ? '/cases' : `/cases?${queryOf(query)}`
}

async function drop(doing: Doing, { at }: Asked): Promise<Answer> {
  const id = readId<'saved filter'>(at['filter'] ?? '')
  return id !== null && (await dropFilter(doing, id)) ? '/cases' : notFound
}

export const caseloadRoutes: readonly Route[] = [
  { at: 'GET /cases', allow: 'cases.list', handle: (doing, { query }) => show(doing, query) },
  { at: 'GET /cases/export', allow: 'cases.list', handle: save },
  { at: 'POST /cases/filters', allow: 'cases.list', handle: keep },
  { at: 'POST /cases/filters/:filter/removal', allow: 'cases.list', handle: drop },
]
