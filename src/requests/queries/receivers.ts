import { sql } from 'kysely'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'

export type Receiver = { readonly id: OrganisationId; readonly code: string; readonly name: string }

/** The ICBs that take requests here on this day: those that stand and have a case worker. By name. */
export async function receivers(doing: Doing): Promise<readonly Receiver[]> {
  return here(doing)
    .db.selectFrom('people.organisation_shown as o')
    .select(['o.id', 'o.code', 'o.name'])
    .where('o.kind', '=', 'icb')
    .where(sql<boolean>`o.id in (select requests.takers(${doing.today}))`)
    .where(or => or.or([or('o.until_on', 'is', null), or('o.until_on', '>=', doing.today)]))
    .orderBy('o.name')
    .execute()
}

/**
 * The ICB that a request goes to: the one chosen; where the asker does not know, the one that answers for
 * them
 * already, else the first that takes requests, marked so that staff check it. Null where nobody takes
 * requests.
 */
export async function receiverOf(
  doing: Doing,
  code: string,
): Promise<{ readonly receiver: Receiver; readonly unsure: boolean } | null> {
  const all = await receivers(doing)
  const chosen = all.find(one => one.code === code)
  if (chosen) return { receiver: chosen, unsure: false }
  const own = doing.actor.person === null ? null : await organisationOf(doing, doing.actor.person)
  const receiver = all.find(({ id }) => id === own) ?? all[0]
  return receiver ? { receiver, unsure: true } : null
}

async function organisationOf(doing: Doing, person: string): Promise<OrganisationId | null> {
  const row = await here(doing)
    .db.selectFrom('people.person_shown')
    .select('organisation_id')
    .where('id', '=', person as never)
    .executeTakeFirst()
  return row?.organisation_id ?? null
}
