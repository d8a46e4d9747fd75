import { record } from '../../access/public.ts'
import { type Done, done } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { Pence, Thousandths } from '../../kernel/money.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type NotYours, noteRefusal, whyNotEmployer } from '../acting.ts'
import { type Job, jobOf } from '../queries/engagements.ts'
import { standingInJob } from '../queries/standing.ts'
import { contractOn } from '../rules/pay.ts'
import { here } from '../tables.ts'
import type { Contract, EngagementId, WorkUnit } from '../types.ts'

export type JobProblem = 'no-such-job' | NotYours

/** The job, for who may do the employer's part in it; else every reason against, written down. */
export async function jobToChange(
  doing: Doing,
  id: EngagementId,
  verb: string,
): Promise<Done<Job, JobProblem>> {
  const job = await jobOf(doing, id)
  if (job === null) return { done: false, because: ['no-such-job'] }
  const because = await whyNotEmployer(doing, job, verb, await standingInJob(doing, job))
  return because.length > 0 ? noteRefusal(doing, job, `${verb}-refused`, because) : done(job)
}

/** What every row of a job begins with. */
export const rowOf = (doing: Doing, job: Job) => ({
  engagement_id: job.id,
  organisation_id: job.organisation,
  person_id: job.person,
  made_by: doing.actor.id,
  made_on: doing.today,
})

export const recordJob = (
  doing: Doing,
  job: Job,
  happened: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> =>
  record(doing, {
    happened,
    organisation: job.organisation,
    person: job.person,
    to: job.id,
    details: { budget: job.reference, ...details },
  })

export type NewTerm = {
  readonly engagement: EngagementId
  readonly unit: WorkUnit
  readonly rate: Pence
  readonly weekly: Thousandths
  readonly from: PlainDate
  readonly because: string
}

/**
 * Agrees a rate for a unit from a day. Nothing is overwritten: work before that day is paid at the rate of
 * its day. Refuses whoever is not the employer, and a day before the job began.
 */
export async function changeTerms(
  doing: Doing,
  asked: NewTerm,
): Promise<Done<null, JobProblem | 'before-the-job'>> {
  const found = await jobToChange(doing, asked.engagement, 'change-terms')
  if (!found.done) return found
  const job = found.value
  if (asked.from < job.from) return { done: false, because: ['before-the-job'] }
  const number = job.terms.filter(({ unit }) => unit === asked.unit).length + 1
  const { unit, rate, weekly, from, because } = asked
  await here(doing)
    .db.insertInto('employment.term')
    .values({ id: newId(), ...rowOf(doing, job), unit, rate, weekly, from_on: from, because, number })
    .execute()
  await recordJob(doing, job, 'assistant-terms-changed', { unit, rate, weekly, from })
  return done(null)
}

export type NewContract = {
  readonly engagement: EngagementId
  readonly from: PlainDate
} & Partial<Omit<Contract, 'number' | 'from'>>

/**
 * Writes new particulars from a day; what is not said stays as it was. Refuses whoever is not the employer.
 */
export async function changeContract(doing: Doing, asked: NewContract): Promise<Done<null, JobProblem>> {
  const found = await jobToChange(doing, asked.engagement, 'change-particulars')
  if (!found.done) return found
  const job = found.value
  const before = contractOn(job.contracts, asked.from)
  if (before === null) return { done: false, because: ['no-such-job'] }
  const { engagement: _, ...said } = asked
  const now = { ...before, ...said }
  await here(doing)
    .db.insertInto('employment.contract')
    .values({
      ...rowOf(doing, job),
      number: job.contracts.length + 1,
      from_on: now.from,
      line_key: now.line,
      contract_on: now.contractOn,
      particulars_on: now.particularsOn,
      born_on: now.born,
      days_a_week: now.daysAWeek,
      notice_weeks: now.noticeWeeks,
      until_on: now.until,
    })
    .execute()
  await recordJob(doing, job, 'assistant-particulars-changed', { from: now.from })
  return done(null)
}

export type NewPayroll = {
  readonly engagement: EngagementId
  readonly firm: { readonly id: OrganisationId | null; readonly name: string }
  readonly from: PlainDate
}

/** Names the firm that works the pay out from a day. The one before no longer sees the hours from then on. */
export async function choosePayroll(doing: Doing, asked: NewPayroll): Promise<Done<null, JobProblem>> {
  const found = await jobToChange(doing, asked.engagement, 'choose-payroll')
  if (!found.done) return found
  const job = found.value
  const { db } = here(doing)
  const [last] = await db
    .selectFrom('employment.payroll')
    .select('number')
    .where('engagement_id', '=', job.id)
    .orderBy('number', 'desc')
    .limit(1)
    .execute()
  const firm = { firm_id: asked.firm.id, firm_name: asked.firm.name, from_on: asked.from }
  await db
    .insertInto('employment.payroll')
    .values({ ...rowOf(doing, job), ...firm, number: (last?.number ?? 0) + 1 })
    .execute()
  await recordJob(doing, job, 'payroll-firm-chosen', { firm: asked.firm.name, from: asked.from })
  return done(null)
}
