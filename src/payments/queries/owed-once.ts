import { plus } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import { supplierIn } from '../rules/supplier.ts'
import { here } from '../tables.ts'
import { type Owed, whose } from './owing.ts'
import { ofCase, type Which } from './which.ts'

/** What is owed once and is in no run. */
export async function obligationsOwed(doing: Doing, which: Which): Promise<readonly Owed[]> {
  const rows = await here(doing)
    .db.selectFrom('payments.obligation as o')
    .leftJoin('agreements.agreement_shown as a', 'a.id', 'o.agreement_id')
    .leftJoin('payments.obligation_ended as e', 'e.obligation_id', 'o.id')
    .selectAll('o')
    .select('a.ends_on')
    .where('e.obligation_id', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('payments.instruction as i')
            .select('i.id')
            .whereRef('i.obligation_id', '=', 'o.id')
            .where('i.stopped_on', 'is', null),
        ),
      ),
    )
    .where(ofCase(which, 'o'))
    .execute()
  return rows.map(row => ({
    ...whose(row),
    schedule: null,
    obligation: row.id,
    dueOn: row.due_on,
    from: row.period_from,
    until: row.period_until,
    amount: row.amount,
    netted: [],
    endsOn: row.ends_on,
    isFor: row.because,
    kind: row.kind,
    againAfter: null,
    supplier: supplierIn(row),
  }))
}

/** Payments that came back and have not been made again. */
export async function returnedOwed(doing: Doing, which: Which): Promise<readonly Owed[]> {
  const rows = await here(doing)
    .db.selectFrom('payments.returned as r')
    .innerJoin('payments.instruction_shown as i', 'i.id', 'r.instruction_id')
    .leftJoin('agreements.agreement_shown as a', 'a.id', 'i.agreement_id')
    .leftJoin('payments.obligation as o', 'o.id', 'i.obligation_id')
    .selectAll('i')
    .select(['r.id as returned_id', 'r.on_day', 'a.ends_on', 'o.supplier', 'o.supplier_key'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('payments.instruction as again')
            .select('again.id')
            .whereRef('again.again_after', '=', 'r.id')
            .where('again.stopped_on', 'is', null),
        ),
      ),
    )
    .where(ofCase(which, 'i'))
    .execute()
  return rows.map(row => ({
    ...whose(row),
    schedule: row.schedule_id,
    obligation: row.obligation_id,
    dueOn: row.on_day,
    from: row.period_from,
    until: row.period_until,
    // What a credit took off it is open again, and may come off it again.
    amount: plus(row.amount, row.credited),
    netted: [],
    endsOn: row.ends_on,
    isFor: row.is_for,
    kind: row.kind,
    againAfter: row.returned_id,
    supplier: supplierIn(row),
  }))
}
