import type { Doing } from '../../platform/doing.ts'
import { type AccountLines, emptyAccount, type Merged, merge } from '../merge/merge.ts'
import type { Statement } from '../read/types.ts'
import { here } from '../tables.ts'
import { statementAsText, statementFromText } from './as-text.ts'

/**
 * Brings statements into a named account of the command line, which is made when it is new. Statements that
 * it has are not written again. For the service only: the account is nobody's record.
 */
export async function importNamed(
  doing: Doing,
  name: string,
  statements: readonly Statement[],
): Promise<Merged> {
  const { db } = here(doing)
  await db
    .insertInto('bank.named_account')
    .values({ name })
    .onConflict(on => on.doNothing())
    .execute()
  // Two commands at once take turns, so that each counts what the other has added.
  await db.selectFrom('bank.named_account').select('name').where('name', '=', name).forUpdate().execute()
  const rows = await db
    .selectFrom('bank.named_statement')
    .select(['source', 'place', 'read'])
    .where('account', '=', name)
    .execute()
  const known = new Set(rows.map(({ source, place }) => `${source}:${place}`))
  const kept = rows.map(({ read }) => statementFromText(read))
  const isNew = ({ source, place }: Statement): boolean => !known.has(`${source}:${place}`)
  const merged = statements.some(isNew) ? merge(before(kept), statements) : again(kept, statements)
  const fresh = merged.account.statements.filter(isNew)
  for (const one of fresh)
    await db
      .insertInto('bank.named_statement')
      .values({ account: name, source: one.source, place: one.place, read: statementAsText(one) })
      .execute()
  return merged
}

const before = (kept: readonly Statement[]): AccountLines =>
  kept.length === 0 ? emptyAccount : merge(emptyAccount, kept).account

/** Statements that were all there: one merging gives the account, and nothing was added. */
function again(kept: readonly Statement[], statements: readonly Statement[]): Merged {
  const merged = merge({ statements: kept, lines: [] }, statements)
  return { ...merged, added: 0, already: merged.added + merged.already }
}
