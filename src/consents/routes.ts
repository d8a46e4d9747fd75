import { isStaff, type Route } from '../access/public.ts'
import { figureRoutes, figuresOver, type OrganisationId } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { one } from '../platform/forms.ts'
import { pageAsked, pagesAt } from '../platform/paging.ts'
import { type Answer, type Asked, notFound } from '../platform/route.ts'
import { listPage } from './pages/list.tsx'
import { type BirthdayAhead, type BudgetsHeld, birthdaysAhead } from './queries/birthdays.ts'
import { renewals } from './queries/renewals.ts'
import { lineRoutes } from './routes/lines.ts'
import { personRoutes } from './routes/person.ts'
import { steps } from './routes/steps.ts'
import { type Figures, settingNames, tellFrom } from './rules/figures.ts'

/** The figures of each body whose people a page lists. */
async function figuresFor(doing: Doing, bodies: ReadonlySet<OrganisationId>) {
  const found = new Map<OrganisationId, Figures>()
  for (const body of bodies) found.set(body, (await figuresOver(doing, body, settingNames))(doing.today))
  return found
}

async function list(doing: Doing, { query }: Asked, budgets: BudgetsHeld): Promise<Answer> {
  const own = doing.actor.roles[0]?.organisation
  if (!isStaff(doing.actor) || own === undefined) return notFound
  const page = pageAsked(query)
  const hrefOf = pagesAt('/consents', query, { keep: ['show'] })
  const { today } = doing
  const figures = await figuresFor(doing, new Set([own]))
  const ours = figures.get(own)
  if (one(query, 'show') === 'renewals') {
    const { rows, paging } = await renewals(doing, ours?.['consents-renewal-days-ahead'] ?? 0, page)
    return listPage({ show: 'renewals', rows, paging, hrefOf, today })
  }
  const { rows, paging } = await birthdaysAhead(doing, budgets, page)
  const all = await figuresFor(doing, new Set(rows.map(({ organisation }) => organisation)))
  const toldFrom = ({ organisation, age, on }: BirthdayAhead) => {
    const theirs = all.get(organisation)
    return theirs === undefined ? on : tellFrom(theirs, age, on)
  }
  return listPage({ show: 'birthdays', rows, paging, hrefOf, today, tellFrom: toldFrom })
}

/** The pages of consent and capacity. Who has a budget is handed in, by who knows. */
export const consentsRoutes = (budgets: BudgetsHeld): readonly Route[] => [
  {
    at: 'GET /consents',
    allow: 'consents.list',
    handle: (doing, asked) => list(doing, asked, budgets),
  },
  ...figureRoutes({
    at: '/consents/settings',
    back: '/consents',
    title: 'How many days ahead we tell',
    facts: settingNames,
    see: 'people.figures-read',
    set: 'people.figures-set',
  }),
  ...lineRoutes,
  ...personRoutes(budgets),
  ...steps,
]
