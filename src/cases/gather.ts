import { sql } from 'kysely'
import type { Doing } from '../platform/doing.ts'
import type { Job } from '../platform/jobs.ts'

/**
 * Cases whose gathered facts are not what the modules say, by reference: none, or something was missed.
 * Asked as the service.
 */
export async function staleCases(doing: Doing): Promise<readonly string[]> {
  const { rows } = await sql<{ reference: string }>`
    select coalesce(f.reference, k.reference) as reference from cases.found(null) f
    full join cases.facts k on k.reference = f.reference
    where f.reference is null or k.reference is null or k.* is distinct from f.* order by 1`.execute(
    doing.transaction,
  )
  return rows.map(row => row.reference)
}

/**
 * Gathers the facts of every case. Asked as the service: after data came in by another way, and every
 * night.
 */
export async function gatherAll(doing: Doing): Promise<void> {
  await sql`select cases.gather(null)`.execute(doing.transaction)
}

/** In this transaction no case is gathered: for work that brings in many and ends with `gatherAll`. */
export async function gatherLater(doing: Doing): Promise<void> {
  await sql`select set_config('openphb.cases_later', 'on', true)`.execute(doing.transaction)
}

/** Every night: what was missed is in the log and put right by morning. */
export const gatherJob: Job = {
  name: 'gather-cases',
  every: '40 2 * * *',
  async run(doing) {
    const stale = await staleCases(doing)
    if (stale.length > 0) doing.log.warn({ cases: stale.length }, 'cases were gathered late')
    await gatherAll(doing)
  },
}
