import type { Route } from '../access/public.ts'
import type { Doing } from '../platform/doing.ts'
import { one, optionalDay } from '../platform/forms.ts'
import { type Answer, notFound, type Typed } from '../platform/route.ts'
import { explain } from './explain.ts'
import { rightPage } from './pages/right.tsx'
import { confidences, rulePage, rulesPage } from './pages/rules.tsx'
import { whatIsPage } from './pages/what-is.tsx'
import { findRule, register } from './register.ts'

const bornField = optionalDay({ called: 'The day they were born' })

/** The answer to the questions of the address; the questions alone where none was answered yet. */
function askRight(doing: Doing, query: Typed): Answer {
  const shows = { typed: query, today: doing.today, answer: null, errors: [] }
  if (Object.keys(query).length === 0) return rightPage(shows)
  const group = one(query, 'group')
  if (group === '')
    return rightPage({ ...shows, errors: [{ field: 'group', says: 'Choose the care that you get' }] })
  const born = bornField(query, 'born')
  if (!('value' in born))
    return rightPage({ ...shows, errors: [{ field: born.field ?? 'born-day', says: born.says }] })
  if (born.value !== null && born.value > doing.today)
    return rightPage({
      ...shows,
      errors: [{ field: 'born-day', says: 'The day they were born cannot be in the future' }],
    })
  const facts = {
    ...(born.value ? { born: born.value } : {}),
    ...(one(query, 'place') ? { place: one(query, 'place') } : {}),
    ...(group === 'section-117' && one(query, 'section') ? { detainedUnder: one(query, 'section') } : {}),
    ...(group === 'wheelchair' ? { wheelchair: 'referred-and-eligible' } : {}),
  }
  const explained = explain(group, doing.today, facts)
  if (explained.done) return rightPage({ ...shows, answer: explained.value })
  return rightPage({ ...shows, errors: explained.because.map(says => ({ field: 'group', says })) })
}

function listRules(query: Typed): Answer {
  const words = one(query, 'q').slice(0, 100)
  const sought = words.toLowerCase().split(/\s+/).filter(Boolean)
  const text = (rule: (typeof register)[number]): string =>
    `${rule.id} ${rule.says} ${rule.source.title} ${rule.confidence}`.toLowerCase()
  const found = register.filter(rule => sought.every(word => text(rule).includes(word)))
  const sure = confidences.find(known => known === one(query, 'sure')) ?? null
  const by = Map.groupBy(found, rule => rule.confidence)
  return rulesPage({
    query: words,
    sure,
    rules: sure === null ? found : (by.get(sure) ?? []),
    counts: new Map([...by].map(([confidence, rules]) => [confidence, rules.length])),
  })
}

const known = (id: string) => register.find(rule => rule.id === id) ?? null

export const routes: readonly Route[] = [
  { at: 'GET /rights', allow: 'rights.read', handle: (doing, { query }) => askRight(doing, query) },
  { at: 'GET /rights/personal-health-budget', allow: 'rights.read', handle: () => whatIsPage() },
  { at: 'GET /rights/rules', allow: 'rights.read', handle: (_doing, { query }) => listRules(query) },
  {
    at: 'GET /rights/rules/:rule',
    allow: 'rights.read',
    handle: (_doing, { at }) =>
      known(at['rule'] ?? '') ? rulePage({ rule: findRule(at['rule'] ?? '') }) : notFound,
  },
]
