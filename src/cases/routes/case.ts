import { isStaff, look, may, mayFor, type Route, sightOf } from '../../access/public.ts'
import { wayToPlan } from '../../ehc/public.ts'
import { csvOf } from '../../kernel/csv.ts'
import { ageOn, sayMoment } from '../../kernel/days.ts'
import { hasLost } from '../../maternity/public.ts'
import { messagesOf, unreadIn } from '../../notices/public.ts'
import { personShown, personStrip } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { one } from '../../platform/forms.ts'
import { type Answer, type Asked, notFound } from '../../platform/route.ts'
import { onListNow } from '../../registers/public.ts'
import { pageOf } from '../filter.ts'
import { type CaseShows, casePage } from '../pages/case.tsx'
import { timelinePage } from '../pages/timeline.tsx'
import { answeredBy, sayAnswered } from '../queries/answered.ts'
import { type HappenedFilter, happenedIn } from '../queries/happened.ts'
import { caseStanding, type Standing } from '../queries/standing.ts'
import { weeklyOf } from '../queries/weekly.ts'
import { kinds, sayHappened } from '../reference/happened.ts'
import { sayDetails } from '../rules/details.ts'
import { nextDays } from '../rules/next-days.ts'
import { stepsOf } from '../rules/steps.ts'
import { isYours } from '../rules/yours.ts'

type Seen = {
  readonly standing: Standing
  readonly strip: { readonly name: string; readonly details: readonly string[] }
  readonly sees: 'all' | 'money' | 'plan' | 'name'
  readonly staff: boolean
}

/**
 * The case of an address with how much of it may be seen, and the look written down; null where there is
 * none.
 */
async function seen(doing: Doing, { at }: Asked, page: string): Promise<Seen | null> {
  const standing = await caseStanding(doing, at['reference'] ?? '')
  if (standing === null) return null
  const { one: found } = standing
  const sees = (await sightOf(doing, found)) ?? 'name'
  const person = await personShown(doing, found.person)
  await look(doing, { page, organisation: found.organisation, person: found.person, to: found.request })
  const strip = person === null ? null : personStrip(person, doing.today)
  return {
    standing,
    sees,
    staff: isStaff(doing.actor),
    strip: { name: strip?.name ?? found.personName, details: sees === 'all' ? (strip?.details ?? []) : [] },
  }
}

const latest = 8

/** Whether the person is on the list of people at risk, or could be put on it; null where neither. */
async function listOf(doing: Doing, { standing, sees, staff }: Seen): Promise<CaseShows['list']> {
  if (!staff || sees !== 'all' || !may(doing, 'registers.read')) return null
  const entry = await onListNow(doing, standing.one.person)
  if (entry !== null)
    return { href: `/registers/${entry}`, says: 'On the list of people at risk of admission' }
  const { reference, organisation, pathway } = standing.one
  if (!aboutTheList.includes(pathway) || !mayFor(doing, 'registers.write', organisation)) return null
  return { href: `/registers/additions/${reference}`, says: 'Put on the list of people at risk of admission' }
}
const aboutTheList = ['learning-disability-autism', 'transforming-care']

const lastYears = 25

/** The EHC plan of somebody under 25, or the way to ask for one; null where neither is for the reader. */
async function ehcOf(doing: Doing, { standing, sees, staff }: Seen): Promise<CaseShows['ehc']> {
  const { person, organisation, reference } = standing.one
  const mayHere = (what: 'ehc.read' | 'ehc.ask') =>
    staff ? mayFor(doing, what, organisation) : may(doing, what)
  if (sees !== 'all' || !mayHere('ehc.read')) return null
  const href = await wayToPlan(doing, person)
  if (href !== null) return { href, says: 'The education, health and care plan' }
  const born = (await personShown(doing, person))?.bornOn ?? null
  if (born === null || ageOn(born, doing.today) >= lastYears || !mayHere('ehc.ask')) return null
  return { href: `/ehc/new/${reference}`, says: 'Ask the council for an EHC plan' }
}

async function show(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await seen(doing, asked, 'case')
  if (found === null) return notFound
  const { standing, sees } = found
  const { reference, person } = standing.one
  const yours = isYours(doing.actor, { ...standing, sees })
  const whole = sees === 'all'
  const messages = whole ? (await messagesOf(doing, person)).filter(one => one.reference === reference) : []
  const last = messages.at(-1)
  return casePage({
    ...found,
    yours,
    lists: found.staff && may(doing, 'cases.list'),
    steps: stepsOf({ ...standing, reference, whose: standing.turn.whose, yours, sees }),
    days: nextDays(standing),
    weekly: await weeklyOf(doing, reference),
    answered: sayAnswered(await answeredBy(doing, standing.one)),
    unread: whole ? await unreadIn(doing, reference) : 0,
    lastMessage: last ? { by: last.said_by_name, on: last.said_on } : null,
    happened: whole ? await happenedIn(doing, { person, reference }, { filter: 'all', most: latest }) : [],
    today: doing.today,
    list: await listOf(doing, found),
    calm: standing.one.pathway === 'maternity' && (await hasLost(doing, reference)),
    ehc: await ehcOf(doing, found),
  })
}

const perPage = 100

const filterOf = (typed: string): HappenedFilter =>
  ([...(Object.keys(kinds) as (keyof typeof kinds)[]), 'looks', 'all'] as const).find(one => one === typed) ??
  'all'

async function timeline(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await seen(doing, asked, 'timeline of the case')
  if (found === null || found.sees !== 'all') return notFound
  const { reference, person } = found.standing.one
  const [filter, page] = [filterOf(one(asked.query, 'kind')), pageOf(asked.query)]
  const range = { filter, most: perPage + 1, from: (page - 1) * perPage }
  const rows = await happenedIn(doing, { person, reference }, range)
  return timelinePage({
    ...found,
    reference,
    filter,
    page,
    rows: rows.slice(0, perPage),
    more: rows.length > perPage,
    today: doing.today,
  })
}

const mostLines = 20_000
const heads = ['Day', 'Time', 'What', 'Details', 'Who', 'Role', 'For a caller', 'Why', 'Name in the record']

async function save(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await seen(doing, asked, 'timeline of the case, saved')
  if (found === null || found.sees !== 'all') return notFound
  const { reference, person } = found.standing.one
  const rows = await happenedIn(doing, { person, reference }, { filter: 'all', most: mostLines })
  const to = found.staff ? 'staff' : 'family'
  return {
    download: `${reference}-what-happened.csv`,
    kind: 'text/csv; charset=utf-8',
    body: csvOf([
      heads,
      ...rows.map(row => [
        row.day,
        sayMoment(row.at).slice(-5),
        sayHappened(row.what, to),
        sayDetails(row.details),
        row.who,
        row.role,
        row.forCaller ? 'yes' : '',
        row.because ?? '',
        row.what,
      ]),
    ]),
  }
}

export const caseRoutes: readonly Route[] = [
  { at: 'GET /cases/:reference', allow: 'cases.read', handle: show },
  { at: 'GET /cases/:reference/timeline', allow: 'cases.read', handle: timeline },
  { at: 'GET /cases/:reference/timeline/export', allow: 'cases.read', handle: save },
]
