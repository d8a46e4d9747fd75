import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Doing } from '../../platform/doing.ts'
import type { Job } from '../../platform/jobs.ts'
import { type HappeningRow, here } from '../tables.ts'

export type Sealable = { readonly [Name in keyof HappeningRow]: unknown }

/** The text that a link is made of: every field of the happening, in this order, as JSON. */
export const sealedText = (row: Sealable): string => JSON.stringify([
  row.id, row.at, row.on_day, row.kind, row.what, row.actor_id, row.actor_name, row.actor_role, row.on_behalf_of,
  row.organisation_id, row.person_id, row.subject_id, row.purpose, row.because, sorted(row.details),
])

const sorted = (value: unknown): unknown => Array.isArray(value) ? value.map(sorted)
  : value !== null && typeof value === 'object' ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, sorted(one)])
    : value

/** Each link is the hash of the link before it and of this happening's text; the first links to nothing. */
export const linkOf = (before: string, row: Sealable): string => createHash('sha256').update(`${before}\n${sealedText(row)}`).digest('hex')

/** Links the happenings noted since the last time, oldest first. Gives how many. One sealer at a time. */
export async function sealHappenings(doing: Doing, most = 5000): Promise<number> {
  const { db } = here(doing)
  const alone = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(7306) as got`.execute(doing.transaction)
  if (!alone.rows[0]?.got) return 0
  const last = await db.selectFrom('access.seal').select(['position', 'link']).orderBy('position', 'desc').limit(1).executeTakeFirst()
  const rows = await db.selectFrom('access.unsealed as u').innerJoin('access.happening as h', 'h.id', 'u.happening_id')
    .selectAll('h').orderBy('u.noted_at').orderBy('h.id').limit(most).execute()
  if (rows.length === 0) return 0
  let link = last?.link ?? ''
  let position = last?.position ?? 0n
  const seals = rows.map(row => {
    link = linkOf(link, row)
    position += 1n
    return { position, happening_id: row.id, link }
  })
  for (let from = 0; from < seals.length; from += 1000) await db.insertInto('access.seal').values(seals.slice(from, from + 1000)).execute()
  await sql`delete from access.unsealed where happening_id = any (${rows.map(row => row.id)}::uuid[])`.execute(doing.transaction)
  return rows.length
}

export const sealJob: Job = { name: 'seal-happenings', every: '* * * * *', run: async doing => void (await sealHappenings(doing)) }
