import { sql } from 'kysely'
import { standingInCase } from '../../agreements/public.ts'
import { type May, type PersonId, readMay } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Budget } from './budget.ts'
import type { Job } from './engagements.ts'

/**
 * What the one who asks is to a job. `reader` sees its money and does nothing; `hours` sees days and hours.
 */
export type Standing = 'service' | 'employer' | 'assistant' | 'payroll' | 'staff' | 'hours' | 'reader'

const worksFor = (doing: Doing, organisation: string | null | undefined): boolean =>
  organisation != null && doing.actor.roles.some(role => role.organisation === organisation)

type Whose = Pick<Job, 'person' | 'organisation' | 'employerOrganisation'>

/**
 * Is the one who asks the employer of this budget's assistants: the holder, who stands in, the third party?
 */
async function employs(doing: Doing, whose: Whose): Promise<boolean> {
  if (whose.employerOrganisation !== null) return worksFor(doing, whose.employerOrganisation)
  const standing = await standingInCase(doing, whose)
  return ['the-person', 'parent', 'representative', 'nominee'].includes(standing)
}

/** People whose assistants' hours the one who asks was let see, with what they may do. */
export async function hoursLet(doing: Doing): Promise<ReadonlyMap<PersonId, May>> {
  const { rows } = await sql<{ person_id: PersonId; may: unknown }>`
    select person_id, may from employment.hours_let()`.execute(doing.transaction)
  return new Map(rows.map(({ person_id, may }) => [person_id, readMay(may)]))
}

/** What the one who asks is to a budget's jobs as a whole. */
export async function standingInBudget(doing: Doing, whose: Budget | Whose): Promise<Standing> {
  const { actor } = doing
  if (actor.id === null && actor.person === null && actor.roles.length === 0) return 'service'
  if (await employs(doing, whose)) return 'employer'
  if (worksFor(doing, whose.organisation)) return 'staff'
  return (await hoursLet(doing)).has(whose.person) ? 'hours' : 'reader'
}

/** What the one who asks is to one job. Who works in it is its assistant, whatever else they are. */
export async function standingInJob(doing: Doing, job: Job): Promise<Standing> {
  const { person } = doing.actor
  if (person !== null && person === job.assistantPerson) return 'assistant'
  if (job.firm !== null && worksFor(doing, job.firm.id)) return 'payroll'
  return standingInBudget(doing, job)
}
