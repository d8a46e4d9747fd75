import { look } from '../../access/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { addDays, weekday } from '../../kernel/days.ts'
import { readId } from '../../kernel/ids.ts'
import { type PersonId, personShown, personStrip } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Asked, FieldError } from '../../platform/route.ts'
import type { Strip } from '../pages/parts.tsx'
import { type Budget, budgetOf } from '../queries/budget.ts'
import { type Job, jobOf } from '../queries/engagements.ts'
import { type Standing, standingInBudget, standingInJob } from '../queries/standing.ts'

/** A part of a page that shows a budget's assistants. */
export type InBudget = { readonly budget: Budget; readonly standing: Standing; readonly strip: Strip }
export type InJob = { readonly job: Job; readonly standing: Standing; readonly strip: Strip }

/** The Monday of a day's week. */
export const mondayOf = (day: PlainDate): PlainDate => addDays(day, 1 - weekday(day))

/**
 * Whose record it is, for those who see the person; the assistant, the firm and a neighbour see no record.
 */
async function stripOf(
  doing: Doing,
  of: { readonly person: PersonId; readonly reference: string },
  standing: Standing,
): Promise<Strip> {
  if (!['service', 'employer', 'staff', 'reader'].includes(standing)) return {}
  const shown = await personShown(doing, of.person)
  if (shown === null) return {}
  return { person: { ...personStrip(shown, doing.today), href: `/employment/${of.reference}` } }
}

/** The budget of an address for who may see its assistants' pay, the look written down; else null. */
export async function inBudget(doing: Doing, { at }: Asked, page: string): Promise<InBudget | null> {
  const budget = await budgetOf(doing, at['reference'] ?? '')
  if (budget === null) return null
  const standing = await standingInBudget(doing, budget)
  const { organisation, person, reference } = budget
  await look(doing, { page, organisation, person, details: { budget: reference } })
  return { budget, standing, strip: await stripOf(doing, budget, standing) }
}

/** The job of an address, the look written down; null for whoever may not see it. */
export async function inJob(doing: Doing, { at }: Asked, page: string): Promise<InJob | null> {
  const id = readId<'engagement'>(at['engagement'] ?? '')
  const job = id === null ? null : await jobOf(doing, id)
  return job === null ? null : seenJob(doing, job, page)
}

export async function seenJob(doing: Doing, job: Job, page: string): Promise<InJob> {
  const standing = await standingInJob(doing, job)
  const { organisation, person, reference, id } = job
  await look(doing, { page, organisation, person, to: id, details: { budget: reference } })
  return { job, standing, strip: await stripOf(doing, job, standing) }
}

/** Does the one who asks do the employer's part: the employer, or staff for somebody who called? */
export const actsAsEmployer = (doing: Doing, standing: Standing): boolean =>
  standing === 'employer' || standing === 'service' || (standing === 'staff' && doing.onBehalfOf !== null)

/** Reasons as errors, each at its field. */
export const errorsAt = <Reason extends string>(
  because: readonly Reason[],
  says: Readonly<Record<Reason, string>>,
  fields: Partial<Record<Reason, string>> & { readonly otherwise: string },
): readonly FieldError[] =>
  because.map(reason => ({ field: fields[reason] ?? fields.otherwise, says: says[reason] }))
