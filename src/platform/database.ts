import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, type Transaction } from 'kysely'
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

type Asks = PostgresPoolClient['query']

// PostgreSQL keeps the plan of a question that has a name, for as long as the connection lasts.
function remembering(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>()
  const nameOf = (text: string): string => {
    const name = names.get(text) ?? `asked_${names.size}`
    names.set(text, name)
    return name
  }
  const named = (client: pg.PoolClient) => ({
    query: ((text: string, values: readonly unknown[]) =>
      client.query({
        text,
        values: [...values],
        ...(values.length > 0 && { name: nameOf(text) }),
      })) as unknown as Asks,
    release: (destroy?: boolean) => client.release(destroy),
  })
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => named(await pool.connect()),
  }
}

/**
 * Opens the database at an address. Nothing is sent until the first query. Work that puts the same few
 * hundred questions thousands of times `repeats`: each connection then keeps its plan of every question.
 */
export function openDatabase(url: string, max = 16, { repeats = false } = {}): Database {
  const pool = poolOf(url, { max, types })
  const others: pg.Pool[] = []
  const dialect = new PostgresDialect({ pool: repeats ? remembering(pool) : pool })
  const kysely = new Kysely<unknown>({ dialect })
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
