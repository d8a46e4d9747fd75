import { isStaff, mayFor, type Route } from '../access/public.ts'
import { csvOf } from '../kernel/csv.ts'
import type { Doing } from '../platform/doing.ts'
import { pageAsked, pagesAt } from '../platform/paging.ts'
import { type Answer, type Asked, type FieldError, notAllowed, notFound } from '../platform/route.ts'
import { sayPathway } from '../requests/public.ts'
import { askExamination } from './actions/ask.ts'
import { kindAsked, readChange } from './forms.ts'
import { askPage } from './pages/ask.tsx'
import { examinationPage, examinationsPage } from './pages/examination.tsx'
import { changedCases, examinationOf, examinationsListed } from './queries/examinations.ts'
import { sayAnswer } from './rules/say.ts'
import { type Problem, problemSays } from './rules/why-not.ts'

/** The body for which one asks: the first in which one may. */
const bodyOf = (doing: Doing) =>
  doing.actor.roles.find(({ organisation }) => mayFor(doing, 'examinations.ask', organisation))?.organisation

async function list(doing: Doing): Promise<Answer> {
  if (!isStaff(doing.actor)) return notFound
  return examinationsPage({
    examinations: await examinationsListed(doing),
    mayAsk: bodyOf(doing) !== undefined,
  })
}

const form = (_doing: Doing, { query }: Asked): Answer =>
  askPage({ kind: kindAsked(query), typed: query, errors: [] })

const fieldOf: Readonly<Partial<Record<Problem, string>>> = {
  'not-in-force': 'on-day',
  'not-a-right': 'rule',
  'no-such-figure': 'key',
}

async function send(doing: Doing, { form: typed }: Asked): Promise<Answer> {
  const organisation = bodyOf(doing)
  if (organisation === undefined) return notAllowed
  const again = (errors: readonly FieldError[]) => askPage({ kind: kindAsked(typed), typed, errors })
  const read = readChange(typed, doing.today)
  if (!read.ok) return again(read.errors)
  const asked = await askExamination(doing, { organisation, ...read.value })
  if (asked.done) return `/examinations/${asked.value}`
  return again(asked.because.map(one => ({ field: fieldOf[one] ?? 'because', says: problemSays[one] })))
}

async function one(doing: Doing, { at, query }: Asked): Promise<Answer> {
  const examination = await examinationOf(doing, at['examination'] ?? '')
  if (examination === null) return notFound
  const { id } = examination
  const { rows, paging } = await changedCases(doing, { id, page: pageAsked(query) })
  return examinationPage({ examination, rows, paging, hrefOf: pagesAt(`/examinations/${id}`, query) })
}

const mostInFile = 200_000

async function cases(doing: Doing, { at }: Asked): Promise<Answer> {
  const examination = await examinationOf(doing, at['examination'] ?? '')
  if (examination === null) return notFound
  const { rows } = await changedCases(doing, { id: examination.id, page: 1, most: mostInFile })
  return {
    download: `what-would-change-${examination.id.slice(0, 8)}.csv`,
    kind: 'text/csv; charset=utf-8',
    body: csvOf([
      ['Reference', 'Person', 'Care', 'As it is', 'As it would be'],
      ...rows.map(row => [
        row.reference,
        row.name,
        sayPathway(row.pathway),
        sayAnswer(row.before),
        sayAnswer(row.after),
      ]),
    ]),
  }
}

/** What would change for a caseload if a rule were another one. */
export const routes: readonly Route[] = [
  { at: 'GET /examinations', allow: 'examinations.read', handle: list },
  { at: 'GET /examinations/new', allow: 'examinations.ask', handle: form },
  { at: 'POST /examinations/new', allow: 'examinations.ask', handle: send },
  { at: 'GET /examinations/:examination', allow: 'examinations.read', handle: one },
  { at: 'GET /examinations/:examination/cases', allow: 'examinations.read', handle: cases },
]
