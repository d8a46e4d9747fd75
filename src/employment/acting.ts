import { recordRefused, whyNotOnBehalf } from '../access/public.ts'
import type { Doing } from '../platform/doing.ts'
import type { Budget } from './queries/budget.ts'
import type { Job } from './queries/engagements.ts'
import { type Standing, standingInBudget } from './queries/standing.ts'

export type NotYours = 'not-yours-to-employ' | 'caller-may-not-do-this'

type Whose = Pick<Job, 'person' | 'organisation' | 'employerOrganisation'> | Budget

/**
 * Why the one who asks may not do the employer's part: nothing against the employer and the service; staff
 * only for somebody who called and may do it themselves.
 */
export async function whyNotEmployer(
  doing: Doing,
  whose: Whose,
  verb: string,
  standing?: Standing,
): Promise<readonly NotYours[]> {
  const is = standing ?? (await standingInBudget(doing, whose))
  if (is === 'service' || is === 'employer') return []
  if (is === 'staff' && doing.onBehalfOf !== null) return whyNotOnBehalf(doing, whose.person, verb)
  return ['not-yours-to-employ']
}

/** Writes down that somebody was refused, and gives the reasons on. */
export async function noteRefusal<Reason extends string>(
  doing: Doing,
  whose: Whose,
  happened: string,
  because: readonly Reason[],
): Promise<{ readonly done: false; readonly because: readonly Reason[] }> {
  const { organisation, person } = whose
  await recordRefused(doing, { happened, organisation, person, because: because.join(', ') })
  return { done: false, because }
}
