import { sql } from 'kysely'
import { addDays } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import { ask, type Job } from '../../platform/jobs.ts'
import { dues } from '../queries/dues.ts'
import { daysAhead, rowsOf } from '../queries/outlook.ts'

/** So many cases in one transaction, so that nobody waits long for one of them. */
const atOnce = 200

type Case = { reference: string; changes: bigint }

/** Some of the cases that were changed after they were worked out, or that are not worked out for today. */
async function casesToWorkOut({ transaction, today }: Doing, until: string): Promise<readonly Case[]> {
  const { rows } = await sql<Case>`select reference, changes from payments.outlook
    where known_changes is distinct from changes or worked_on is distinct from ${today}::date
      or until_on is distinct from ${until}::date
    order by reference limit ${atOnce}`.execute(transaction)
  return rows
}

/**
 * Works out what some cases have to be paid in the next days, before anybody asks. A case that somebody
 * changes meanwhile is left for the next time. Answers how many were looked at: none when all are known.
 * Asked as the service.
 */
export async function workAhead(doing: Doing): Promise<number> {
  const { transaction, today } = doing
  const until = addDays(today, daysAhead)
  const cases = await casesToWorkOut(doing, until)
  if (cases.length === 0) return 0
  const found = await dues(doing, { references: cases.map(({ reference }) => reference) }, until)
  const [references, changes] = [cases.map(one => one.reference), cases.map(one => String(one.changes))]
  await sql`select from payments.outlook where reference = any (${references}::text[])
    order by reference for no key update`.execute(transaction)
  const { rows } = await sql<{ reference: string }>`update payments.outlook o
    set known_changes = k.changes, worked_on = ${today}::date, until_on = ${until}::date
    from unnest(${references}::text[], ${changes}::bigint[]) as k (reference, changes)
    where o.reference = k.reference and o.changes = k.changes returning o.reference`.execute(transaction)
  const known = new Set(rows.map(({ reference }) => reference))
  const kept = JSON.stringify(rowsOf(found.filter(({ reference }) => known.has(reference))))
  await sql`delete from payments.outlook_due where reference = any (${[...known]}::text[])`.execute(
    transaction,
  )
  await sql`insert into payments.outlook_due
    select * from jsonb_populate_recordset(null::payments.outlook_due, ${kept}::jsonb)`.execute(transaction)
  return cases.length
}

/** Every minute what was changed is worked out, and in the first minutes of a day everything. */
export const workAheadJob: Job = {
  name: 'work-payments-ahead',
  every: '* * * * *',
  async run(doing) {
    const worked = await workAhead(doing)
    if (worked === atOnce)
      await ask(doing, { name: 'work-payments-ahead', payload: {}, key: 'work-payments-ahead' })
  },
}
