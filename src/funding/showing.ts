import { look } from '../access/public.ts'
import type { PlainDate } from '../kernel/days.ts'
import { type Reference, readReference } from '../kernel/ids.ts'
import { latestSum, linesOf, type SplitShown, splitsOf } from '../needs/public.ts'
import {
  type OrganisationId,
  organisation,
  type PersonId,
  personShown,
  personStrip,
} from '../people/public.ts'
import { linesOn } from '../plans/public.ts'
import type { Doing } from '../platform/doing.ts'
import type { Page } from '../platform/route.ts'
import { caseOf } from '../requests/public.ts'
import type { LineToSplit } from './forms.ts'
import { here } from './tables.ts'

/** One budget as this actor meets it: of whom, led by whom, and its splits. */
export type Funded = {
  readonly reference: Reference
  readonly lead: OrganisationId
  readonly person: PersonId
  readonly strip: NonNullable<Page['person']>
  readonly splits: readonly SplitShown[]
}

/** A budget behind an address; null where there is none that this actor may see. The look is written down. */
export async function fundedAt(doing: Doing, typed: string): Promise<Funded | null> {
  const reference = readReference(typed)
  if (reference === null) return null
  const [found, splits] = [await caseOf(doing, reference), await splitsOf(doing, reference)]
  const lead = found?.organisation ?? splits[0]?.organisation_id
  const person = found?.person ?? splits[0]?.person_id
  const shown = person === undefined ? null : await personShown(doing, person)
  if (lead === undefined || person === undefined || shown === null) return null
  await look(doing, { page: 'who pays which share', organisation: lead, person, details: { reference } })
  return { reference, lead, person, strip: personStrip(shown, doing.today), splits }
}

/** The lines that can be shared: of the plan in force on a day, else of the newest sum. */
export async function linesToSplit(
  doing: Doing,
  reference: string,
  day: PlainDate,
): Promise<readonly LineToSplit[]> {
  const plan = await linesOn(doing, reference, day)
  if (plan.length > 0) return plan.map(({ line_key: key, says, weekly }) => ({ key, says, weekly }))
  const sum = await latestSum(doing, reference)
  return sum === null ? [] : linesOf(sum.lines).map(({ key, says, weekly }) => ({ key, says, weekly }))
}

/** Every council that may be asked to carry a part, by name. */
export const councils = (doing: Doing) =>
  here(doing)
    .db.selectFrom('people.organisation_shown')
    .select(['id', 'name'])
    .where('kind', '=', 'council')
    .orderBy('name')
    .execute()

/** Names of bodies by their ids. */
export async function bodyNames(
  doing: Doing,
  ids: Iterable<OrganisationId>,
): Promise<ReadonlyMap<OrganisationId, string>> {
  const names = new Map<OrganisationId, string>()
  for (const id of new Set(ids)) names.set(id, (await organisation(doing, id))?.name ?? 'Another body')
  return names
}

/** The body that somebody works for; null for a family. */
export const ownBody = (doing: Doing): OrganisationId | null => doing.actor.roles[0]?.organisation ?? null
