import { type Pence, pence, timesRoundedHalfUp } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import type { ChargeShown, StatementShown } from '../pages/statement.tsx'
import { bodyNames } from '../showing.ts'
import { here } from '../tables.ts'
import type { StatementId } from '../types.ts'
import { madeCorrections } from './issued.ts'

/** Every charge of a statement, also those that were replaced. */
export const chargesOf = (doing: Doing, id: StatementId) =>
  here(doing)
    .db.selectFrom('funding.charge as c')
    .leftJoin('funding.disputed_charge as m', 'm.charge_id', 'c.id')
    .leftJoin('funding.charge_replaced as r', 'r.charge_id', 'c.id')
    .leftJoin('funding.dispute as d', join =>
      join.on(eb => eb('d.id', '=', eb.fn.coalesce('c.dispute_id', 'm.dispute_id'))),
    )
    .leftJoin('funding.settlement as s', 's.dispute_id', 'd.id')
    .selectAll('c')
    .select([
      'r.correction_id as replaced_by',
      'm.pence as moved',
      'd.interim_id',
      's.settled_on',
      's.hundredths',
    ])
    .where('c.statement_id', '=', id)
    .orderBy('c.reference')
    .orderBy('c.line_key')
    .orderBy('c.from_on')
    .execute()
export type Row = Awaited<ReturnType<typeof chargesOf>>[number]

/** A dispute that was settled waits no longer: what the body carries of it is its own. */
function chargeFrom(row: Row): ChargeShown {
  const waits = row.dispute_id === null ? (row.moved ?? pence(0n)) : row.pence
  if (row.settled_on === null)
    return {
      ...row,
      disputed: waits,
      interim: row.interim_id === null ? null : row.interim_id === row.body_id ? 'body' : 'board',
    }
  const carried = timesRoundedHalfUp(waits, BigInt(row.hundredths ?? 0), 10_000n)
  return { ...row, pence: (row.pence - waits + carried) as Pence, disputed: pence(0n), interim: null }
}

/** A statement with its lines as they stand today; null where there is none that this actor may see. */
export async function statementAt(
  doing: Doing,
  id: StatementId,
): Promise<(StatementShown & { readonly references: readonly string[] }) | null> {
  const row = await here(doing)
    .db.selectFrom('funding.statement')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  const names = await bodyNames(doing, [row.organisation_id, row.body_id])
  const rows = await chargesOf(doing, id)
  return {
    id: row.id,
    number: row.number,
    lead: names.get(row.organisation_id) ?? '',
    body: names.get(row.body_id) ?? '',
    from: row.from_on,
    until: row.until_on,
    madeOn: row.made_on,
    madeBy: row.made_by_name,
    charges: rows.filter(({ replaced_by }) => replaced_by === null).map(chargeFrom),
    replaced: rows.filter(({ replaced_by }) => replaced_by !== null).map(chargeFrom),
    corrections: await madeCorrections(doing, { statement: id }),
    references: [...new Set(rows.map(({ reference }) => reference))],
  }
}
