import { addDays, type PlainDate } from '../../kernel/days.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { owedBy } from './owed.ts'
import { type Due, weighed } from './weighed.ts'
import type { Which } from './which.ts'

/**
 * All of an organisation or of a case that leaves by a day and is not in a run yet, with every reason
 * against it.
 */
export const dues = async (doing: Doing, which: Which, leavesBy: PlainDate): Promise<readonly Due[]> =>
  weighed(doing, await owedBy(doing, which, leavesBy), { payUntil: null })

/**
 * What an organisation has to pay between two days (both inside), with what should have left before and has
 * not: the longest due first, each with every reason why it cannot be paid.
 */
export async function dueBetween(
  doing: Doing,
  organisation: OrganisationId,
  { from, until }: { readonly from: PlainDate; readonly until: PlainDate },
): Promise<readonly (Due & { readonly late: boolean })[]> {
  const found = await dues(doing, { organisation }, until)
  return found.map(one => ({ ...one, late: one.dueOn < from }))
}

/** The next payments of a case, however far ahead: at most so many. */
export async function nextDues(doing: Doing, reference: string, most: number): Promise<readonly Due[]> {
  for (const days of [35, 100, 400]) {
    const found = await dues(doing, { reference }, addDays(doing.today, days))
    if (found.length >= most || days === 400) return found.slice(0, most)
  }
  return []
}
