import { may, type Route } from '../access/public.ts'
import { jobsOfBudget } from '../employment/public.ts'
import { addDays } from '../kernel/days.ts'
import { readReference } from '../kernel/ids.ts'
import type { OrganisationId } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { day, form, text } from '../platform/forms.ts'
import { findAsked, pageAsked, pagesAt } from '../platform/paging.ts'
import { type Answer, type Asked, type FieldError, notFound, type Typed } from '../platform/route.ts'
import { payWages, wagesSays } from './actions/owe-wages.ts'
import { wagesPage } from './pages/wages.tsx'
import { wagesShown } from './queries/wages.ts'

const organisationOf = (doing: Doing): OrganisationId | null => doing.actor.roles[0]?.organisation ?? null

const wagesForm = (doing: Doing) =>
  form({
    reference: text({ missing: 'Enter the reference of the budget', most: 20, called: 'The reference' }),
    job: text({ missing: 'Enter the code of the job', most: 20, called: 'The code' }),
    from: day({
      missing: 'Enter the first pay day',
      from: addDays(doing.today, -366),
      until: addDays(doing.today, 366),
      tooEarly: 'That day is too long ago',
      tooLate: 'The day must be within a year',
    }),
  })

type Filled = {
  readonly query?: Typed
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}

async function show(doing: Doing, { query = {}, typed = {}, errors = [] }: Filled = {}): Promise<Answer> {
  const organisation = organisationOf(doing)
  if (organisation === null) return notFound
  const find = findAsked(query)
  const listed = await wagesShown(doing, { organisation, find, page: pageAsked(query) })
  const hrefOf = pagesAt('/payments/wages', query, { keep: ['find'] })
  const mayChange = may(doing, 'payments.prepare')
  return wagesPage({ ...listed, find, hrefOf, mayChange, typed, errors })
}

async function begin(doing: Doing, { form: typed }: Asked): Promise<Answer> {
  const read = wagesForm(doing).read(typed)
  if (!read.ok) return show(doing, { typed, errors: read.errors })
  const reference = readReference(read.value.reference)
  const jobs = reference === null ? [] : await jobsOfBudget(doing, reference)
  const job = jobs.find(({ code }) => code === read.value.job.trim().toUpperCase())
  if (reference === null || job === undefined)
    return show(doing, { typed, errors: [{ field: 'job', says: wagesSays['no-such-job'] }] })
  const begun = await payWages(doing, { reference, engagement: job.id, from: read.value.from })
  if (begun.done) return '/payments/wages'
  return show(doing, { typed, errors: begun.because.map(one => ({ field: 'job', says: wagesSays[one] })) })
}

/** Wages that the NHS pays itself. */
export const wagesRoutes: readonly Route[] = [
  { at: 'GET /payments/wages', allow: 'payments.read', handle: (doing, { query }) => show(doing, { query }) },
  { at: 'POST /payments/wages', allow: 'payments.prepare', handle: begin },
]
