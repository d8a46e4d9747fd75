import { type RawBuilder, sql } from 'kysely'
import type { Doing } from '../../platform/doing.ts'

const asText = (_name: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value

const most = 20_000

/** Writes many rows of one table in a few statements. The rows carry the columns' own names. */
export async function writeRows(
  doing: Doing,
  table: RawBuilder<unknown>,
  rows: readonly object[],
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = sql.join(Object.keys(first).map(name => sql.ref(name)))
  for (let at = 0; at < rows.length; at += most) {
    const part = JSON.stringify(rows.slice(at, at + most), asText)
    await sql`insert into ${table} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${table}, ${part}::jsonb)`.execute(
      doing.transaction,
    )
  }
}
