import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Id } from '../kernel/brand.ts'
import { newId } from '../kernel/ids.ts'
import type { Doing } from './doing.ts'
import type { Download, SentFile } from './route.ts'
import { open, seal } from './secrets.ts'

/** Whose record a file belongs to. */
export type FileOf = { readonly organisation: Id<'organisation'>; readonly person: Id<'person'> }

const folder = (): string =>
  join(process.env.OPENPHB_FILES ?? join(process.env.OPENPHB_ROOT ?? process.cwd(), '.data', 'files'))
const path = (id: string): string => join(folder(), id.slice(-2), id)

/**
 * What the first bytes say a file is; a name proves nothing. Null for anything we do not take as a receipt.
 */
export function kindOf(
  bytes: Uint8Array,
): 'application/pdf' | 'image/jpeg' | 'image/png' | 'text/plain' | null {
  const head = Buffer.from(bytes.subarray(0, 8))
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf'
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'image/jpeg'
  if (head.toString('hex') === '89504e470d0a1a0a') return 'image/png'
  return Buffer.from(bytes).includes(0) ? null : 'text/plain'
}

/** Keeps a file, encrypted, outside the web root. The bytes are on disk before the row is written. */
export async function keepFile(doing: Doing, of: FileOf, sent: SentFile): Promise<Id<'file'>> {
  const id = newId<'file'>()
  mkdirSync(join(folder(), id.slice(-2)), { recursive: true, mode: 0o700 })
  writeFileSync(path(id), seal('file', sent.bytes), { mode: 0o600 })
  const name = sent.name.replace(/[\u0000-\u001f/\\]/g, '_').slice(0, 200)
  await sql`insert into platform.file (id, organisation_id, person_id, name, kind, size, sha256, given_by)
    values
    (${id}, ${of.organisation}, ${of.person}, ${name}, ${kindOf(sent.bytes) ?? 'application/octet-stream'},
      ${sent.bytes.length},
     ${createHash('sha256').update(sent.bytes).digest('hex')}, ${doing.actor.id})`.execute(doing.transaction)
  return id
}

/** A kept file, always as an attachment; null when there is none that this actor may see. */
export async function openFile(doing: Doing, id: Id<'file'>): Promise<Download | null> {
  const { rows } = await sql<{
    name: string
    kind: string
  }>`select name, kind from platform.file where id = ${id}`.execute(doing.transaction)
  const row = rows[0]
  return row ? { download: row.name, kind: row.kind, body: open('file', readFileSync(path(id))) } : null
}
