import { sql } from 'kysely'
import { answeredOn, movesOf } from '../../access/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { OrganisationId, PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Limit, type Pathway, requestLimits, settingsByOrganisation } from '../../requests/public.ts'

type Undecided = { organisation_id: OrganisationId; pathway: Pathway; received_on: PlainDate }

/**
 * The body that answered on the day a request was received: under its figure the clock began, and keeps its
 * day when another body follows. Of a case as `f`.
 */
export const beganWith = sql`coalesce((select m.from_id from access.moved_shown m
  where m.person_id = f.person_id and m.on_day > f.received_on order by m.on_day, m.number limit 1),
  f.organisation_id)`

/**
 * By when requests received on a day are to be decided, for every such day among those that wait for a
 * decision.
 */
export async function decideBys(doing: Doing): Promise<readonly (Undecided & { by: PlainDate })[]> {
  const { rows } = await sql<Undecided>`
    select distinct ${beganWith} as organisation_id, f.pathway, f.received_on from cases.facts f
    where f.decided_on is null and f.withdrawn_on is null`.execute(doing.transaction)
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
export async function decideLimit(
  doing: Doing,
  row: Undecided & { person_id: PersonId },
): Promise<Limit | null> {
  const began = answeredOn(await movesOf(doing, row.person_id), row.organisation_id, row.received_on)
  return limitOf(row, (await settingsByOrganisation(doing)).get(began as OrganisationId) ?? [])
}

/** The days as a table that SQL may join. */
export const asRecords = (days: Awaited<ReturnType<typeof decideBys>>) =>
  sql`jsonb_to_recordset(${JSON.stringify(days)}::jsonb)
    as d (organisation_id uuid, pathway text, received_on date, by date)`
