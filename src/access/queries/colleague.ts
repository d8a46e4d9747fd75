import { sql } from 'kysely'
import type { Doing } from '../../platform/doing.ts'

/** Where a colleague is reached by mail; null where it is unknown, or they work for somebody else. */
export async function addressOfColleague(doing: Doing, actor: string): Promise<string | null> {
  const { rows } = await sql<{ address: string | null }>`
    select access.address_of_colleague(${actor}) as address`.execute(doing.transaction)
  return rows[0]?.address ?? null
}
