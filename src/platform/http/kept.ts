import { sql } from 'kysely'
import { newId, readId } from '../../kernel/ids.ts'
import type { Database } from '../database.ts'
import type { Typed } from '../route.ts'
import { open, seal } from '../secrets.ts'
import { asService } from '../transaction.ts'

export type KeptForm = { readonly address: string; readonly typed: Typed }

/** Keeps what was typed for an hour, encrypted, when the session had ended meanwhile. Gives the id to find it by. */
export async function keepForm(database: Database, kept: KeptForm): Promise<string> {
  const id = newId<'kept form'>()
  const typed = Object.fromEntries(Object.entries(kept.typed).filter(([name]) => name !== '_csrf'))
  await asService(database, async ({ transaction }) => {
    await sql`delete from platform.kept_form where kept_at < statement_timestamp() - interval '1 hour'`.execute(transaction)
    await sql`insert into platform.kept_form (id, address, body) values
      (${id}, ${kept.address}, ${seal('kept form', JSON.stringify(typed))})`.execute(transaction)
  })
  return id
}

/** What was kept under an id; null when it is gone, an hour old or never was. */
export async function keptForm(database: Database, id: string): Promise<KeptForm | null> {
  if (readId(id) === null) return null
  return asService(database, async ({ transaction }) => {
    const { rows } = await sql<{ address: string; body: Uint8Array }>`
      select address, body from platform.kept_form where id = ${id} and kept_at > statement_timestamp() - interval '1 hour'`.execute(transaction)
    const row = rows[0]
    return row ? { address: row.address, typed: JSON.parse(open('kept form', row.body).toString('utf8')) as Typed } : null
  })
}
