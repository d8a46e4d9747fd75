import { record } from '../../access/public.ts'
import { type Done, done } from '../../kernel/answers.ts'
import { ageOn, later, type PlainDate } from '../../kernel/days.ts'
import { newId, newReference } from '../../kernel/ids.ts'
import type { Thousandths } from '../../kernel/money.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { noteRefusal, whyNotEmployer } from '../acting.ts'
import { type Budget, budgetOf, planLines } from '../queries/budget.ts'
import type { EngageProblem } from '../rules/checks.ts'
import { here } from '../tables.ts'
import type { EngagementId, Term } from '../types.ts'

export type NewEngagement = {
  readonly reference: string
  readonly assistant: string
  readonly job: string
  readonly from: PlainDate
  readonly until?: PlainDate | null
  readonly line: string
  readonly contractOn?: PlainDate | null
  readonly particularsOn?: PlainDate | null
  readonly born?: PlainDate | null
  readonly daysAWeek: Thousandths
  readonly noticeWeeks?: number | null
  readonly terms: readonly Pick<Term, 'unit' | 'rate' | 'weekly'>[]
  readonly firm?: { readonly id: OrganisationId | null; readonly name: string } | null
}

const youngest = 16

/** Why nobody can be taken on as it is written: every reason, in the order of the form. */
function problemsWith(asked: NewEngagement, lines: readonly string[]): readonly EngageProblem[] {
  const { from, until = null, particularsOn = null, born = null, terms } = asked
  const found: EngageProblem[] = []
  if (born !== null && ageOn(born, from) < youngest) found.push('too-young')
  if (until !== null && until < from) found.push('ends-before-it-begins')
  if (particularsOn !== null && particularsOn > from) found.push('particulars-after-first-day')
  if (!lines.includes(asked.line)) found.push('line-not-in-plan')
  if (terms.length === 0) found.push('no-rate')
  if (new Set(terms.map(({ unit }) => unit)).size < terms.length) found.push('unit-twice')
  return found
}

/**
 * Takes an assistant on: who, for what, from when, on which particulars, paid by which line of the plan, at
 * which rate for each unit. Refuses with every reason of `EngageProblem`: whoever does not employ, a line
 * that is not in the plan on the first day, a written statement that comes after it (EMP-PARTICULARS).
 */
export async function engage(doing: Doing, asked: NewEngagement): Promise<Done<EngagementId, EngageProblem>> {
  const budget = await budgetOf(doing, asked.reference)
  if (budget === null) return { done: false, because: ['budget-not-found'] }
  const notYours = await whyNotEmployer(doing, budget, 'employ')
  if (notYours.length > 0) return noteRefusal(doing, budget, 'engagement-refused', notYours)
  const lines = await planLines(doing, budget, later(asked.from, doing.today))
  const begun = await planLines(doing, budget, asked.from)
  const because = problemsWith(
    asked,
    [...lines, ...begun].map(({ key }) => key),
  )
  if (because.length > 0) return { done: false, because }
  const id = await write(doing, budget, asked)
  await record(doing, {
    happened: 'assistant-engaged',
    organisation: budget.organisation,
    person: budget.person,
    to: id,
    details: { budget: budget.reference, from: asked.from, line: asked.line },
  })
  return done(id)
}

async function write(doing: Doing, budget: Budget, asked: NewEngagement): Promise<EngagementId> {
  const { db } = here(doing)
  const id = newId<'engagement'>()
  const whose = { organisation_id: budget.organisation, person_id: budget.person }
  const made = { made_by: doing.actor.id, made_on: doing.today }
  const of = { engagement_id: id, ...whose, ...made, from_on: asked.from }
  await db
    .insertInto('employment.engagement')
    .values({
      id,
      ...whose,
      ...made,
      code: newReference().replace('PHB-', 'PA-'),
      reference: budget.reference,
      employer_name: budget.employer,
      employer_organisation_id: budget.employerOrganisation,
      assistant_name: asked.assistant,
      job: asked.job,
      from_on: asked.from,
      made_by_name: doing.actor.name,
    })
    .execute()
  await db
    .insertInto('employment.contract')
    .values({
      ...of,
      number: 1,
      line_key: asked.line,
      contract_on: asked.contractOn ?? null,
      particulars_on: asked.particularsOn ?? null,
      born_on: asked.born ?? null,
      days_a_week: asked.daysAWeek,
      notice_weeks: asked.noticeWeeks ?? null,
      until_on: asked.until ?? null,
    })
    .execute()
  await db
    .insertInto('employment.term')
    .values(asked.terms.map(term => ({ id: newId(), ...of, ...term, number: 1, because: 'As agreed' })))
    .execute()
  if (asked.firm)
    await db
      .insertInto('employment.payroll')
      .values({ ...of, number: 1, firm_id: asked.firm.id, firm_name: asked.firm.name })
      .execute()
  return id
}
