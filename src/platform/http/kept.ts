import { sql } from 'kysely'
import { newId, readId } from '../../kernel/ids.ts'
import type { Database } from '../database.ts'
import type { Typed } from '../route.ts'
import { open, seal } from '../secrets.ts'
import { asService } from '../transaction.ts'

/** What was typed and where to; its ticket tells for whom, and in which browser, the page was drawn. */
export type KeptForm = { readonly address: string; readonly typed: Typed }

const largest = 200_000

/**
 * Keeps what was typed for an hour, encrypted, when the session had ended meanwhile. Gives the id to find it
 * by; null where it is more than anybody types.
 */
export async function keepForm(database: Database, { address, typed }: KeptForm): Promise<string | null> {
  const body = JSON.stringify(typed)
  if (body.length > largest) return null
  const id = newId<'kept form'>()
  await asService(database, async ({ transaction }) => {
    await sql`delete from platform.kept_form
      where kept_at < statement_timestamp() - interval '1 hour'`.execute(transaction)
    await sql`insert into platform.kept_form (id, address, body) values
      (${id}, ${address}, ${seal('kept form', body)})`.execute(transaction)
  })
  return id
}

/**
 * What was kept under an id; null when it is an hour old or never was. Whoever asks must show that it is
 * theirs.
 */
export async function keptForm(database: Database, id: string): Promise<KeptForm | null> {
  if (readId(id) === null) return null
  return asService(database, async ({ transaction }) => {
    const { rows } = await sql<{ address: string; body: Uint8Array }>`
      select address, body from platform.kept_form
      where id = ${id} and kept_at > statement_timestamp() - interval '1 hour'`.execute(transaction)
    const row = rows[0]
    if (!row) return null
    return { address: row.address, typed: JSON.parse(open('kept form', row.body).toString('utf8')) as Typed }
  })
}
