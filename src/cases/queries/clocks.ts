import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/days.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Limit, type Pathway, requestLimits, settingsByOrganisation } from '../../requests/public.ts'
import { here } from '../tables.ts'

type Undecided = { organisation_id: OrganisationId; pathway: Pathway; received_on: PlainDate }

/**
 * By when requests received on a day are to be decided, for every such day among those that wait for a
 * decision.
 */
export async function decideBys(doing: Doing): Promise<readonly (Undecided & { by: PlainDate })[]> {
  const rows = await here(doing)
    .db.selectFrom('cases.facts')
    .select(['organisation_id', 'pathway', 'received_on'])
    .distinct()
    .where('decided_on', 'is', null)
    .where('withdrawn_on', 'is', null)
    .execute()
  const settings = rows.length === 0 ? new Map() : await settingsByOrganisation(doing)
  return rows.flatMap(row => {
    const limit = limitOf(row, settings.get(row.organisation_id) ?? [])
    return limit === null ? [] : [{ ...row, by: limit.by }]
  })
}

const limitOf = (
  { pathway, received_on }: Undecided,
  settings: Parameters<typeof requestLimits>[1],
): Limit | null => requestLimits({ pathway, receivedOn: received_on }, settings)[0] ?? null

/** The same for one request, with what may be said of the limit. */
export async function decideLimit(doing: Doing, row: Undecided): Promise<Limit | null> {
  return limitOf(row, (await settingsByOrganisation(doing)).get(row.organisation_id) ?? [])
}

/** The days as a table that SQL may join. */
export const asRecords = (days: Awaited<ReturnType<typeof decideBys>>) =>
  sql`jsonb_to_recordset(${JSON.stringify(days)}::jsonb)
    as d (organisation_id uuid, pathway text, received_on date, by date)`
