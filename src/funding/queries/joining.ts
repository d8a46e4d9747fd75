import type { Doing } from '../../platform/doing.ts'
import { joiningOn } from '../rules/joining.ts'
import { here } from '../tables.ts'

/** How the money of a budget was held together, by the day from which each holds. */
export async function joiningsOf(doing: Doing, reference: string) {
  const rows = await here(doing)
    .db.selectFrom('funding.joining')
    .selectAll()
    .where('reference', '=', reference)
    .orderBy('from_on')
    .orderBy('number')
    .execute()
  return rows.map(row => ({
    way: row.way,
    lead: row.lead_id,
    under: row.under,
    from: row.from_on,
    because: row.because,
    setByName: row.set_by_name,
  }))
}

/** How it is held together today; null where nobody said so. */
export const joiningNow = async (doing: Doing, reference: string) =>
  joiningOn(await joiningsOf(doing, reference), doing.today)
