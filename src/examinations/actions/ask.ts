import { mayFor, record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { ask as askJob } from '../../platform/jobs.ts'
import type { RuleChange } from '../../rights/public.ts'
import { casesToLookAt } from '../queries/caseload.ts'
import { type Problem, whyNotAsk } from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { ExaminationId } from '../types.ts'
import { examineJobName } from './examine.ts'

export type NewExamination = {
  readonly organisation: OrganisationId
  readonly change: RuleChange
  readonly because: string
}

/**
 * Asks what a change of a rule would do to every case of a body that still runs. The answer is worked out by
 * a job, in batches, and changes nothing. Refused for who may not ask for the body, for a change that changes
 * nothing, and where the body has no such case.
 */
export async function askExamination(
  doing: Doing,
  { organisation, change, because }: NewExamination,
): Promise<Done<ExaminationId, Problem>> {
  if (doing.actor.id === null || !mayFor(doing, 'examinations.ask', organisation))
    return refused('not-allowed')
  const cases = await casesToLookAt(doing, organisation)
  const reasons = whyNotAsk(change, cases)
  if (reasons.length > 0) return refused(...reasons)
  const id = newId<'examination'>()
  await here(doing)
    .db.insertInto('examinations.examination')
    .values({
      id,
      organisation_id: organisation,
      change: JSON.stringify(change),
      because,
      cases,
      asked_by: doing.actor.id,
      asked_by_name: doing.actor.name,
    })
    .execute()
  await record(doing, {
    happened: 'examination-asked',
    organisation,
    person: null,
    to: id,
    because,
    details: { ...change },
  })
  await askJob(doing, { name: examineJobName, payload: { examination: id } })
  return done(id)
}
