import type { AccountId } from '../../agreements/public.ts'
import { newId } from '../../kernel/ids.ts'
import { entryByKey, reverse } from '../../ledger/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type AccountLine, emptyAccount, merge } from '../merge/merge.ts'
import { keptStatements } from '../queries/statements.ts'
import { type Budget, keyOf } from '../rules/posting.ts'
import { here } from '../tables.ts'
import type { LineId, StatementId } from '../types.ts'
import { writeRows } from './write-rows.ts'

type Shown = { readonly statement: StatementId; readonly index: number }

/** What is known of the account: which row shows which line. */
async function showings(doing: Doing, account: AccountId): Promise<ReadonlyMap<string, LineId>> {
  const rows = await here(doing)
    .db.selectFrom('bank.showing as w')
    .innerJoin('bank.statement_shown as s', 's.id', 'w.statement_id')
    .leftJoin('bank.same_payment as p', 'p.line_id', 'w.line_id')
    .select(['s.sha256', 's.place', 'w.row_index', 'w.line_id', 'p.same_as'])
    .where('s.account_id', '=', account)
    .execute()
  return new Map(rows.map(row => [`${row.sha256}:${row.place}:${row.row_index}`, row.same_as ?? row.line_id]))
}

/** The line that each payment of the account is: known by any row that shows it, or new. */
function namedBy(lines: readonly AccountLine[], known: ReadonlyMap<string, LineId>) {
  const taken = new Set<LineId>()
  return lines.map(line => {
    const before = [...new Set(line.evidence.flatMap(name => known.get(name) ?? []))].filter(
      id => !taken.has(id),
    )
    const [id = newId() as LineId, ...others] = before
    for (const one of [id, ...others]) taken.add(one)
    return { line, id, isNew: before.length === 0, others }
  })
}

/** Of equal rows of a day, which one a line is: 1, 2, ... */
function occurrences(lines: readonly AccountLine[]): readonly number[] {
  const seen = new Map<string, number>()
  return lines.map(({ date, amount, payee, memo, reference }) => {
    const key = JSON.stringify([date, amount.toString(), payee, memo, reference])
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    return times
  })
}

/** Two lines were one payment: the later one counts no longer, and what it moved in the ledger is undone. */
async function drop(doing: Doing, whose: object, same: readonly { line: LineId; as: LineId }[]) {
  const rows = same.map(({ line, as }) => ({ line_id: line, same_as: as, ...whose, found_on: doing.today }))
  for (const { line } of same) {
    const match = await here(doing)
      .db.selectFrom('bank.line_shown')
      .select('match_number')
      .where('id', '=', line)
      .executeTakeFirst()
    const entry = await entryByKey(doing, keyOf(line, match?.match_number ?? 0))
    if (entry !== null && entry.reversedBy === null)
      await reverse(doing, {
        entry: entry.id,
        on: 'original-day',
        key: `bank:${line}:same`,
        because: 'Another statement shows that this is a payment that was counted already',
      })
  }
  await writeRows(doing, 'bank.same_payment', rows)
}

/**
 * Works the lines of an account out of all its statements and writes what is new: lines, and which rows show
 * them. Answers how many lines were added. Lines are facts: what was read first stands.
 */
export async function addLines(doing: Doing, budget: Budget, account: AccountId): Promise<number> {
  const whose = { organisation_id: budget.organisation, person_id: budget.person }
  const kept = await keptStatements(doing, account)
  const known = await showings(doing, account)
  const lines = merge(
    emptyAccount,
    kept.map(one => one.read),
  ).account.lines
  const named = namedBy(lines, known)
  const times = occurrences(lines)
  const rows = named.flatMap(({ line, id, isNew }, place) =>
    isNew
      ? [
          {
            id,
            ...whose,
            reference: budget.reference,
            account_id: account,
            on_day: line.date,
            amount: line.amount,
            payee: line.payee,
            memo: line.memo,
            bank_reference: line.reference,
            bank_id: line.bankId,
            balance: line.balance,
            occurrence: times[place] ?? 1,
            read_on: doing.today,
          },
        ]
      : [],
  )
  await writeRows(doing, 'bank.line', rows)
  const ids = new Map(kept.map(({ id, read }) => [`${read.source}:${read.place}`, id]))
  const shown = named.flatMap(({ line, id }) =>
    line.evidence
      .filter(name => !known.has(name))
      .flatMap(name => {
        const row = shownBy(name, ids)
        return row === null
          ? []
          : [{ statement_id: row.statement, row_index: row.index, line_id: id, ...whose }]
      }),
  )
  await writeRows(doing, 'bank.showing', shown)
  await drop(
    doing,
    whose,
    named.flatMap(({ id, others }) => others.map(line => ({ line, as: id }))),
  )
  return rows.length
}

function shownBy(name: string, ids: ReadonlyMap<string, StatementId>): Shown | null {
  const at = name.lastIndexOf(':')
  const statement = ids.get(name.slice(0, at))
  return statement === undefined ? null : { statement, index: Number(name.slice(at + 1)) }
}
