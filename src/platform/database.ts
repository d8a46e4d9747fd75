import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { log, nameOfError } from './log.ts'

/** A transaction whose tables are nobody's business yet: `inside` narrows it to a module's own. */
export type OpenTransaction = Transaction<unknown>

/**
 * Each PostgreSQL type comes as one of ours: bigint for whole numbers of 8 bytes, texts for days and
 * numerics.
 */
const asText = (text: string): string => text
const readers = new Map<number, (text: string) => unknown>([
  [20, BigInt],
  [1082, asText],
  [1700, asText],
  [
    1184,
    (text: string) =>
      new Date(
        text.includes(' ') ? text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00') : text,
      ).toISOString(),
  ],
])
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && readers.get(oid)) ||
    pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

export type Database = {
  readonly url: string
  readonly pool: pg.Pool
  readonly kysely: Kysely<unknown>
  /**
   * A pool for a library that brings its own SQL, as the tables' owner and in a schema of its own. It reads
   * types as libraries expect them, not as ours.
   */
  ownersPool(schema: string, max: number): pg.Pool
  close(): Promise<void>
}

type PoolSetting = { readonly max: number; readonly options?: string; readonly types?: pg.CustomTypesConfig }

// A connection that nobody asks for is given back soon: many processes, and the tests' many databases, share
// a server that has a hundred.
const idle = 5_000

function poolOf(url: string, setting: PoolSetting): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, idleTimeoutMillis: idle, ...setting })
  const lost = (error: Error): void => log.warn(nameOfError(error), 'a database connection was lost')
  pool.on('error', lost)
  pool.on('connect', client => client.on('error', lost))
  return pool
}

/** Opens the database at an address. Nothing is sent until the first query. */
export function openDatabase(url: string, max = 16): Database {
  const pool = poolOf(url, { max, types })
  const others: pg.Pool[] = []
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  return {
    url,
    pool,
    kysely,
    ownersPool(schema, most) {
      const other = poolOf(url, { max: most, options: `-c role=openphb_owner -c search_path=${schema}` })
      others.push(other)
      return other
    },
    async close() {
      await Promise.all(others.map(other => other.end()))
      await kysely.destroy()
    },
  }
}
