import type { Route } from '../../access/public.ts'
import { later } from '../../kernel/days.ts'
import { linesOn } from '../../plans/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { one } from '../../platform/forms.ts'
import { type Answer, type Asked, type FieldError, notAllowed, notFound } from '../../platform/route.ts'
import { inviteAssistant } from '../actions/invite.ts'
import { jobPage } from '../pages/job.tsx'
import { invitedPage } from '../pages/mine.tsx'
import { weeklyCostOf } from '../queries/costs.ts'
import { payrollFirms } from '../queries/firms.ts'
import { contractOn } from '../rules/pay.ts'
import { jobChanges } from './job-changes.ts'
import { actsAsEmployer, type InJob, inJob, mondayOf } from './seeing.ts'
import { taskRoutes } from './tasks.ts'

const doneSays: Readonly<Record<string, string>> = {
  terms: 'The rate is written down.',
  particulars: 'The change is written down.',
  leave: 'It is written down.',
  ending: 'The end of the job is written down.',
  payroll: 'The payroll firm is written down.',
  tasks: 'The task is written down.',
  signed: 'The sign-off is written down.',
}

/** What the line that pays for a job is called; null for who may not see the plan. */
async function lineOf(doing: Doing, { job }: InJob): Promise<string | null> {
  const day = later(job.from, doing.today)
  const key = contractOn(job.contracts, day)?.line ?? null
  const lines = key === null ? [] : await linesOn(doing, job.reference, day)
  return lines.find(line => line.line_key === key)?.says ?? null
}

const trains = (doing: Doing, standing: InJob['standing']): boolean =>
  actsAsEmployer(doing, standing) ||
  (standing === 'staff' &&
    doing.actor.roles.some(({ role }) => role === 'case-worker' || role === 'team-leader'))

/** The page of a job, with the form of that name open where it was not accepted. */
export async function jobShown(
  doing: Doing,
  asked: Asked,
  found: InJob,
  wrong: { readonly sent: string; readonly errors: readonly FieldError[] } | null,
): Promise<Answer> {
  const { job, standing, strip } = found
  const employs = actsAsEmployer(doing, standing)
  const pays = employs || standing === 'staff' || standing === 'reader'
  return jobPage({
    job,
    line: await lineOf(doing, found),
    week: mondayOf(doing.today),
    cost: pays ? await weeklyCostOf(doing, job, later(job.from, doing.today)) : null,
    firms: employs ? await payrollFirms(doing) : [],
    mayEmploy: employs,
    mayTrain: trains(doing, standing),
    maySend: employs || standing === 'assistant',
    today: doing.today,
    typed: asked.form,
    errors: wrong?.errors ?? [],
    sent: wrong?.sent ?? null,
    done: doneSays[one(asked.query, 'done')],
    ...strip,
  })
}

async function show(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await inJob(doing, asked, 'employment-job')
  return found === null || found.standing === 'hours' ? notFound : jobShown(doing, asked, found, null)
}

async function invite(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await inJob(doing, asked, 'employment-job')
  if (found === null) return notFound
  const invited = await inviteAssistant(doing, found.job.id)
  if (invited.done) return invitedPage({ job: found.job, word: invited.value })
  return invited.because.includes('signs-in-already') ? `/employment/jobs/${found.job.id}` : notAllowed
}

export const jobRoutes: readonly Route[] = [
  { at: 'GET /employment/jobs/:engagement', allow: 'employment.read', handle: show },
  { at: 'POST /employment/jobs/:engagement/invitation', allow: 'employment.employ', handle: invite },
  ...jobChanges(jobShown),
  ...taskRoutes(jobShown),
]
