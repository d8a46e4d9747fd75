import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { jobOf } from '../queries/engagements.ts'
import { here } from '../tables.ts'
import type { EngagementId } from '../types.ts'
import { recordJob } from './change-terms.ts'

/**
 * Says which person the assistant of a job is. For the service's own work, such as the invented place;
 * people say it themselves by a word (`takeUpJob`). Refuses anybody but the service's transaction by row-
 * level security, a job that is not there, and one whose assistant signs in already.
 */
export async function linkAssistant(
  doing: Doing,
  of: { readonly engagement: EngagementId; readonly assistant: PersonId },
): Promise<Done<null, 'no-such-job' | 'signs-in-already'>> {
  const job = await jobOf(doing, of.engagement)
  if (job === null) return refused('no-such-job')
  if (job.assistantPerson !== null) return refused('signs-in-already')
  const whose = { engagement_id: job.id, organisation_id: job.organisation, person_id: job.person }
  await here(doing)
    .db.insertInto('employment.account')
    .values({ ...whose, assistant_id: of.assistant, from_on: doing.today })
    .execute()
  await recordJob(doing, job, 'assistant-signs-in', {})
  return done(null)
}
