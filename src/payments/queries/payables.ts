import { sql } from 'kysely'
import { type AccountDetails, type AccountId, openAccounts } from '../../agreements/public.ts'
import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import type { Pence } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Transfer } from '../rules/pain.ts'
import { here } from '../tables.ts'
import type { InstructionId, RunId, SupplierAccountId } from '../types.ts'
import { openSuppliers } from './suppliers.ts'

/** A payment as it is paid by hand or by file: to whom, into which account, how much, on which day. */
export type Payable = Transfer & {
  readonly instruction: InstructionId
  readonly reference: string
  readonly name: string
  /** How it went by hand; null where it did not. */
  readonly byHand: { readonly on: PlainDate; readonly by: string; readonly reference: string } | null
}

/** All payments of a run, those of one file, or those that no file that counts holds. */
export type WhichPayables = { readonly file: string } | 'not-in-a-file' | 'unpaid'

type Row = {
  id: InstructionId
  end_to_end_id: string
  reference: string
  account_id: AccountId | null
  supplier_account_id: SupplierAccountId | null
  their_reference: string | null
  paid_to: string
  period_from: PlainDate
  period_until: PlainDate
  amount: Pence
  leaves_on: PlainDate
  paid_on: PlainDate | null
  bank_reference: string | null
  who_name: string | null
}

const standing = sql`(w.rail = 'hand'
  or not exists (select from payments.file_given_up g where g.file_id = w.file_id))`

function conditionOf(which: WhichPayables) {
  if (which === 'unpaid') return sql`w.instruction_id is null`
  if (which === 'not-in-a-file') return sql`w.rail is distinct from 'file'`
  return sql`exists (select from payments.way f
    where f.instruction_id = p.instruction_id and f.file_id = ${which.file})`
}

const rowsOf = async (doing: Doing, run: RunId, which: WhichPayables): Promise<readonly Row[]> =>
  (
    await sql<Row>`select i.id, i.end_to_end_id, i.reference, i.account_id, i.supplier_account_id, i.paid_to,
        o.their_reference,
        i.period_from, i.period_until, p.amount, p.leaves_on, w.paid_on, w.bank_reference,
        case when w.rail = 'hand' then w.who_name end as who_name
      from payments.payment p join payments.instruction i on i.id = p.instruction_id
        left join payments.obligation o on o.id = i.obligation_id
        left join payments.way w on w.instruction_id = p.instruction_id and ${standing}
      where p.run_id = ${run} and ${conditionOf(which)}
      order by p.leaves_on, i.reference, i.end_to_end_id`.execute(doing.transaction)
  ).rows

/**
 * Payments of a run that has left, the first to leave first, with their accounts opened; null where one may
 * not be seen. Whoever asks writes the looks down.
 */
export async function payablesOf(
  doing: Doing,
  run: RunId,
  which: WhichPayables,
): Promise<readonly Payable[] | null> {
  const rows = await rowsOf(doing, run, which)
  const ids = rows.flatMap(({ account_id }) => account_id ?? [])
  const accounts = await openAccounts(doing, ids)
  const suppliers = await openSuppliers(
    doing,
    rows.flatMap(row => row.supplier_account_id ?? []),
  )
  const found = rows.flatMap(row => {
    const ofSupplier = row.supplier_account_id && suppliers.get(row.supplier_account_id)
    const to = ofSupplier ?? (row.account_id === null ? undefined : accounts.get(row.account_id))
    return to === undefined ? [] : [payableFrom(row, to)]
  })
  return found.length === rows.length ? found : null
}

const payableFrom = (row: Row, to: AccountDetails): Payable => ({
  instruction: row.id,
  reference: row.reference,
  name: row.paid_to,
  says:
    row.their_reference ??
    `${row.reference} ${sayShortDay(row.period_from)} to ${sayShortDay(row.period_until)}`,
  endToEndId: row.end_to_end_id,
  amount: row.amount,
  leavesOn: row.leaves_on,
  to,
  byHand:
    row.paid_on === null
      ? null
      : { on: row.paid_on, by: row.who_name ?? '', reference: row.bank_reference ?? '' },
})

/** Which ways the payments of a run have gone. */
export type WaysCounted = { readonly file: number; readonly hand: number; readonly unpaid: number }

export async function countWays(doing: Doing, run: RunId): Promise<WaysCounted> {
  const { rows } = await sql<WaysCounted>`
    select count(*) filter (where w.rail = 'file')::int as file,
      count(*) filter (where w.rail = 'hand')::int as hand,
      count(*) filter (where w.rail is null)::int as unpaid
    from payments.payment p
      left join payments.way w on w.instruction_id = p.instruction_id and ${standing}
    where p.run_id = ${run}`.execute(doing.transaction)
  return rows[0] ?? { file: 0, hand: 0, unpaid: 0 }
}

/** The files that were made of a run, newest first, with who gave one up and why. */
export const filesOf = (doing: Doing, run: RunId) =>
  here(doing)
    .db.selectFrom('payments.file_made as f')
    .leftJoin('payments.file_given_up as g', join =>
      join.on(({ eb, fn }) => eb('g.file_id', '=', fn.coalesce('f.same_as', 'f.id'))),
    )
    .selectAll('f')
    .select(['g.who_name as given_up_by', 'g.because as given_up_because', 'g.on_day as given_up_on'])
    .where('f.run_id', '=', run)
    .orderBy('f.made_at', 'desc')
    .orderBy('f.id', 'desc')
    .execute()
export type FileMade = Awaited<ReturnType<typeof filesOf>>[number]
