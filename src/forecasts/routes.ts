import { isStaff, look, type Route } from '../access/public.ts'
import { type Budget, budgetOf } from '../bank/public.ts'
import { csvOf } from '../kernel/csv.ts'
import { financialYear } from '../kernel/days.ts'
import { minus, nothing, type Pence } from '../kernel/money.ts'
import { latestSum, linesOf, tryUnits } from '../needs/public.ts'
import { personShown, personStrip } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { one } from '../platform/forms.ts'
import { type Answer, type Asked, type Download, notFound, type Typed } from '../platform/route.ts'
import { agreedOf, type BookShows, bookPage } from './pages/book.tsx'
import { type OneShows, oneBudgetPage } from './pages/one-budget.tsx'
import { bookByMonth, bookKept } from './queries/book.ts'
import { oneBudget } from './queries/one-budget.ts'
import { forecastBook } from './rules/book.ts'
import { bookYears, firstOf, monthsOfYear } from './rules/book-range.ts'
import { forecastOne } from './rules/one-budget.ts'

const inPounds = (sum: Pence): number => Number(sum) / 100
const csv = (name: string, rows: Parameters<typeof csvOf>[0]): Download => ({
  download: name,
  kind: 'text/csv; charset=utf-8',
  body: csvOf(rows),
})

/** The lines of the newest sum that may be tried with more or less, as the page offers them. */
async function linesToTry(doing: Doing, { reference }: Budget): Promise<OneShows['lines']> {
  const sum = await latestSum(doing, reference)
  if (sum === null) return []
  return linesOf(sum.lines)
    .filter(({ unit }) => unit !== 'part')
    .map(({ key, says, units, unit, per }) => ({ key, says, now: `${units} x ${unit} a ${per}` }))
}

async function oneShows(doing: Doing, budget: Budget, query: Typed): Promise<OneShows> {
  const { facts, known } = await oneBudget(doing, budget)
  const forecast = forecastOne({ ...facts, moreWeekly: nothing })
  const asked = { key: one(query, 'line'), units: one(query, 'units') }
  const wants = asked.units !== '' && asked.key !== ''
  const other = wants ? await tryUnits(doing, budget.reference, asked) : null
  const more = other === null ? nothing : minus(other.tried, other.now)
  const shown = await personShown(doing, budget.person)
  return {
    reference: budget.reference,
    ...(shown ? { person: personStrip(shown, doing.today) } : {}),
    facts,
    known,
    forecast,
    tried: other && { weekly: other.tried, more, forecast: forecastOne({ ...facts, moreWeekly: more }) },
    lines: forecast.ok ? await linesToTry(doing, budget) : [],
    typed: { line: asked.key, units: asked.units },
    wrong: wants && other === null,
  }
}

async function inBudget(
  doing: Doing,
  { at, query }: Asked,
  then: (shows: OneShows) => Answer,
): Promise<Answer> {
  const budget = await budgetOf(doing, at['reference'] ?? '')
  if (budget === null) return notFound
  const { organisation, person, reference } = budget
  await look(doing, { page: 'forecast', organisation, person, details: { budget: reference } })
  return then(await oneShows(doing, budget, query))
}

function figuresOfOne({ reference, known, forecast }: OneShows): Download {
  const expected = forecast.ok ? forecast.expected : []
  return csv(`forecast-${reference}.csv`, [
    ['Day', 'Left in pounds', 'Known or expected'],
    ...known.map(({ day, sum }) => [day, inPounds(sum), 'known']),
    ...expected.map(({ day, sum }) => [day, inPounds(sum), 'expected']),
  ])
}

/** The financial year that is asked for: this one, the one before or the next. */
function yearAsked({ today }: Doing, query: Typed): number {
  const asked = Number(one(query, 'year'))
  return bookYears(today).includes(asked) ? asked : financialYear(today)
}

async function bookShows(doing: Doing, query: Typed): Promise<BookShows> {
  const year = yearAsked(doing, query)
  const from = firstOf(year)
  const range = monthsOfYear(year, doing.today)
  const bodies = doing.actor.roles.map(({ organisation }) => organisation)
  const kept = one(query, 'now') === '' ? await bookKept(doing, { ...range, bodies }) : null
  const months = kept?.months ?? (await bookByMonth(doing, { ...range, bodies }))
  const forecast = forecastBook(months, { from, today: doing.today })
  const shown = months.filter(({ first }) => first >= from)
  const worked = { workedAt: kept?.workedAt ?? null, year }
  return {
    today: doing.today,
    from,
    until: range.until,
    months: shown,
    forecast,
    ...worked,
    years: bookYears(doing.today),
  }
}

async function inBook(doing: Doing, { query }: Asked, then: (shows: BookShows) => Answer): Promise<Answer> {
  return isStaff(doing.actor) ? then(await bookShows(doing, query)) : notFound
}

function figuresOfBook({ months, forecast, from }: BookShows): Download {
  const heads = [
    'Month',
    'Agreed',
    'Paid',
    'Spent, as shown',
    'Still committed',
    'Forecast',
    'At least',
    'At most',
  ]
  const rows = months.map((month, place) => {
    const expected = forecast.ok ? forecast.months[place]?.forecast : undefined
    const sums = [agreedOf(month), month.paid, month.spent, month.committed]
    const range = expected ? [expected.sum, expected.low, expected.high] : []
    return [month.first.slice(0, 7), ...[...sums, ...range].map(inPounds)]
  })
  return csv(`forecast-${from.slice(0, 4)}.csv`, [heads, ...rows])
}

/** When money runs out: of one budget, and of a whole book. */
export const routes: readonly Route[] = [
  {
    at: 'GET /forecasts',
    allow: 'forecasts.book',
    handle: (doing, asked) => inBook(doing, asked, bookPage),
  },
  {
    at: 'GET /forecasts/figures',
    allow: 'forecasts.book',
    handle: (doing, asked) => inBook(doing, asked, figuresOfBook),
  },
  {
    at: 'GET /forecasts/:reference',
    allow: 'forecasts.read',
    handle: (doing, asked) => inBudget(doing, asked, oneBudgetPage),
  },
  {
    at: 'GET /forecasts/:reference/figures',
    allow: 'forecasts.read',
    handle: (doing, asked) => inBudget(doing, asked, figuresOfOne),
  },
]
