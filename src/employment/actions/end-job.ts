import { type Done, done } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import { type EndProblem, whyNotEnd } from '../rules/checks.ts'
import { here } from '../tables.ts'
import type { EndGround, EngagementId } from '../types.ts'
import { type JobProblem, jobToChange, recordJob, rowOf } from './change-terms.ts'

export type NewEnd = {
  readonly engagement: EngagementId
  readonly endsOn: PlainDate
  readonly noticeOn: PlainDate
  readonly ground: EndGround
  readonly words: string
}

/** Writes down when a job ends, when notice was given and why. Refuses with every reason of `EndProblem`. */
export async function endJob(doing: Doing, asked: NewEnd): Promise<Done<null, JobProblem | EndProblem>> {
  const found = await jobToChange(doing, asked.engagement, 'end-job')
  if (!found.done) return found
  const job = found.value
  const { endsOn, noticeOn, ground, words } = asked
  const because = whyNotEnd({ from: job.from, endsOn, noticeOn, ended: job.ending !== null })
  if (because.length > 0) return { done: false, because }
  await here(doing)
    .db.insertInto('employment.ending')
    .values({ ...rowOf(doing, job), ends_on: endsOn, notice_on: noticeOn, ground, words })
    .execute()
  await recordJob(doing, job, 'assistant-job-ending', { on: endsOn, ground })
  return done(null)
}
