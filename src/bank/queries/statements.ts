import type { AccountId } from '../../agreements/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Gap, gapsOf } from '../merge/merge.ts'
import { statementFromText } from '../named/as-text.ts'
import type { Budget } from '../rules/posting.ts'
import { here } from '../tables.ts'
import type { StatementId } from '../types.ts'

/** Every statement of an account, whole, as it was read. */
export async function keptStatements(doing: Doing, account: AccountId) {
  const rows = await here(doing)
    .db.selectFrom('bank.statement as s')
    .innerJoin('bank.file as f', 'f.id', 's.bank_file_id')
    .select(['s.id', 's.read'])
    .where('f.account_id', '=', account)
    .execute()
  return rows.map(({ id, read }) => ({ id, read: statementFromText(read) }))
}

/** The statements of a budget, the newest days first. */
export const statementsOf = (doing: Doing, { reference }: Pick<Budget, 'reference'>) =>
  here(doing)
    .db.selectFrom('bank.statement_shown')
    .selectAll()
    .where('reference', '=', reference)
    .orderBy('until_on', 'desc')
    .orderBy('id', 'desc')
    .execute()

export type StatementShown = Awaited<ReturnType<typeof statementsOf>>[number]

/** After how many kept lines of each statement of an account some were left out. */
async function leftOutPlaces(doing: Doing, account: AccountId) {
  const rows = await here(doing)
    .db.selectFrom('bank.left_out as l')
    .innerJoin('bank.statement as s', 's.id', 'l.statement_id')
    .innerJoin('bank.file as f', 'f.id', 's.bank_file_id')
    .select(['l.statement_id', 'l.after_lines as after'])
    .where('f.account_id', '=', account)
    .execute()
  return Map.groupBy(rows, ({ statement_id }) => statement_id)
}

/** Days that no statement of the budget's accounts speaks for, both ends counted. */
export async function gapsIn(doing: Doing, accounts: readonly AccountId[]): Promise<readonly Gap[]> {
  const gaps: Gap[] = []
  for (const account of accounts) {
    const kept = await keptStatements(doing, account)
    const places = await leftOutPlaces(doing, account)
    const leftOut = new Map(kept.map(({ id, read }) => [read, places.get(id) ?? []]))
    gaps.push(...gapsOf({ statements: kept.map(({ read }) => read), lines: [], leftOut }))
  }
  return gaps
}

/** One statement of a budget; null where there is none that the actor may see. */
export async function statementOf(doing: Doing, { reference }: Budget, id: StatementId) {
  const row = await here(doing)
    .db.selectFrom('bank.statement_shown')
    .selectAll()
    .where('reference', '=', reference)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** The lines that a statement shows, oldest first, with what they were for. */
export const linesOf = (doing: Doing, statement: StatementId) =>
  here(doing)
    .db.selectFrom('bank.showing as w')
    .innerJoin('bank.line_shown as l', 'l.id', 'w.line_id')
    .selectAll('l')
    .where('w.statement_id', '=', statement)
    .orderBy('l.on_day')
    .orderBy('w.row_index')
    .execute()

export type LineShown = Awaited<ReturnType<typeof linesOf>>[number]

/**
 * How many lines of a statement were left out, because they are not about the budget; null where none was.
 */
export async function leftOutOf(doing: Doing, statement: StatementId): Promise<number | null> {
  const row = await here(doing)
    .db.selectFrom('bank.left_out')
    .select(({ fn }) => fn.sum<bigint>('many').as('many'))
    .where('statement_id', '=', statement)
    .executeTakeFirst()
  return row?.many === null || row?.many === undefined ? null : Number(row.many)
}

/** The rows of a statement that could not be read. */
export const refusedRows = (doing: Doing, statement: StatementId) =>
  here(doing)
    .db.selectFrom('bank.refused_row')
    .select(['place', 'line', 'why'])
    .where('statement_id', '=', statement)
    .orderBy('line')
    .execute()
