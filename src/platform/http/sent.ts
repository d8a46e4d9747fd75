import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { readId } from '../../kernel/ids.ts'
import type { Doing } from '../doing.ts'
import type { Asked } from '../route.ts'
import { keyFor } from '../secrets.ts'

export type Before =
  | { readonly first: true }
  | { readonly first: false; readonly same: boolean; readonly answer: string | null }

/** The key that the page put into its form, or null for a form without one. */
export const keyOf = (asked: Asked): string | null => readId(String(asked.form['once'] ?? ''))

function hashOf(asked: Asked): string {
  const fields = Object.entries(asked.form)
    .filter(([name]) => name !== '_csrf' && name !== 'once')
    .sort(([a], [b]) => (a < b ? -1 : 1))
  // With a key: what was typed may be a password, which a plain hash would give away to guessing.
  const hash = createHmac('sha256', keyFor('sent forms')).update(JSON.stringify([asked.address, fields]))
  for (const file of asked.files) hash.update(file.name).update(file.bytes)
  return hash.digest('hex')
}

/**
 * Notes that a form is being sent, or says what came of it before. Waits for the same form still under way.
 */
export async function noteSending(doing: Doing, key: string, asked: Asked): Promise<Before> {
  const input = hashOf(asked)
  const noted = await sql<{ key: string }>`
    insert into platform.sent (key, actor_id, address, input_hash)
      values (${key}, ${doing.actor.id}, ${asked.address}, ${input})
    on conflict (key) do nothing returning key`.execute(doing.transaction)
  if (noted.rows.length > 0) return { first: true }
  const { rows } = await sql<{ input_hash: string; answer: string | null; actor_id: string | null }>`
    select input_hash, answer, actor_id from platform.sent where key = ${key}`.execute(doing.transaction)
  const before = rows[0]
  const same = before !== undefined && before.input_hash === input && before.actor_id === doing.actor.id
  return { first: false, same, answer: same ? (before?.answer ?? null) : null }
}

export const noteAnswer = async (doing: Doing, key: string, answer: string): Promise<void> => {
  await sql`update platform.sent set answer = ${answer} where key = ${key}`.execute(doing.transaction)
}
