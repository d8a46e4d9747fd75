import { createHmac } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { AccountId } from '../../agreements/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import { keyFor, open, seal } from '../../platform/secrets.ts'
import { statementFromText } from '../named/as-text.ts'
import type { Format, Statement } from '../read/types.ts'
import { chosenBefore, marksOf } from '../rules/left-out.ts'
import { here } from '../tables.ts'

/** Statements on their way to a page and back. They are encrypted for whoever sent them, and kept nowhere. */
export type Packed = {
  readonly reference: string
  readonly by: string | null
  readonly on: PlainDate
  readonly files: readonly {
    readonly name: string
    readonly sha256: string
    readonly format: Format
    readonly account: AccountId
    readonly statements: readonly string[]
  }[]
}

const purpose = 'bank lines to choose'

/** Statements as one text that only the service can open. */
export const pack = (packed: Packed): string =>
  seal(purpose, gzipSync(JSON.stringify(packed))).toString('base64url')

/** What was packed, for the one to whom it was shown, on the same day; else null. */
export function unpack(doing: Doing, reference: string, sealed: string): Packed | null {
  try {
    const bytes = gunzipSync(open(purpose, Buffer.from(sealed, 'base64url')))
    const packed = JSON.parse(bytes.toString('utf8')) as Packed
    const own = packed.reference === reference && packed.by === doing.actor.id
    return own && packed.on === doing.today ? packed : null
  } catch {
    return null
  }
}

const hashed = (account: AccountId, mark: string): string =>
  createHmac('sha256', keyFor('bank lines chosen')).update(`${account}|${mark}`).digest('hex')

const hashesOf = (account: AccountId, statement: Statement) =>
  marksOf(statement).map(marks => marks.map(mark => hashed(account, mark)))

async function chosenOf(doing: Doing, account: AccountId): Promise<ReadonlyMap<string, boolean>> {
  const rows = await here(doing)
    .db.selectFrom('bank.chosen')
    .select(['mark', 'kept'])
    .where('account_id', '=', account)
    .orderBy('number')
    .execute()
  return new Map(rows.map(({ mark, kept }) => [mark, kept]))
}

type Row = { readonly name: string; readonly hashes: readonly string[]; readonly before: boolean | null }
export type Weighed = { readonly statement: Statement; readonly rows: readonly Row[] }

/** Every row of a packed file, with its hashes and what was chosen of it before. */
export async function weighFile(
  doing: Doing,
  { account, statements }: Packed['files'][number],
  at: number,
): Promise<readonly Weighed[]> {
  const chosen = await chosenOf(doing, account)
  return statements.map(statementFromText).map((statement, of) => ({
    statement,
    rows: hashesOf(account, statement).map((hashes, row) => ({
      name: `${at}.${of}.${row}`,
      hashes,
      before: chosenBefore(hashes, chosen),
    })),
  }))
}
