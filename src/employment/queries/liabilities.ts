import type { PlainDate } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import {
  type EngagementLiability,
  type Liability,
  liabilitiesTogether,
  liabilityOf,
} from '../rules/liability.ts'
import { jobsOfBudget } from './lists.ts'

export type Liabilities = Liability & { readonly of: readonly EngagementLiability[] }

/**
 * What the employer of a budget would owe if every job ended on a day without more notice, in pence, with
 * the working of each part for each assistant: `wages` approved and unpaid, `tax` and pension to pay over,
 * `leave` built up, `notice`, `redundancy`. All nought where nobody is employed, or where the one who asks
 * sees none. Sources: EMP-LEAVE, EMP-NOTICE, EMP-REDUNDANCY (secondary), EMP-PAYE and EMP-PENSION (general
 * knowledge).
 */
export async function liabilitiesOf(doing: Doing, reference: string, day: PlainDate): Promise<Liabilities> {
  const jobs = await jobsOfBudget(doing, reference)
  const of = jobs.map(job => liabilityOf(job, day))
  return { ...liabilitiesTogether(of), of }
}
