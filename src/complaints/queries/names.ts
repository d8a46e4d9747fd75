import { relationshipsOf } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Case, decisionsOf } from '../../requests/public.ts'
import type { Complaint } from '../types.ts'

/** The names of everybody in a case, so that none of them stands in what is published. */
export async function namesIn(
  doing: Doing,
  found: Case,
  complaints: readonly Complaint[],
): Promise<readonly string[]> {
  const relatives = (await relationshipsOf(doing, found.person)).map(one => one.other_name)
  const deciders = (await decisionsOf(doing, found.request)).map(({ by }) => by.name)
  const of = complaints.flatMap(one => [
    one.madeByName,
    ...one.concerns.map(({ name }) => name),
    ...one.plans.flatMap(({ handlerName, byName }) => [handlerName, byName]),
    ...one.answers.map(({ by }) => by.name),
    ...one.promises.map(({ who }) => who),
  ])
  const all = [found.personName, found.caseWorker?.name ?? '', ...relatives, ...deciders, ...of]
  return [...new Set(all)].filter(name => name !== '')
}
