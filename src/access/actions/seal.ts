import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../platform/database.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Job } from '../../platform/jobs.ts'
import { log, nameOfError } from '../../platform/log.ts'
import { asService } from '../../platform/transaction.ts'
import { type HappeningRow, here } from '../tables.ts'

export type Sealable = { readonly [Name in keyof HappeningRow]: unknown }

/** The text that a link is made of: every field of the happening, in this order, as JSON. */
export const sealedText = (row: Sealable): string =>
  JSON.stringify([
    row.id,
    row.at,
    row.on_day,
    row.kind,
    row.what,
    row.actor_id,
    row.actor_name,
    row.actor_role,
    row.on_behalf_of,
    row.organisation_id,
    row.person_id,
    row.subject_id,
    row.purpose,
    row.because,
    sorted(row.details),
  ])

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.map(([name, one]) => [name, sorted(one)])
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * What stands for a happening in the chain: whoever has only this cannot read the happening, but can check
 * the chain.
 */
export const digestOf = (row: Sealable): string => hash(sealedText(row))

/** Each link is the hash of the link before it and of this happening's digest; the first links to nothing. */
export const linkOf = (before: string, digest: string): string => hash(`${before}\n${digest}`)

/** Links the happenings noted since the last time, oldest first. Gives how many. One sealer at a time. */
export async function sealHappenings(doing: Doing, most = 5000): Promise<number> {
  const { db } = here(doing)
  const alone = await sql<{ got: boolean }>`
    select exists (select from access.unsealed) and pg_try_advisory_xact_lock(7306) as got`.execute(
    doing.transaction,
  )
  if (!alone.rows[0]?.got) return 0
  const last = await db
    .selectFrom('access.seal')
    .select(['position', 'link'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  const rows = await db
    .selectFrom('access.unsealed as u')
    .innerJoin('access.happening as h', 'h.id', 'u.happening_id')
    .selectAll('h')
    .orderBy('u.noted_at')
    .orderBy('h.id')
    .limit(most)
    .execute()
  let link = last?.link ?? ''
  let position = last?.position ?? 0n
  const seals = rows.map(row => {
    const digest = digestOf(row)
    link = linkOf(link, digest)
    position += 1n
    return { position, happening_id: row.id, link, digest }
  })
  for (let from = 0; from < seals.length; from += 1000)
    await db
      .insertInto('access.seal')
      .values(seals.slice(from, from + 1000))
      .execute()
  await sql`delete from access.unsealed
    where happening_id = any (${rows.map(row => row.id)}::uuid[])`.execute(doing.transaction)
  return rows.length
}

/** Links all that waits, in batches, each in a transaction of its own. Gives how many. */
export async function sealAll(database: Database): Promise<number> {
  let sealed = 0
  for (;;) {
    const more = await asService(database, doing => sealHappenings(doing))
    if (more === 0) return sealed
    sealed += more
  }
}

/**
 * Seals every second until `stop` is called. No request waits for it; what fails is tried again a second
 * later.
 */
export function startSealing(database: Database): { stop(): Promise<void> } {
  let working: Promise<unknown> | null = null
  const timer = setInterval(() => {
    working ??= sealAll(database)
      .catch(error => log.warn(nameOfError(error), 'the record was not sealed'))
      .finally(() => {
        working = null
      })
  }, 1000)
  return {
    async stop() {
      clearInterval(timer)
      await working
    },
  }
}

export const sealJob: Job = {
  name: 'seal-happenings',
  every: '* * * * *',
  run: async doing => void (await sealHappenings(doing)),
}
