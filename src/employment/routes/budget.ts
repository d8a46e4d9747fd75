import type { Route } from '../../access/public.ts'
import { readId } from '../../kernel/ids.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { one } from '../../platform/forms.ts'
import { findAsked, pageAsked, pagesAt } from '../../platform/paging.ts'
import { type Answer, type Asked, type FieldError, notAllowed, notFound } from '../../platform/route.ts'
import { engage } from '../actions/engage.ts'
import { readEngagement } from '../forms.ts'
import { engagePage } from '../pages/engage.tsx'
import { liabilitiesPage } from '../pages/liabilities.tsx'
import { overviewPage } from '../pages/overview.tsx'
import { payPage } from '../pages/pay.tsx'
import { staffPage } from '../pages/staff.tsx'
import { insuranceSays, planLines } from '../queries/budget.ts'
import { payrollFirms } from '../queries/firms.ts'
import { liabilitiesOf } from '../queries/liabilities.ts'
import { jobsOfBudget, jobsOfStaff } from '../queries/lists.ts'
import { type EngageProblem, engageSays } from '../rules/checks.ts'
import { actsAsEmployer, errorsAt, type InBudget, inBudget } from './seeing.ts'

const doneSays: Readonly<Record<string, string>> = {
  engaged:
    'The assistant is written down. Next: insurance, the written statement, and who works the pay out.',
}

async function overview(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await inBudget(doing, asked, 'employment')
  if (found === null) return notFound
  const { budget, standing, strip } = found
  const { reference, employer, insuranceFrom } = budget
  return overviewPage({
    reference,
    employer,
    insurance: insuranceSays(budget, doing.today),
    insured: insuranceFrom !== null && insuranceFrom <= doing.today,
    jobs: await jobsOfBudget(doing, reference),
    owed: await liabilitiesOf(doing, reference, doing.today),
    mayEmploy: actsAsEmployer(doing, standing),
    today: doing.today,
    done: doneSays[one(asked.query, 'done')],
    ...strip,
  })
}

async function engaging(
  doing: Doing,
  asked: Asked,
  { budget, strip }: InBudget,
  errors: readonly FieldError[],
): Promise<Answer> {
  return engagePage({
    reference: budget.reference,
    lines: await planLines(doing, budget, doing.today),
    firms: await payrollFirms(doing),
    typed: asked.form,
    errors,
    ...strip,
  })
}

async function newEngagement(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await inBudget(doing, asked, 'employment-new')
  if (found === null) return notFound
  return actsAsEmployer(doing, found.standing) ? engaging(doing, asked, found, []) : notFound
}

const places: Partial<Record<EngageProblem, string>> & { readonly otherwise: string } = {
  otherwise: 'assistant',
  'line-not-in-plan': 'line',
  'particulars-after-first-day': 'statement-day',
  'ends-before-it-begins': 'until-day',
  'too-young': 'born-day',
  'no-rate': 'unit1',
  'unit-twice': 'unit2',
}

async function engageSomebody(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await inBudget(doing, asked, 'employment-new')
  if (found === null) return notFound
  const read = readEngagement(asked.form)
  if (!read.ok) return engaging(doing, asked, found, read.errors)
  const { contract, statement, days, notice, firm, ...said } = read.value
  const engaged = await engage(doing, {
    ...said,
    reference: found.budget.reference,
    contractOn: contract,
    particularsOn: statement,
    daysAWeek: days,
    noticeWeeks: notice,
    firm: await firmNamed(doing, firm),
  })
  if (engaged.done) return `/employment/${found.budget.reference}?done=engaged`
  if (engaged.because.includes('not-yours-to-employ')) return notAllowed
  return engaging(doing, asked, found, errorsAt(engaged.because, engageSays, places))
}

/** The firm that was chosen of the list; null where nobody of it was. */
export async function firmNamed(doing: Doing, typed: string | null) {
  const id = typed === null ? null : readId<'organisation'>(typed)
  const firm = id === null ? undefined : (await payrollFirms(doing)).find(found => found.id === id)
  return firm === undefined ? null : { id: firm.id as OrganisationId, name: firm.name }
}

async function liabilities(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await inBudget(doing, asked, 'employment-liabilities')
  if (found === null) return notFound
  const { reference } = found.budget
  const owed = await liabilitiesOf(doing, reference, doing.today)
  return liabilitiesPage({ reference, owed, today: doing.today, ...found.strip })
}

async function pay(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await inBudget(doing, asked, 'employment-pay')
  if (found === null) return notFound
  const { reference } = found.budget
  const jobs = await jobsOfBudget(doing, reference)
  return payPage({ reference, jobs, today: doing.today, ...found.strip })
}

async function staff(doing: Doing, { query }: Asked): Promise<Answer> {
  const find = findAsked(query)
  const listed = await jobsOfStaff(doing, { find, page: pageAsked(query) })
  const hrefOf = pagesAt('/employment', query, { keep: ['find'] })
  return staffPage({ ...listed, find, hrefOf, today: doing.today })
}

export const budgetRoutes: readonly Route[] = [
  { at: 'GET /employment', allow: 'employment.staff', handle: staff },
  { at: 'GET /employment/:reference', allow: 'employment.read', handle: overview },
  { at: 'GET /employment/:reference/new', allow: 'employment.employ', handle: newEngagement },
  { at: 'POST /employment/:reference/engagements', allow: 'employment.employ', handle: engageSomebody },
  { at: 'GET /employment/:reference/liabilities', allow: 'employment.read', handle: liabilities },
  { at: 'GET /employment/:reference/pay', allow: 'employment.read', handle: pay },
]
