import { type Done, done } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Job } from '../queries/engagements.ts'
import { jobOf } from '../queries/engagements.ts'
import { standingInJob } from '../queries/standing.ts'
import { here } from '../tables.ts'
import type { EngagementId, SignOff, TaskId } from '../types.ts'
import { type JobProblem, jobToChange, recordJob, rowOf } from './change-terms.ts'

/**
 * Competence is the employer's and the care team's business alike: the employer, and staff who see the whole
 * record. Refuses everybody else.
 */
async function jobToTrain(doing: Doing, id: EngagementId): Promise<Done<Job, JobProblem>> {
  const job = await jobOf(doing, id)
  if (job !== null && (await standingInJob(doing, job)) === 'staff' && doing.onBehalfOf === null) {
    const mayTrain = doing.actor.roles.some(({ role }) => role === 'case-worker' || role === 'team-leader')
    if (mayTrain) return done(job)
  }
  return jobToChange(doing, id, 'sign-off-competence')
}

/**
 * Names a healthcare task that a professional hands to the assistant. It is not safe to do until signed off.
 */
export async function nameTask(
  doing: Doing,
  of: { readonly engagement: EngagementId; readonly says: string; readonly from: PlainDate },
): Promise<Done<TaskId, JobProblem>> {
  const found = await jobToTrain(doing, of.engagement)
  if (!found.done) return found
  const job = found.value
  const id = newId() as TaskId
  const { db } = here(doing)
  await db
    .insertInto('employment.task')
    .values({ id, ...rowOf(doing, job), from_on: of.from, until_on: null })
    .execute()
  const { engagement_id, organisation_id, person_id } = rowOf(doing, job)
  await db
    .insertInto('employment.task_words')
    .values({ task_id: id, engagement_id, organisation_id, person_id, says: of.says })
    .execute()
  await recordJob(doing, job, 'healthcare-task-handed-over', { task: id, from: of.from })
  return done(id)
}

export type NewSignOff = SignOff & { readonly engagement: EngagementId; readonly task: TaskId }
export type SignOffProblem =
  | JobProblem
  | 'no-such-task'
  | 'signed-before-trained'
  | 'runs-out-before-signed'
  | 'signed-in-future'

export const signOffSays = {
  'no-such-task': 'There is no such task',
  'signed-before-trained': 'The sign-off must not be before the training',
  'runs-out-before-signed': 'The last day must not be before the sign-off',
  'signed-in-future': 'The day of the sign-off must be today or in the past',
} as const

/** Why a sign-off cannot be written so: every reason. */
export function whyNotSignOff(
  one: SignOff,
  today: PlainDate,
): readonly Exclude<SignOffProblem, JobProblem>[] {
  const found: Exclude<SignOffProblem, JobProblem>[] = []
  if (one.on < one.trainedOn) found.push('signed-before-trained')
  if (one.on > today) found.push('signed-in-future')
  if (one.until < one.on) found.push('runs-out-before-signed')
  return found
}

/**
 * Writes down that somebody is competent in a task: who trained them, which registered professional signed
 * it off, until when (EMP-DELEGATION). Refuses with every reason of `SignOffProblem`.
 */
export async function signOffTask(doing: Doing, asked: NewSignOff): Promise<Done<null, SignOffProblem>> {
  const found = await jobToTrain(doing, asked.engagement)
  if (!found.done) return found
  const job = found.value
  if (!job.tasks.some(({ id }) => id === asked.task)) return { done: false, because: ['no-such-task'] }
  const because = whyNotSignOff(asked, doing.today)
  if (because.length > 0) return { done: false, because }
  await here(doing)
    .db.insertInto('employment.sign_off')
    .values({
      id: newId(),
      ...rowOf(doing, job),
      task_id: asked.task,
      trained_by: asked.trainedBy,
      trained_on: asked.trainedOn,
      signed_by: asked.signedBy,
      signed_role: asked.signedRole,
      signed_on: asked.on,
      until_on: asked.until,
    })
    .execute()
  await recordJob(doing, job, 'competence-signed-off', { task: asked.task, until: asked.until })
  return done(null)
}
